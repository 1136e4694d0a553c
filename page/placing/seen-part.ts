/** Tells which part of the page's text the window shows, so that what the reader looks at comes first. */

import type { Annotation } from '../../core/annotation';
import type { Span } from '../../core/span';
import { caretAt } from '../text/caret-at';
import type { TextMap } from '../text/text-map';

/** Shares of the window's width and height at which it is asked. */
const columns = [1 / 3, 1 / 2];
const rows = [1 / 8, 3 / 8, 5 / 8, 7 / 8];

/** UTF-16 units around each point, so that the lines between two of them count too. */
const around = 700;

/**
 * What stands apart from most of it, such as a menu that stays on top, does not count. Asks for layout. Null where the
 * window shows no text.
 */
export function seenPart(document: Document, map: TextMap): Span | null {
  const { defaultView: window } = document;
  if (window === null) return null;
  const offsets = columns
    .flatMap((column) =>
      rows.map((row) => caretAt(document, column * window.innerWidth, row * window.innerHeight, map)),
    )
    .flatMap((caret) => (caret === null ? [] : (map.offsetOf(caret.node, caret.offset, 'start') ?? [])))
    .sort((one, other) => one - other);
  const groups: { start: number; end: number; count: number }[] = [];
  for (const offset of offsets) {
    const last = groups.at(-1);
    if (last !== undefined && offset - last.end < around * 2)
      [last.end, last.count] = [offset, last.count + 1];
    else groups.push({ start: offset, end: offset, count: 1 });
  }
  const [most] = groups.sort((one, other) => other.count - one.count);
  return most === undefined
    ? null
    : { start: Math.max(0, most.start - around), end: Math.min(map.text.length, most.end + around) };
}

/** How many annotations are asked, and how long their quotes must be, in UTF-16 units, to stand only once most likely. */
const asked = 15;
const telling = 24;
/** How far the answers of most may lie apart, in UTF-16 units: where parts were moved or copied, there is no one answer. */
const apart = 500;
const most = 0.75;

/**
 * Where stored positions begin in the text, as the words tell that stand there unchanged and only once: the article's
 * root is not needed for it. Null where too few do or they do not agree, and where all stand where they stood: then all
 * is found as quickly as a part.
 */
export function guessOrigin(annotations: readonly Annotation[], text: string): number | null {
  const origins: number[] = [];
  let missing = 0;
  const step = Math.max(1, Math.floor(annotations.length / asked));
  for (let index = 0; index < annotations.length; index += step) {
    const { quote, position } = annotations[index]?.target ?? {};
    if (quote === undefined || position == null || quote.exact.length < telling) continue;
    const words = quote.exact.slice(0, telling);
    const at = text.indexOf(words);
    if (at >= 0 && text.indexOf(words, at + 1) < 0) origins.push(at - position.start);
    else missing += 1;
  }
  origins.sort((one, other) => one - other);
  if (missing === 0 && origins[0] === origins.at(-1)) return null;
  const middle = origins[origins.length >> 1] ?? 0;
  const agreeing = origins.filter((origin) => Math.abs(origin - middle) < apart);
  return agreeing.length >= 3 && agreeing.length >= origins.length * most ? middle : null;
}
