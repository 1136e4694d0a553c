// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createShield } from '../../page/shield';
import { pressKey, releaseKey, trusted } from './trusted';

let field: HTMLInputElement;
let host: HTMLElement;
let heardByPage: string[];
const shield = createShield(window);
for (const type of ['keydown', 'keypress', 'keyup', 'input', 'paste', 'compositionend']) {
  window.addEventListener(type, (event) => heardByPage.push(event.type), true);
}

beforeEach(() => {
  document.body.replaceChildren();
  host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'closed' });
  field = root.appendChild(document.createElement('input'));
  shield.guard(host, root);
  field.focus();
  heardByPage = [];
});

describe('what is typed inside a guarded host', () => {
  it('reaches our own handlers, with what they read of it, and nobody of the page', () => {
    const heard: unknown[] = [];
    field.addEventListener('keydown', (event) => {
      heard.push([event.key, event.shiftKey, event.isComposing, event.composed]);
    });
    pressKey('Q', field, { shiftKey: true, isComposing: true });
    expect(heard).toEqual([['Q', true, true, false]]);
    expect(heardByPage).toEqual([]);
  });

  it.each([
    ['input', { data: '字', inputType: 'insertText', isComposing: true }],
    ['compositionend', { data: '字' }],
  ])('carries the fields of %s', (type, fields) => {
    const heard = vi.fn();
    field.addEventListener(type, (event) => {
      heard(Object.fromEntries(Object.keys(fields).map((name) => [name, Reflect.get(event, name)])));
    });
    const event = new Event(type, { bubbles: true, composed: true });
    for (const [name, value] of Object.entries(fields)) Object.defineProperty(event, name, { value });
    field.dispatchEvent(trusted(event));
    expect(heard).toHaveBeenCalledExactlyOnceWith(fields);
    expect(heardByPage).toEqual([]);
  });

  it('keeps what nobody of ours reads from everybody', () => {
    for (const type of ['keypress', 'paste']) {
      field.dispatchEvent(trusted(new Event(type, { bubbles: true, composed: true })));
    }
    expect(heardByPage).toEqual([]);
  });

  it('has its default action unless our handler prevents it', () => {
    expect(pressKey('a', field)).toBe(true);
    field.addEventListener('keydown', (event) => event.preventDefault());
    expect(pressKey('b', field)).toBe(false);
  });

  it('is dropped when a script made it up', () => {
    const heard = vi.fn();
    field.addEventListener('keydown', heard);
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true }));
    expect(heard).not.toHaveBeenCalled();
    expect(heardByPage).toEqual([]);
  });

  it('is no key of the page', () => {
    const take = vi.fn(() => true);
    const stop = shield.onKey(take);
    pressKey('h', field);
    stop();
    expect(take).not.toHaveBeenCalled();
  });
});

describe('a key of the page', () => {
  it('is heard by us first, and by nobody else when we take it, down and up', () => {
    const stop = shield.onKey(({ key }) => key === 'h');
    expect(pressKey('h')).toBe(false);
    releaseKey('h');
    expect(heardByPage).toEqual([]);
    expect(pressKey('j')).toBe(true);
    releaseKey('j');
    expect(heardByPage).toEqual(['keydown', 'keyup']);
    stop();
    pressKey('h');
    releaseKey('h');
    expect(heardByPage).toHaveLength(4);
  });

  it('means nothing when a script made it up', () => {
    const take = vi.fn(() => true);
    const stop = shield.onKey(take);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true }));
    stop();
    expect(take).not.toHaveBeenCalled();
    expect(heardByPage).toEqual(['keydown']);
  });
});
