// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Colour } from '../../../core/colour';
import type { Highlight } from '../../../page/paint/highlight';
import type { RangeGroup } from '../../../page/paint/highlight-api';
import { createHighlightPainter } from '../../../page/paint/paint-highlights';
import { trusted } from '../trusted';

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
        get size() {
          return ranges.size;
        },
      };
    },
    createSheet: () => new CSSStyleSheet(),
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
  return { id, colour, start, end, ranges: [range] };
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
    const overlapping = highlight('c', 'blue', 8, 18);
    painter.paint([highlight('a', 'yellow', 0, 3), highlight('b', 'blue', 4, 13), overlapping]);
    // The new one, and where it overlaps.
    expect(api.callsSoFar()).toBe(before + 4);
    painter.paint([overlapping, highlight('b', 'blue', 4, 13)]);
    expect(api.callsSoFar()).toBe(before + 5);
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

  it('lays a highlight on top of an earlier one of another colour, wherever their colours stand', () => {
    const painter = createPainter();
    const priority = (name: string) => api.registry.get(name)?.priority ?? -1;
    painter.paint([
      highlight('a', 'teal', 0, 7),
      highlight('b', 'yellow', 4, 13),
      highlight('c', 'yellow', 14, 18),
    ]);
    expect(painted()).toMatchObject({ 'h1-teal': ['one two'], 'h1-yellow-top': ['two three'] });
    expect(priority('h1-yellow-top')).toBeGreaterThan(priority('h1-teal'));
    expect(priority('h1-overlap')).toBeGreaterThan(priority('h1-yellow-top'));
  });

  it('never changes the priority of a group, whatever comes and goes', () => {
    const painter = createPainter();
    const [a, b] = [highlight('a', 'teal', 0, 7), highlight('b', 'yellow', 8, 13)];
    painter.paint([a, b]);
    const before = [...api.registry].map(([name, { priority }]) => [name, priority]);
    painter.paint([b, a, highlight('c', 'blue', 0, 18)]);
    const after = new Map([...api.registry].map(([name, { priority }]) => [name, priority]));
    expect(before.map(([name]) => [name, after.get(String(name))])).toEqual(before);
  });

  it('takes paint off in the same turn in which the page takes the words out, before it lies on others', async () => {
    document.body.innerHTML = '<p>one two</p><p>three four</p>';
    const [first, second] = [...document.querySelectorAll('p')];
    const range = document.createRange();
    range.setStart(first?.firstChild ?? document, 4);
    range.setEnd(second?.firstChild ?? document, 5);
    const painter = createPainter();
    const across: Highlight = { id: 'a', colour: 'yellow', start: 4, end: 13, ranges: [range] };
    painter.paint([across]);
    const other = document.createElement('p');
    other.textContent = 'words that nobody chose';
    first?.replaceWith(other);
    expect(painted()['h1-yellow']?.join()).toContain('nobody');
    await Promise.resolve();
    expect(painted()).toEqual({});
  });

  it('takes paint off words that are written anew in place, and leaves it on words that only moved along', async () => {
    const painter = createPainter();
    painter.paint([highlight('a', 'yellow', 4, 7), highlight('b', 'blue', 8, 13)]);
    const text = document.querySelector('p')?.firstChild as Text;
    text.insertData(0, 'Well, ');
    await Promise.resolve();
    expect(painted()).toEqual({ 'h1-yellow': ['two'], 'h1-blue': ['three'] });
    text.data = 'all other words';
    await Promise.resolve();
    expect(painted()).toEqual({});
  });

  it('puts right what the page did to the groups themselves', () => {
    const painter = createPainter();
    const wanted = [highlight('a', 'yellow', 0, 3), highlight('b', 'yellow', 4, 7)];
    painter.paint(wanted);
    const group = api.registry.get('h1-yellow');
    const [a] = wanted[0]?.ranges ?? [];
    if (a !== undefined) group?.delete(a);
    Object.assign(group ?? {}, { priority: 99 });
    painter.paint(wanted);
    expect(painted()).toEqual({ 'h1-yellow': ['one', 'two'] });
    expect(group?.priority).toBe(0);
  });

  it('shades where highlights overlap, also of one colour', () => {
    const painter = createPainter();
    painter.paint([
      highlight('a', 'yellow', 0, 13),
      highlight('b', 'yellow', 4, 7),
      highlight('c', 'yellow', 8, 18),
      highlight('d', 'yellow', 8, 18),
    ]);
    expect(painted()['h1-overlap']).toEqual(['two', 'three four']);
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

  it('registers of many only those near the window, and all of them while the page is printed', () => {
    const observer = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    vi.stubGlobal('IntersectionObserver', observer);
    const far = new DOMRect(0, window.innerHeight * 5, 100, 20);
    document.body.innerHTML = '<p>words near</p><p class="far">words far</p>';
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return this.className === 'far' ? far : new DOMRect(0, 0, 100, 20);
    });
    const many = Array.from({ length: 60 }, (_, index) => {
      const selector = index < 10 ? 'p' : '.far';
      const { ranges } = highlight('', 'yellow', 0, 5, selector);
      return { id: String(index), colour: 'yellow' as const, start: index * 10, end: index * 10 + 5, ranges };
    });
    createPainter().paint(many);
    const count = () => Object.values(painted()).flat().length;
    expect(count()).toBe(10);
    window.dispatchEvent(new Event('beforeprint'));
    expect(count()).toBe(10);
    window.dispatchEvent(trusted(new Event('beforeprint')));
    expect(count()).toBe(60);
    window.dispatchEvent(trusted(new Event('afterprint')));
    expect(count()).toBe(10);
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('puts no node into the page', () => {
    const before = document.documentElement.outerHTML;
    createPainter().paint([highlight('a', 'yellow', 0, 3)]);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
