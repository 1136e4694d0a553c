// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Colour } from '../../../core/colour';
import type { Highlight } from '../../../page/paint/highlight';
import { createHighlightPainter, type RangeGroup } from '../../../page/paint/paint-highlights';

/** A registry and groups as the browser has them, with a count of what is done to them. */
function createApi() {
  const registry = new Map<string, RangeGroup>();
  let calls = 0;
  return {
    registry,
    callsSoFar: () => calls,
    createGroup() {
      const ranges = new Set<AbstractRange>();
      return {
        priority: 0,
        ranges,
        add(range: AbstractRange) {
          calls += 1;
          ranges.add(range);
        },
        delete(range: AbstractRange) {
          calls += 1;
          return ranges.delete(range);
        },
        clear: () => ranges.clear(),
      };
    },
    createSheet: (css: string) => {
      const sheet = new CSSStyleSheet();
      Object.assign(sheet, { css });
      return sheet;
    },
  };
}

let api: ReturnType<typeof createApi>;
let stop: AbortController;

function createPainter() {
  return createHighlightPainter(document, 'h1', stop.signal, api);
}

function highlight(id: string, colour: Colour, start: number, end: number, selector = 'p'): Highlight {
  const text = document.querySelector(selector)?.firstChild;
  if (!(text instanceof Text)) throw new Error(`no text in ${selector}`);
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return { id, colour, ranges: [range] };
}

/** What the registry shows, by name. */
function painted(): Record<string, string[]> {
  return Object.fromEntries(
    [...api.registry].map(([name, group]) => {
      const ranges = 'ranges' in group && group.ranges instanceof Set ? [...group.ranges] : [];
      return [name, ranges.map(String)];
    }),
  );
}

describe('createHighlightPainter', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = '<p>one two three four</p>';
    Object.assign(document, { adoptedStyleSheets: [] });
    api = createApi();
    stop = new AbortController();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps one group for each colour, under names of its own', () => {
    createPainter().paint([
      highlight('a', 'yellow', 0, 3),
      highlight('b', 'blue', 4, 7),
      highlight('c', 'yellow', 8, 13),
    ]);
    expect(painted()).toEqual({ 'h1-yellow': ['one', 'three'], 'h1-blue': ['two'] });
  });

  it('paints all the ranges of a quote that crosses a shadow tree, and flashes them together', () => {
    document.body.innerHTML = '<p>one two</p><div></div>';
    const shadow = document.querySelector('div')?.attachShadow({ mode: 'open' });
    shadow?.append('three four');
    const start = highlight('a', 'yellow', 4, 7);
    const end = document.createRange();
    end.setStart(shadow?.firstChild ?? document, 0);
    end.setEnd(shadow?.firstChild ?? document, 5);
    const painter = createPainter();
    painter.paint([{ ...start, ranges: [...start.ranges, end] }]);
    painter.flash('a');
    expect(painted()).toEqual({ 'h1-yellow': ['two', 'three'], 'h1-flash': ['two', 'three'] });
    painter.paint([start]);
    expect(painted()['h1-yellow']).toEqual(['two']);
  });

  it('touches only what changed', () => {
    const painter = createPainter();
    painter.paint([highlight('a', 'yellow', 0, 3), highlight('b', 'blue', 4, 7)]);
    const before = api.callsSoFar();
    painter.paint([highlight('b', 'blue', 4, 7), highlight('a', 'yellow', 0, 3)]);
    expect(api.callsSoFar()).toBe(before);
    painter.paint([highlight('a', 'yellow', 0, 3), highlight('b', 'blue', 4, 13)]);
    expect(api.callsSoFar()).toBe(before + 2);
    expect(painted()).toEqual({ 'h1-yellow': ['one'], 'h1-blue': ['two three'] });
  });

  it('moves a highlight whose colour changed, and takes away what is gone', () => {
    const painter = createPainter();
    const [a, b] = [highlight('a', 'yellow', 0, 3), highlight('b', 'blue', 4, 7)];
    painter.paint([a, b]);
    painter.paint([{ ...a, colour: 'pink' }]);
    expect(painted()).toEqual({ 'h1-pink': ['one'] });
    painter.clear();
    expect(painted()).toEqual({});
    painter.paint([a]);
    expect(painted()).toEqual({ 'h1-yellow': ['one'] });
  });

  it('lays the colour of the later highlight on top', () => {
    createPainter().paint([highlight('a', 'teal', 0, 7), highlight('b', 'yellow', 4, 13)]);
    const priority = (name: string) => api.registry.get(name)?.priority ?? -1;
    expect(priority('h1-yellow')).toBeGreaterThan(priority('h1-teal'));
  });

  it('shades where highlights overlap, also of one colour', () => {
    const painter = createPainter();
    painter.paint([
      highlight('a', 'yellow', 0, 13),
      highlight('b', 'yellow', 4, 7),
      highlight('c', 'yellow', 8, 18),
      highlight('d', 'yellow', 8, 18),
    ]);
    expect(painted()['h1-overlap']).toEqual(['two', 'three', 'three four']);
    painter.paint([highlight('a', 'yellow', 0, 3), highlight('b', 'yellow', 3, 7)]);
    expect(painted()).not.toHaveProperty('h1-overlap');
  });

  it('leaves names of the page alone, and comes back when the page emptied the registry', () => {
    const theirs = api.createGroup();
    api.registry.set('search-results', theirs);
    const painter = createPainter();
    painter.paint([highlight('a', 'yellow', 0, 3)]);
    painter.clear();
    expect([...api.registry.keys()]).toEqual(['search-results']);
    painter.paint([highlight('a', 'yellow', 0, 3)]);
    api.registry.clear();
    painter.paint([highlight('a', 'yellow', 0, 3)]);
    expect(painted()).toEqual({ 'h1-yellow': ['one'] });
  });

  it('flashes one highlight for a moment', () => {
    const painter = createPainter();
    painter.paint([highlight('a', 'yellow', 0, 3), highlight('b', 'blue', 4, 7)]);
    painter.flash('nobody');
    expect(painted()).not.toHaveProperty('h1-flash');
    painter.flash('a');
    painter.flash('b');
    expect(painted()['h1-flash']).toEqual(['two']);
    vi.advanceTimersByTime(1_200);
    expect(painted()).not.toHaveProperty('h1-flash');
  });

  it("adds one style sheet to the page's own, again if the page dropped it, and takes it away at the end", () => {
    const theirs = new CSSStyleSheet();
    Object.assign(document, { adoptedStyleSheets: [theirs] });
    const painter = createPainter();
    painter.paint([highlight('a', 'yellow', 0, 3)]);
    painter.paint([highlight('a', 'yellow', 0, 3)]);
    expect(document.adoptedStyleSheets).toHaveLength(2);
    Object.assign(document, { adoptedStyleSheets: [theirs] });
    painter.paint([highlight('a', 'yellow', 0, 3)]);
    expect(document.adoptedStyleSheets).toHaveLength(2);
    stop.abort();
    expect(document.adoptedStyleSheets).toEqual([theirs]);
    expect(painted()).toEqual({});
    painter.paint([highlight('a', 'yellow', 0, 3)]);
    expect(painted()).toEqual({});
  });

  it('replaces the list of style sheets where it cannot be changed in place', () => {
    Object.assign(document, { adoptedStyleSheets: Object.freeze([]) });
    createPainter().paint([highlight('a', 'yellow', 0, 3)]);
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  it('puts no node into the page', () => {
    const before = document.documentElement.outerHTML;
    createPainter().paint([highlight('a', 'yellow', 0, 3)]);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
