// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import type { Anchor } from '../../../page/anchoring/anchor';
import { hitTest } from '../../../page/anchoring/hit-test';
import { readTextMap } from '../../../page/text/text-map';

/** Characters 10 pixels wide on one line, since jsdom lays nothing out. */
function layOut(html: string) {
  document.body.innerHTML = html;
  const node = document.querySelector('p')?.firstChild ?? null;
  const rects = function (this: Range) {
    return [new DOMRect(this.startOffset * 10, 0, 10, 20)];
  };
  Object.assign(Range.prototype, { getClientRects: rects });
  Object.assign(document, {
    caretPositionFromPoint: (x: number) =>
      node === null
        ? null
        : { offsetNode: node, offset: Math.min(Math.round(x / 10), node.textContent?.length ?? 0) },
  });
  return readTextMap(document.body);
}

function anchor(id: string, start: number, end: number): Anchor {
  return { id, grade: 'exact', start, end, range: document.createRange() };
}

afterEach(() => {
  Reflect.deleteProperty(Range.prototype, 'getClientRects');
  Reflect.deleteProperty(document, 'caretPositionFromPoint');
  Reflect.deleteProperty(document, 'caretRangeFromPoint');
  vi.unstubAllGlobals();
});

it('gives all annotations under the point, the shortest first', () => {
  const map = layOut('<p>one two three</p>');
  const anchors = [anchor('long', 0, 13), anchor('two', 4, 7), anchor('three', 8, 13)];
  expect(hitTest(document, 45, 5, map, anchors)).toEqual(['two', 'long']);
});

it('means the character under the point, not the nearest gap between characters', () => {
  const map = layOut('<p>one two three</p>');
  const anchors = [anchor('one', 0, 3), anchor('two', 4, 7)];
  expect(hitTest(document, 28, 5, map, anchors)).toEqual(['one']);
  expect(hitTest(document, 41, 5, map, anchors)).toEqual(['two']);
  expect(hitTest(document, 69, 5, map, anchors)).toEqual(['two']);
  expect(hitTest(document, 71, 5, map, anchors)).toEqual([]);
});

it('gives the same as a look at every anchor, wherever they lie', () => {
  const text = 'one-two-three-four-five-six';
  const map = layOut(`<p>${text}</p>`);
  const span = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 15 }), fc.nat(text.length - 1), (spans, at) => {
      const anchors = spans.map(([start, length], index) => anchor(String(index), start, start + length));
      const found = hitTest(document, at * 10 + 5, 5, map, anchors);
      const wanted = anchors.filter(({ start, end }) => (start ?? 0) <= at && at < (end ?? 0));
      expect(found.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      const lengths = found.map((id) => spans[Number(id)]?.[1] ?? 0);
      expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
    }),
  );
});

it('gives nothing beside the text', () => {
  const map = layOut('<p>one</p>');
  const anchors = [anchor('one', 0, 3)];
  expect(hitTest(document, 300, 5, map, anchors)).toEqual([]);
  expect(hitTest(document, 15, 90, map, anchors)).toEqual([]);
});

it('passes over annotations that have no place', () => {
  const map = layOut('<p>one</p>');
  const lost: Anchor = { id: 'lost', grade: 'lost', start: null, end: null, range: null };
  expect(hitTest(document, 15, 5, map, [lost, { ...anchor('unpainted', 0, 3), range: null }])).toEqual([]);
});

it('asks browsers without caretPositionFromPoint by their older call', () => {
  const map = layOut('<p>one</p>');
  Reflect.deleteProperty(document, 'caretPositionFromPoint');
  Object.assign(document, {
    caretRangeFromPoint: () => map.toRange(1, 2),
  });
  expect(hitTest(document, 15, 5, map, [anchor('one', 0, 3)])).toEqual(['one']);
});
