/** What a person does in the codebook by keys, and what they see there. */

import type { DrivenPage } from './driver';

/** As `2 3 主体 (4)`: the level, the name and the count of each row that is shown. */
export function shownCodes(sidebar: DrivenPage): Promise<string[]> {
  return sidebar.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('.code-row')]
        .sort((one, other) => one.offsetTop - other.offsetTop)
        .map((row) => {
          const name = row.querySelector('.code-name')?.textContent ?? '';
          const count = row.querySelector('.code-count')?.textContent ?? '';
          return `${row.getAttribute('aria-level')} ${name} (${count})`;
        }),
    null,
  );
}

export function waitForCodes(sidebar: DrivenPage, wanted: readonly string[]): Promise<void> {
  return sidebar.waitFor(
    (lines) =>
      [...document.querySelectorAll<HTMLElement>('.code-row')]
        .sort((one, other) => one.offsetTop - other.offsetTop)
        .map((row) => {
          const name = row.querySelector('.code-name')?.textContent ?? '';
          const count = row.querySelector('.code-count')?.textContent ?? '';
          return `${row.getAttribute('aria-level')} ${name} (${count})`;
        })
        .join('\n') === lines,
    wanted.join('\n'),
    `the codes ${wanted.join(', ')}`,
  );
}

/** The code that the keys speak to: its row has the focus. */
export function focusIsOn(sidebar: DrivenPage, name: string): Promise<void> {
  return sidebar.waitFor(
    (wanted) =>
      document.activeElement?.matches('.code-row') &&
      document.activeElement.querySelector('.code-name')?.textContent === wanted,
    name,
    `the focus on the code ${name}`,
  );
}

/** Goes to a code by arrows, when the focus is among the codes. */
export async function goToCode(sidebar: DrivenPage, name: string): Promise<void> {
  await sidebar.waitFor(
    () => document.activeElement?.matches('.code-row'),
    null,
    'the focus to be among the codes',
  );
  await sidebar.press('Home');
  for (let step = 0; step < 50; step += 1) {
    const here = await sidebar.evaluate(
      () => document.activeElement?.querySelector('.code-name')?.textContent ?? '',
      null,
    );
    if (here === name) return;
    await sidebar.press('ArrowDown');
  }
  throw new Error(`No code is called ${name}.`);
}
