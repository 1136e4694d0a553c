// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSurface, type Surface } from '../../page/surface';
import { trusted } from './trusted';

let stop: AbortController;
let surface: Surface;
const guard = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  stop = new AbortController();
  const shield = { guard, onKey: () => () => undefined };
  surface = createSurface(document, '.bar { position: fixed }', shield, stop.signal);
  Object.defineProperties(document.documentElement, {
    clientWidth: { value: 1000, configurable: true },
    clientHeight: { value: 600, configurable: true },
  });
  Object.defineProperties(surface.bar, { offsetWidth: { value: 200 }, offsetHeight: { value: 40 } });
});
afterEach(() => stop.abort());

const placeOf = (box: DOMRect) => {
  surface.place(box);
  return [surface.bar.style.left, surface.bar.style.top];
};

it('is one element beside the body, closed to the page, and gone with the signal', () => {
  surface.attach();
  expect(surface.host.parentElement).toBe(document.documentElement);
  expect(surface.host.shadowRoot).toBeNull();
  expect(guard).toHaveBeenCalledWith(surface.host, surface.bar.getRootNode());
  stop.abort();
  expect(surface.host.isConnected).toBe(false);
  surface.attach();
  expect(surface.host.isConnected).toBe(false);
});

it('stands above the words, else below, inside the window, and never on them', () => {
  surface.attach();
  expect(placeOf(new DOMRect(400, 300, 100, 20))).toEqual(['350px', '252px']);
  expect(placeOf(new DOMRect(0, 10, 50, 20))).toEqual(['8px', '38px']);
  expect(placeOf(new DOMRect(990, 300, 10, 20))).toEqual(['792px', '252px']);
  expect(placeOf(new DOMRect(400, 0, 100, 600))).toEqual(['350px', '560px']);
});

it('comes back when the page took it out', () => {
  surface.attach();
  surface.host.remove();
  surface.place(new DOMRect(400, 300, 100, 20));
  expect(surface.host.isConnected).toBe(true);
});

it('lets through only what a person clicks, and keeps the selection', () => {
  surface.attach();
  const button = surface.bar.appendChild(document.createElement('button'));
  const field = surface.bar.appendChild(document.createElement('input'));
  const heard = vi.fn();
  button.addEventListener('click', heard);
  button.click();
  expect(heard).not.toHaveBeenCalled();
  button.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
  expect(heard).toHaveBeenCalledTimes(1);
  const pressOn = (target: Element) =>
    target.dispatchEvent(trusted(new MouseEvent('mousedown', { bubbles: true, cancelable: true })));
  expect(pressOn(button)).toBe(false);
  expect(pressOn(field)).toBe(true);
});
