// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToolbarFrame, frameMargin, type ToolbarFrame } from '../../../page/toolbar/toolbar-frame';
import { pressKey } from '../trusted';
import { watched } from './played-resize-observer';

let stop: AbortController;
let frame: ToolbarFrame;
const ready = vi.fn<(bar: HTMLElement) => void>();
const resized = vi.fn();
const press = vi.fn<(event: KeyboardEvent) => boolean>(() => false);

beforeEach(() => {
  vi.clearAllMocks();
  stop = new AbortController();
  frame = createToolbarFrame({
    document,
    styles: '.bar { color: red }',
    language: 'zh-CN',
    ready,
    resized,
    press,
    signal: stop.signal,
  });
});
afterEach(() => {
  stop.abort();
  frame.element.remove();
});

const inside = (): Document => {
  const { contentDocument } = frame.element;
  if (contentDocument === null) throw new Error('the frame has no document');
  return contentDocument;
};
const bar = (): HTMLElement => {
  const [given] = ready.mock.lastCall ?? [];
  if (given === undefined) throw new Error('no bar was given yet');
  return given;
};
/** jsdom lays nothing out. */
const drawButton = (): HTMLButtonElement => {
  bar().getBoundingClientRect = () => new DOMRect(0, 0, 200.4, 40);
  return bar().appendChild(inside().createElement('button'));
};

describe('a frame that has loaded', () => {
  beforeEach(() => void document.body.append(frame.element));

  it('has a document of its own, with the words’ language, the styles and an empty bar', () => {
    expect(ready).toHaveBeenCalledTimes(1);
    expect(bar().ownerDocument).toBe(inside());
    expect(inside()).not.toBe(document);
    expect(bar().isConnected).toBe(true);
    expect(bar().childElementCount).toBe(0);
    expect(inside().documentElement.lang).toBe('zh-CN');
    expect(inside().adoptedStyleSheets.map(({ cssRules }) => cssRules.length)).toEqual([1]);
  });

  it('has no address and no name by which a page could know it', () => {
    expect(frame.element.getAttributeNames()).toEqual(['style']);
  });

  it('is furnished again, with a new empty bar, when the page threw it out', () => {
    const first = bar();
    drawButton();
    frame.element.remove();
    document.body.append(frame.element);
    expect(ready).toHaveBeenCalledTimes(2);
    expect(bar()).not.toBe(first);
    expect(bar().ownerDocument).toBe(inside());
    expect(bar().childElementCount).toBe(0);
    expect(inside().adoptedStyleSheets).toHaveLength(1);
    expect([...watched.keys()]).toEqual([bar()]);
  });

  it('is as large as what is drawn, no wider than it may be, and away when nothing is', () => {
    expect(frame.fit(500)).toEqual({ width: 0, height: 0 });
    expect(frame.element.style.display).toBe('none');
    const button = drawButton();
    expect(frame.fit(500)).toEqual({ width: 200.4, height: 40 });
    const { display, width, height } = frame.element.style;
    expect([display, width, height]).toEqual([
      'block',
      `${201 + 2 * frameMargin}px`,
      `${40 + 2 * frameMargin}px`,
    ]);
    expect(bar().style.maxWidth).toBe('500px');
    button.remove();
    frame.fit(500);
    expect(frame.element.style.display).toBe('none');
  });

  it('stands where it is moved to', () => {
    frame.moveTo(12, 34);
    expect([frame.element.style.left, frame.element.style.top]).toEqual(['12px', '34px']);
  });

  it('hands on a key that nothing of the toolbar has taken, and takes it when it meant something', () => {
    const button = drawButton();
    expect(pressKey('h', inside().body)).toBe(true);
    expect(press).toHaveBeenCalledTimes(1);
    press.mockReturnValueOnce(true);
    expect(pressKey('h', inside().body)).toBe(false);
    button.addEventListener('keydown', (event) => event.preventDefault());
    pressKey('h', button);
    expect(press).toHaveBeenCalledTimes(2);
  });

  it('lets no key reach the page', () => {
    const heard = vi.fn();
    window.addEventListener('keydown', heard, { capture: true, signal: stop.signal });
    pressKey('h', drawButton());
    expect(press).toHaveBeenCalledTimes(1);
    expect(heard).not.toHaveBeenCalled();
  });

  it('asks to be placed when it is furnished, since what is not shown has no size to be watched', () => {
    expect(resized).toHaveBeenCalledTimes(1);
    expect(ready.mock.invocationCallOrder[0]).toBeLessThan(resized.mock.invocationCallOrder[0] ?? 0);
  });

  it('tells that the toolbar grew', () => {
    resized.mockClear();
    watched.get(bar())?.();
    expect(resized).toHaveBeenCalledTimes(1);
  });

  it('hears and watches nothing after the end', () => {
    stop.abort();
    pressKey('h', inside().body);
    expect(press).not.toHaveBeenCalled();
    expect(watched.size).toBe(0);
    frame.element.remove();
    document.body.append(frame.element);
    expect(ready).toHaveBeenCalledTimes(1);
  });
});

it('has nothing to draw in before it has loaded', () => {
  expect(ready).not.toHaveBeenCalled();
  expect(frame.fit(500)).toEqual({ width: 0, height: 0 });
});
