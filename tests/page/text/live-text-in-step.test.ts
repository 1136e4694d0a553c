// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TextEdit } from '../../../core/follow-edits';
import { createLiveText } from '../../../page/text/live-text';
import { readTextMap, type TextMap } from '../../../page/text/text-map';
import { change, changes, nodesUnder, pages, plainText } from './changing-page';
import { finish } from './finish';

const isOwn = (node: Node) => node instanceof Element && node.id === 'ours';

it('is in step with the page after any changes, and its edits say which words stayed', () => {
  fc.assert(
    fc.property(pages, fc.array(fc.array(changes, { maxLength: 4 }), { maxLength: 5 }), (page, rounds) => {
      const controller = new AbortController();
      document.body.innerHTML = page;
      const live = createLiveText(document, isOwn, controller.signal);
      live.refresh();
      expectInStep(live.map);
      for (const round of rounds) {
        const before = live.map.text;
        const kept = rangesIn(live.map);
        for (const one of round) change(document, one);
        const edits = live.refresh();
        expectInStep(live.map);
        expectKept(before, live.map, edits, kept);
      }
      controller.abort();
    }),
    { numRuns: 120 },
  );
}, 60_000);

it('is in step with a page that changes while it is read', () => {
  fc.assert(
    fc.property(pages, fc.array(changes, { maxLength: 12 }), (page, during) => {
      const controller = new AbortController();
      document.body.innerHTML = page + '<p>word</p>'.repeat(250);
      const live = createLiveText(document, isOwn, controller.signal);
      const left = [...during];
      const pause = () => {
        const next = left.shift();
        if (next !== undefined) change(document, next);
      };
      finish(live.refreshing(), pause);
      expect(live.map.text).toBe(readTextMap(document.body, isOwn).text);
      restyle();
      finish(live.refreshing(), pause);
      expect(live.map.text).toBe(readTextMap(document.body, isOwn).text);
      controller.abort();
    }),
    { numRuns: 25 },
  );
}, 30_000);

const restyle = () => document.body.setAttribute('class', `c${Math.random()}`);

/** Everything that a fresh reading says. */
function expectInStep(map: TextMap): void {
  const fresh = readTextMap(document.body, isOwn);
  expect(map.text).toBe(plainText(document.body, isOwn));
  expect(fresh.text).toBe(map.text);
  expect(map.shadowRoots).toEqual(fresh.shadowRoots);
  expect(allAnswers(map)).toBe(allAnswers(fresh));
}

/** Few, since jsdom follows each range for as long as it lives. */
function spansIn(text: string): [number, number][] {
  const step = Math.max(1, Math.floor(text.length / 12));
  return Array.from({ length: Math.ceil(text.length / step) }, (_, index) => [
    index * step,
    Math.min(text.length, index * step + 1 + ((index * 5) % 13)),
  ]);
}

function allAnswers(map: TextMap): string {
  const answers: unknown[] = spansIn(map.text).map(([start, end]) => map.toRanges(start, end).map(endsOf));
  for (const node of nodesUnder(document.documentElement)) {
    const most = node instanceof Text ? node.length : node.childNodes.length;
    for (let offset = 0; offset <= most; offset += 1) {
      answers.push([map.offsetOf(node, offset, 'start'), map.offsetOf(node, offset, 'end')]);
    }
    if (node instanceof Element) answers.push(map.span(node));
  }
  return JSON.stringify(answers);
}

/** Nodes by number, as two nodes that look alike are not the same. */
const numbers = new WeakMap<Node, number>();
let lastNumber = 0;
function numberOf(node: Node): number {
  const known = numbers.get(node);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(node, lastNumber);
  return lastNumber;
}

function endsOf({ startContainer, startOffset, endContainer, endOffset }: Range): number[] {
  return [numberOf(startContainer), startOffset, numberOf(endContainer), endOffset];
}

interface Kept {
  start: number;
  end: number;
  ranges: Range[];
}

function rangesIn(map: TextMap): Kept[] {
  return spansIn(map.text).map(([start, end]) => ({ start, end, ranges: map.toRanges(start, end) }));
}

/** The edits make the former text into this one, and words they do not touch are still in their ranges. */
function expectKept(before: string, map: TextMap, edits: readonly TextEdit[], kept: readonly Kept[]): void {
  let text = '';
  let at = 0;
  let shift = 0;
  let lastEnd = -1;
  for (const { start, end, length } of edits) {
    expect(start).toBeGreaterThan(lastEnd);
    text += before.slice(at, start) + map.text.slice(start + shift, start + shift + length);
    [at, lastEnd] = [end, end];
    shift += length - (end - start);
  }
  expect(text + before.slice(at)).toBe(map.text);
  for (const { start, end, ranges } of kept) {
    if (ranges.length === 0 || edits.some((edit) => edit.start < end && edit.end > start)) continue;
    const moved = edits
      .filter((edit) => edit.end <= start)
      .reduce((sum, edit) => sum + edit.length - edit.end + edit.start, 0);
    expect(outerEnds(ranges)).toEqual(outerEnds(map.toRanges(start + moved, end + moved)));
  }
}

/** A shadow root that came elsewhere may have cut ranges in several. */
function outerEnds(ranges: readonly Range[]): (number | undefined)[] {
  const ends = ranges.flatMap(endsOf);
  return [...ends.slice(0, 2), ...ends.slice(-2)];
}
