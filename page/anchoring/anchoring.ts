/** Anchoring as a library: describes chosen words, and finds all that was described again, on any page and under any root. */

import { placeQuotes } from '../../core/anchoring/place-quotes';
import type { Selectors } from '../../core/annotation';
import { runInSlices } from '../slices';
import { createLiveText, type LiveText } from '../text/live-text';
import type { TextMap } from '../text/text-map';
import { type Anchor, anchorAll as anchorRecords, type Described } from './anchor';
import { describe as describeIn } from './describe';
import { type Match, searchElsewhere } from './search-elsewhere';

export type { Anchor } from './anchor';
export type { Match } from './search-elsewhere';

/** A page that never rests is taken as it is after so many attempts. */
const mostAttempts = 3;

/** One text for each document, kept in step with it for as long as the document lives. */
const texts = new WeakMap<Document, LiveText>();

function liveTextOf(document: Document): LiveText {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = createLiveText(document, () => false, new AbortController().signal);
  texts.set(document, text);
  return text;
}

/**
 * Selectors that can be kept as JSON. Positions are UTF-16 units from the start of the root's text. Null when nothing of
 * the range is text that a reader sees.
 */
export function describe(range: Range, root: Element): Selectors | null {
  const map = mapOf(root);
  return describeIn(range, map, map.span(root));
}

/**
 * One anchor for each record, in their order, with its grade, its score and what to paint. The more records of a page are
 * given at once, the better each of them is placed. Works in slices of a few milliseconds.
 * @param match compares the texts somewhere else, as in a worker, where not all stands unchanged; here where it is missing
 * @throws the signal's reason when it was aborted meanwhile
 */
export async function anchorAll(
  records: readonly Described[],
  root: Element,
  { signal, match }: { signal?: AbortSignal; match?: Match } = {},
): Promise<Anchor[]> {
  const search = match === undefined ? placeQuotes : searchElsewhere(match);
  const annotations = records.map((target, index) => ({ id: String(index), target }));
  const text = liveTextOf(root.ownerDocument);
  for (let attempt = 1; ; attempt += 1) {
    if (text.isStale()) await runInSlices(text.refreshing(), signal);
    const { map } = text;
    const anchors = await runInSlices(anchorRecords(annotations, map, map.span(root), search), signal);
    if (!text.isStale() || attempt === mostAttempts) return anchors;
  }
}

/** The text under the root as it is now. */
export function mapOf(root: Element): TextMap {
  const text = liveTextOf(root.ownerDocument);
  text.refresh();
  return text.map;
}
