/** The places of one article's annotations in its texts, in code points. */

import type { Annotation, TextPositionSelector } from '../annotation';
import type { TextSnapshot } from '../article';
import { type CodePointTable, codePointTable } from '../code-points';
import { holdsQuote } from '../holds-quote';

/**
 * Null where the text does not say the annotation's words at its place: a text may have come without that check, after the
 * annotation that names it.
 */
export function positionsIn(
  snapshots: ReadonlyMap<string, TextSnapshot>,
): (annotation: Annotation) => TextPositionSelector | null {
  const tables = new Map<string, CodePointTable>();
  return ({ target }) => {
    const snapshot = snapshots.get(target.snapshot ?? '');
    if (target.position === null || snapshot === undefined || !holdsQuote(snapshot.text, target)) return null;
    const table = tables.get(snapshot.sha256) ?? codePointTable(snapshot.text);
    tables.set(snapshot.sha256, table);
    const start = table.toCodePoints(target.position.start);
    const end = table.toCodePoints(target.position.end);
    return start === null || end === null ? null : { start, end };
  };
}
