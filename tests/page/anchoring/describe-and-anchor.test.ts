// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeQuotes } from '../../../core/anchoring/place-quotes';
import type { Selectors } from '../../../core/annotation';
import { runAtOnce } from '../../../core/run-at-once';
import type { Span } from '../../../core/span';
import { type AnchoredRecord, anchorAll as anchorInSteps } from '../../../page/anchoring/anchor';
import { describe as describeWords } from '../../../page/anchoring/describe';
import { readTextMap, type TextMap } from '../../../page/text/text-map';

const anchorAll = (records: readonly AnchoredRecord[], map: TextMap, article: Span) =>
  runAtOnce(anchorInSteps(records, map, article, placeQuotes));

const whole = (map: TextMap) => ({ start: 0, end: map.text.length });

function annotate(id: string, selectors: Selectors) {
  return { id, target: { ...selectors, source: 'https://news.example/', snapshot: null } };
}

describe('describe and anchorAll', () => {
  const words = fc.constantFrom(
    'wall',
    'wall',
    ' ',
    ' ',
    'e\u0301',
    'é',
    '👩🏽‍💻',
    '𠮷',
    '🇨🇳',
    '江津',
    '江津',
    '。',
    '......',
    '——',
    '\u00a0',
    '\r\n',
    '\u00ad',
    '\u200b',
    '“',
    "'",
    'ﬁ',
    'ｶﾞ',
    '한',
  );
  const text = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(''));
  const tags = ['p', 'div', 'b', 'i', 'span', 'ruby', 'rt', 'li', 'blockquote', 'td', 'textarea', 'br'];
  const { tree } = fc.letrec<{ tree: Node; element: Element; leaf: Node }>((tie) => ({
    tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('element')),
    element: fc
      .tuple(fc.constantFrom(...tags), fc.boolean(), fc.array(tie('tree'), { maxLength: 5 }))
      .map(([tag, isHidden, children]) => {
        const element = document.createElement(tag);
        element.toggleAttribute('hidden', isHidden && children.length === 1);
        element.append(...children.map((child) => child.cloneNode(true)));
        return element;
      }),
    leaf: fc.oneof(
      text.map((data) => document.createTextNode(data)),
      text.map((data) => document.createComment(data)),
    ),
  }));
  const point = fc.tuple(fc.nat(), fc.nat());

  /** One boundary of all that there are under the body. */
  function boundaryAt([nodeIndex, offsetIndex]: [number, number]): [Node, number] {
    const nodes: Node[] = [document.body];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) nodes.push(walker.currentNode);
    const node = nodes[nodeIndex % nodes.length] ?? document.body;
    const length = node instanceof Text ? node.length : node.childNodes.length;
    return [node, offsetIndex % (length + 1)];
  }

  it('give back exactly the chosen words at their place, whatever the page is made of', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), point, point, (children, one, other) => {
        document.body.replaceChildren(...children.map((child) => child.cloneNode(true)));
        const map = readTextMap(document.body);
        const range = document.createRange();
        range.setStart(...boundaryAt(one));
        const [endNode, endOffset] = boundaryAt(other);
        if (range.comparePoint(endNode, endOffset) < 0) range.setStart(endNode, endOffset);
        else range.setEnd(endNode, endOffset);
        const selectors = describeWords(range, map, whole(map));
        if (selectors === null) return;
        const [anchor] = anchorAll([annotate('a', selectors)], map, whole(map));
        expect(anchor).toMatchObject({ grade: 'exact', ...selectors.position });
        const [found] = anchor?.ranges ?? [];
        if (found === undefined) throw new Error('found, but without a range');
        expect(describeWords(found, map, whole(map))).toEqual(selectors);

        document.body.prepend('Some words that came in above, ');
        document.body.append(document.createElement('hr'));
        const later = readTextMap(document.body);
        const [moved] = anchorAll([annotate('a', selectors)], later, whole(later));
        // Among copies it may give up, but not take another one; of a run of dots it may take a part, and say so.
        if (moved === undefined || moved.start === null || moved.end === null) return;
        const shift = later.text.length - map.text.length;
        const [start, end] = [
          shift + (selectors.position?.start ?? 0),
          shift + (selectors.position?.end ?? 0),
        ];
        if (moved.grade === 'changed') {
          expect(moved.start < end && start < moved.end).toBe(true);
          return;
        }
        expect([moved.start, moved.end]).toEqual([start, end]);
      }),
      { numRuns: 300 },
    );
  });
});
