// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Colour } from '../../../core/colour';
import type { Highlight } from '../../../page/paint/highlight';
import { createBoxPainter } from '../../../page/paint/paint-boxes';
import { createPainter } from '../../../page/paint/painter';

let container: HTMLElement;
let stop: AbortController;

/** A highlight on these lines; jsdom lays nothing out. */
function highlight(id: string, colour: Colour, lines: () => DOMRect[]): Highlight {
  const range = document.createRange();
  return { id, colour, start: 0, end: 1, ranges: [Object.assign(range, { getClientRects: lines })] };
}

const line = (x: number, y: number, width = 100) => ({ left: x, top: y, width, height: 20 }) as DOMRect;

function boxes() {
  return [...container.children].map((box) => (box instanceof HTMLElement ? box.style : null));
}

describe('createBoxPainter', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    container = document.createElement('div');
    stop = new AbortController();
  });
  afterEach(() => {
    stop.abort();
    vi.useRealTimers();
  });

  it('draws a box over each line, inside its container only, and lets clicks through', () => {
    const before = document.body.innerHTML;
    const painter = createBoxPainter(document, container, stop.signal);
    painter.paint([highlight('a', 'yellow', () => [line(10, 20), line(0, 40), line(5, 60, 0)])]);
    expect(boxes().map((style) => [style?.left, style?.top])).toEqual([
      ['10px', '20px'],
      ['0px', '40px'],
    ]);
    expect(boxes()[0]?.pointerEvents).toBe('none');
    expect(document.body.innerHTML).toBe(before);
  });

  it.each(['scroll', 'resize'])('follows a %s, once for each frame', (type) => {
    const lines = vi.fn(() => [line(0, 50)]);
    createBoxPainter(document, container, stop.signal).paint([highlight('a', 'blue', lines)]);
    lines.mockReturnValue([line(0, 10)]);
    window.dispatchEvent(new Event(type));
    window.dispatchEvent(new Event(type));
    vi.advanceTimersByTime(50);
    expect(boxes().map((style) => style?.top)).toEqual(['10px']);
    expect(lines).toHaveBeenCalledTimes(2);
  });

  it('flashes one highlight for a moment', () => {
    const painter = createBoxPainter(document, container, stop.signal);
    painter.paint([highlight('a', 'blue', () => [line(0, 0)]), highlight('b', 'blue', () => [line(0, 30)])]);
    const plain = boxes()[1]?.backgroundColor;
    painter.flash('b');
    expect(boxes()[0]?.backgroundColor).toBe(plain);
    expect(boxes()[1]?.backgroundColor).not.toBe(plain);
    vi.advanceTimersByTime(1_200);
    expect(boxes()[1]?.backgroundColor).toBe(plain);
  });

  it('leaves nothing behind when it is stopped', () => {
    const lines = vi.fn(() => [line(0, 0)]);
    const painter = createBoxPainter(document, container, stop.signal);
    painter.paint([highlight('a', 'blue', lines)]);
    painter.flash('a');
    stop.abort();
    window.dispatchEvent(new Event('scroll'));
    vi.advanceTimersByTime(2_000);
    painter.paint([highlight('a', 'blue', lines)]);
    expect(boxes()).toEqual([]);
  });
});

describe('createPainter', () => {
  it('draws boxes in a browser without CSS Custom Highlights', () => {
    vi.stubGlobal('CSS', {});
    createPainter(document, container, 'h1', stop.signal);
    stop = new AbortController();
    createPainter(document, container, 'h1', stop.signal).paint([highlight('a', 'blue', () => [line(0, 0)])]);
    expect(boxes()).toHaveLength(1);
    vi.unstubAllGlobals();
  });
});
