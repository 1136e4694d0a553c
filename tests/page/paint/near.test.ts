// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Highlight } from '../../../page/paint/highlight';
import { followNearness } from '../../../page/paint/near';

/** Lets a test say what the browser sees. */
const played = { watched: new Set<Element>(), tell: (_element: Element, _isNear: boolean) => {} };
const changed = vi.fn();

/** One paragraph for each height of the window. */
function layOut(count: number): Highlight[] {
  document.body.innerHTML = '<p>words</p>'.repeat(count);
  return [...document.querySelectorAll('p')].map((paragraph, index) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph.firstChild ?? paragraph);
    return { id: String(index), colour: 'yellow', start: index * 10, end: index * 10 + 5, ranges: [range] };
  });
}

const ids = (highlights: readonly Highlight[]) => highlights.map(({ id }) => id).join('');
const paragraph = (index: number) => document.querySelectorAll('p')[index] ?? document.body;

beforeEach(() => {
  vi.useFakeTimers();
  changed.mockReset();
  played.watched.clear();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: object[]) => void) {
        played.tell = (target, isIntersecting) => callback([{ target, isIntersecting }]);
      }
      observe = (element: Element) => void played.watched.add(element);
      unobserve = (element: Element) => void played.watched.delete(element);
      disconnect = () => played.watched.clear();
    },
  );
  // By the prototype, as it is asked for there; jsdom lays nothing out.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const index = [...document.querySelectorAll('p')].indexOf(this as HTMLParagraphElement);
    return new DOMRect(0, index * window.innerHeight, 100, 20);
  });
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(
    () => [new DOMRect(0, 0, 1, 1)] as unknown as DOMRectList,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('knows at once what stands within a window of the window', () => {
  const nearness = followNearness(document, changed);
  nearness.follow(layOut(6));
  expect(ids(nearness.near())).toBe('01');
  expect(changed).not.toHaveBeenCalled();
});

it('tells when a passage comes near or goes away, and only then', () => {
  const nearness = followNearness(document, changed);
  nearness.follow(layOut(6));
  vi.runAllTimers();
  played.tell(paragraph(0), true);
  expect(changed).not.toHaveBeenCalled();
  played.tell(paragraph(4), true);
  played.tell(paragraph(0), false);
  expect(changed).toHaveBeenCalledTimes(2);
  expect(ids(nearness.near())).toBe('14');
});

it('follows a long passage by all that is around it, since neither of its ends may be near', () => {
  const all = layOut(6);
  const [first, last] = [all[0]?.ranges[0], all[5]?.ranges[0]];
  const range = document.createRange();
  range.setStart(first?.startContainer ?? document, 0);
  range.setEnd(last?.endContainer ?? document, 5);
  const nearness = followNearness(document, changed);
  nearness.follow([{ id: 'long', colour: 'yellow', start: 0, end: 5_000, ranges: [range] }]);
  vi.runAllTimers();
  expect([...played.watched]).toEqual([document.body]);
});

it('watches nothing that is no longer there, and nothing at all at the end', () => {
  const all = layOut(6);
  const nearness = followNearness(document, changed);
  nearness.follow(all);
  vi.runAllTimers();
  nearness.follow(all.slice(0, 2));
  expect(played.watched.size).toBe(2);
  nearness.stop();
  expect(played.watched.size).toBe(0);
  expect(nearness.near()).toEqual([]);
});
