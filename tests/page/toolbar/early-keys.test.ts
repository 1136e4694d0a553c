// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEarlyKeys } from '../../../page/toolbar/early-keys';
import { pressKey, releaseKey } from '../trusted';

let heardByPage: string[];
let stop = () => {};
const keys = createEarlyKeys(window);
for (const type of ['keydown', 'keyup']) {
  window.addEventListener(type, (event) => heardByPage.push(event.type), true);
}

beforeEach(() => {
  heardByPage = [];
});
afterEach(() => stop());

describe('a key of the page', () => {
  it('is heard by us first, and by nobody else when we take it, down and up', () => {
    stop = keys.onKey(({ key }) => key === 'h');
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

  it('is taken by the first who wants it', () => {
    const second = vi.fn(() => true);
    const stopFirst = keys.onKey(() => true);
    const stopSecond = keys.onKey(second);
    stop = () => {
      stopFirst();
      stopSecond();
    };
    pressKey('h');
    releaseKey('h');
    expect(second).not.toHaveBeenCalled();
  });

  it('means nothing when a script made it up, down or up', () => {
    const take = vi.fn(() => true);
    stop = keys.onKey(take);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true }));
    expect(take).not.toHaveBeenCalled();
    expect(heardByPage).toEqual(['keydown']);
    pressKey('h');
    document.body.dispatchEvent(new KeyboardEvent('keyup', { code: 'Keyh', bubbles: true }));
    releaseKey('h');
    expect(heardByPage).toEqual(['keydown', 'keyup']);
  });
});
