// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSurface, type Surface } from '../../../page/toolbar/surface';
import { frameMargin } from '../../../page/toolbar/toolbar-frame';
import { pressKey } from '../trusted';
import { watched } from './played-resize-observer';

let stop: AbortController;
let surface: Surface;
let bar: HTMLElement;
const ready = vi.fn((given: HTMLElement) => {
  bar = given;
  // jsdom lays nothing out.
  bar.getBoundingClientRect = () => new DOMRect(0, 0, 200, 40);
});

beforeEach(() => {
  vi.clearAllMocks();
  stop = new AbortController();
  surface = createSurface({
    document,
    styles: '.bar { color: red }',
    language: 'en',
    ready,
    signal: stop.signal,
  });
  Object.defineProperties(document.documentElement, {
    clientWidth: { value: 1000, configurable: true },
    clientHeight: { value: 600, configurable: true },
  });
});
afterEach(() => stop.abort());

const drawButton = (): HTMLButtonElement => bar.appendChild(bar.ownerDocument.createElement('button'));
const frameOf = (): HTMLElement => {
  const frame = bar.ownerDocument.defaultView?.frameElement;
  if (!(frame instanceof HTMLElement)) throw new Error('the bar stands in no frame');
  return frame;
};
/** Of the toolbar, which the frame surrounds with a margin. */
const placeOf = (box: DOMRect) => {
  surface.place(box);
  const { left, top } = frameOf().style;
  return [left, top].map((length) => Number.parseFloat(length) + frameMargin);
};

it('is one element beside the body, closed to the page, and gone with the signal', () => {
  surface.attach();
  expect(surface.host.parentElement).toBe(document.documentElement);
  expect(surface.host.shadowRoot).toBeNull();
  expect(document.querySelector('iframe')).toBeNull();
  stop.abort();
  expect(surface.host.isConnected).toBe(false);
  surface.attach();
  expect(surface.host.isConnected).toBe(false);
});

it('stands above the words, else below, inside the window, and never on them', () => {
  surface.attach();
  drawButton();
  expect(placeOf(new DOMRect(400, 300, 100, 20))).toEqual([350, 252]);
  expect(placeOf(new DOMRect(0, 10, 50, 20))).toEqual([8, 38]);
  expect(placeOf(new DOMRect(990, 300, 10, 20))).toEqual([792, 252]);
  expect(placeOf(new DOMRect(400, 0, 100, 600))).toEqual([350, 560]);
});

it('comes back when the page took it out, with an empty bar to draw in', () => {
  surface.attach();
  drawButton();
  surface.host.remove();
  surface.place(new DOMRect(400, 300, 100, 20));
  expect(surface.host.isConnected).toBe(true);
  expect(ready).toHaveBeenCalledTimes(2);
  expect(bar.childElementCount).toBe(0);
});

it('gives the keyboard back to the page when nothing is drawn any more', () => {
  surface.attach();
  drawButton().focus();
  surface.place(new DOMRect(400, 300, 100, 20));
  const giveBack = vi.spyOn(window, 'focus').mockImplementation(() => undefined);
  bar.replaceChildren();
  vi.spyOn(bar.ownerDocument, 'hasFocus').mockReturnValue(false);
  surface.hide();
  expect(frameOf().style.display).toBe('none');
  expect(giveBack).not.toHaveBeenCalled();
  vi.spyOn(bar.ownerDocument, 'hasFocus').mockReturnValue(true);
  surface.hide();
  expect(giveBack).toHaveBeenCalledTimes(1);
  giveBack.mockRestore();
});

it('lets its hearer take keys pressed in the frame, and know when the toolbar grew', () => {
  surface.attach();
  const listeners = { press: vi.fn(() => true), resized: vi.fn() };
  expect(pressKey('h', bar.ownerDocument.body)).toBe(true);
  surface.hear(listeners);
  expect(pressKey('h', bar.ownerDocument.body)).toBe(false);
  watched.get(bar)?.();
  expect(listeners.press).toHaveBeenCalledTimes(1);
  expect(listeners.resized).toHaveBeenCalledTimes(1);
});
