// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Colour } from '../../../core/colour';
import type { Highlight } from '../../../page/paint/highlight';
import { createBoxPainter } from '../../../page/paint/paint-boxes';
import { createPainter } from '../../../page/paint/painter';

let container: HTMLElement;
let stop: AbortController;
/** Where the text starts in the window, in pixels: characters are 10 wide, and jsdom lays nothing out. */
let textTop = 0;
const readings = vi.fn();

function highlight(id: string, colour: Colour, start: number, end: number): Highlight {
  const text = document.querySelector('p')?.firstChild;
  if (!(text instanceof Text)) throw new Error('no text');
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return { id, colour, start, end, ranges: [range] };
}

/** The filled shapes with something in them, lowest first. */
function shapes(): string[] {
  return [...container.querySelectorAll('path')]
    .slice(1)
    .filter((path) => path.style.getPropertyValue('fill') !== 'none')
    .flatMap((path) => path.getAttribute('d') || []);
}

function createPainterOfBoxes() {
  return createBoxPainter(document, container, (node) => container.contains(node), stop.signal);
}

/** Long enough for whatever waits for a frame. */
const settle = () => vi.advanceTimersByTimeAsync(100);

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p>one two three four</p>';
  textTop = 0;
  readings.mockReset();
  container = document.createElement('div');
  document.body.append(container);
  stop = new AbortController();
  const observer = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  vi.stubGlobal('IntersectionObserver', observer);
  vi.stubGlobal('ResizeObserver', observer);
  const boxOf = (left: number, width: number) => new DOMRect(left, textTop, width, 20);
  Object.assign(Range.prototype, {
    getClientRects(this: Range) {
      readings();
      return [boxOf(this.startOffset * 10, (this.endOffset - this.startOffset) * 10)];
    },
  });
  Object.assign(document, { elementFromPoint: () => document.querySelector('p') });
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(
    () => [boxOf(0, 100)] as unknown as DOMRectList,
  );
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return container.contains(this) ? new DOMRect(0, 0, 100, 100) : boxOf(0, 100);
  });
});
afterEach(() => {
  stop.abort();
  Reflect.deleteProperty(Range.prototype, 'getClientRects');
  Reflect.deleteProperty(document, 'elementFromPoint');
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('createBoxPainter', () => {
  it('draws a box over the words, inside its container only, and lets clicks through', () => {
    const painter = createPainterOfBoxes();
    const before = document.querySelector('p')?.outerHTML;
    painter.paint([highlight('a', 'yellow', 4, 7)]);
    expect(shapes()).toEqual(['M40 0H70V20H40z']);
    expect(container.querySelector('svg')?.style.getPropertyValue('pointer-events')).toBe('none');
    expect(document.querySelector('p')?.outerHTML).toBe(before);
  });

  it('lays the later one on top where colours meet, and shades what they share', () => {
    createPainterOfBoxes().paint([highlight('a', 'teal', 0, 7), highlight('b', 'yellow', 4, 7)]);
    expect(shapes()).toEqual(['M0 0H70V20H0z', 'M40 0H70V20H40z', 'M40 0H70V20H40z']);
  });

  it.each(['scroll', 'resize', 'load'])('follows a %s, once for each frame', async (type) => {
    createPainterOfBoxes().paint([highlight('a', 'blue', 0, 3)]);
    const before = readings.mock.calls.length;
    textTop = 50;
    window.dispatchEvent(new Event(type));
    window.dispatchEvent(new Event(type));
    await settle();
    expect(shapes()).toEqual(['M0 50H30V70H0z']);
    expect(readings.mock.calls.length).toBe(before + 1);
  });

  it('follows a change of the page, but looks at nothing while nothing changes', async () => {
    createPainterOfBoxes().paint([highlight('a', 'blue', 0, 3)]);
    await settle();
    const before = readings.mock.calls.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(readings.mock.calls.length).toBe(before);
    textTop = 30;
    document.body.className = 'larger';
    await settle();
    expect(shapes()).toEqual(['M0 30H30V50H0z']);
  });

  it('draws nothing over words that something fixed lies on', () => {
    const bar = document.createElement('header');
    bar.style.position = 'fixed';
    document.body.append(bar);
    Object.assign(document, { elementFromPoint: () => bar });
    createPainterOfBoxes().paint([highlight('a', 'blue', 0, 3)]);
    expect(shapes()).toEqual([]);
  });

  it('flashes one highlight for a moment', () => {
    const painter = createPainterOfBoxes();
    painter.paint([highlight('a', 'blue', 0, 3), highlight('b', 'blue', 4, 7)]);
    const plain = shapes();
    painter.flash('b');
    expect(shapes()).toEqual([...plain, 'M40 0H70V20H40z']);
    vi.advanceTimersByTime(1_200);
    expect(shapes()).toEqual(plain);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const painter = createPainterOfBoxes();
    painter.paint([highlight('a', 'yellow', 0, 3)]);
    painter.flash('a');
    stop.abort();
    window.dispatchEvent(new Event('scroll'));
    await settle();
    painter.paint([highlight('a', 'yellow', 0, 3)]);
    expect(container.childElementCount).toBe(0);
  });
});

describe('createPainter', () => {
  it('draws boxes in a browser without CSS Custom Highlights', () => {
    vi.stubGlobal('CSS', {});
    createPainter(document, container, () => false, 'h1', stop.signal).paint([highlight('a', 'blue', 0, 3)]);
    expect(shapes()).toHaveLength(1);
  });

  it('draws boxes where the page is to see nothing, takes back what it could see, and the other way round', () => {
    const registry = new Map<string, Set<Range>>();
    vi.stubGlobal('CSS', { highlights: registry });
    vi.stubGlobal('Highlight', Set);
    Object.assign(document, { adoptedStyleSheets: [] });
    const painter = createPainter(document, container, () => false, 'h1', stop.signal);
    const wanted = [highlight('a', 'blue', 0, 3)];
    painter.paint(wanted);
    expect([registry.size, shapes().length]).toEqual([1, 0]);
    painter.hideFromPage(true);
    painter.paint(wanted);
    expect([registry.size, shapes().length]).toEqual([0, 1]);
    expect(document.adoptedStyleSheets).toEqual([]);
    painter.hideFromPage(false);
    painter.paint(wanted);
    expect([registry.size, shapes().length]).toEqual([1, 0]);
  });
});
