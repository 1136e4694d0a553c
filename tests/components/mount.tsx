/** Mounts a component in jsdom with the English words, and presses what a person would press. */

import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';
import { Strings, type Translate } from '../../components/strings';
import messages from '../../public/_locales/en/messages.json';

/** The browser would leave out without a word what it is not given. */
const english: Translate = (key, ...substitutions) =>
  messages[key].message.replace(/\$(\d)/gu, (_, digit: string) => {
    const given = substitutions[Number(digit) - 1];
    if (given === undefined) throw new Error(`"${key}" is shown without its $${digit}`);
    return given;
  });

let root: HTMLElement | null = null;

afterEach(() => {
  if (root !== null) render(null, root);
  root?.remove();
  root = null;
});

/** Draws into the page's one test root; calling again draws over it. */
export async function mount(children: ComponentChildren): Promise<HTMLElement> {
  root ??= document.body.appendChild(document.createElement('div'));
  const parent = root;
  await act(() => render(<Strings.Provider value={english}>{children}</Strings.Provider>, parent));
  return parent;
}

/** The one element of this kind whose name (label, or text) holds `name`. */
export function named(selector: string, name: string, within: ParentNode = document): HTMLElement {
  const found = Array.from(within.querySelectorAll<HTMLElement>(selector)).filter((element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').includes(name),
  );
  const [element] = found;
  if (element === undefined) throw new Error(`no ${selector} named "${name}"`);
  return element;
}

export function byRole(role: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`[role="${role}"]`);
  if (element === null) throw new Error(`nothing with the role ${role}`);
  return element;
}

export async function click(element: Element): Promise<void> {
  await act(() => void element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })));
}

/** Presses a key where the focus is. Resolves to false when somebody took it. */
export async function press(key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const target = document.activeElement ?? document.body;
  let isLeft = true;
  await act(() => {
    isLeft = target.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  });
  return isLeft;
}

export async function typeText(text: string): Promise<void> {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) {
    throw new Error('the focus is in no field');
  }
  await act(() => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}
