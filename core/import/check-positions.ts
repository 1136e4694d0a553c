/** Holds the annotations of a foreign archive to the texts that came with them. */

import type { Annotation, Target } from '../annotation';
import type { Archive } from '../archive';
import { holdsQuote } from '../holds-quote';
import { type CheckedQuote, checkQuotes, type QuoteClaim } from './check-quote';
import type { OffsetUnit } from './counted-offsets';
import type { Mended } from './imported';

/**
 * Annotations whose text says other words at their position get the place where it says them, or none; those of which the
 * text is not at hand stay as they are.
 * @param claimOf where in the file the annotation stands, and the place that the file gives for it in `unit`
 */
export function checkPositions(
  { annotations, snapshots }: Archive,
  unit: OffsetUnit,
  claimOf: (annotation: Annotation) => { where: string; place: QuoteClaim['place'] },
): { annotations: Annotation[]; mended: Mended[] } {
  const texts = new Map(snapshots.map(({ sha256, text }) => [sha256, text]));
  const mended: Mended[] = [];
  const right = new Map<Annotation, Annotation>();
  for (const [digest, members] of Map.groupBy(annotations, ({ target }) => target.snapshot ?? '')) {
    const text = texts.get(digest);
    if (text === undefined) continue;
    const untrue = members.filter(({ target }) => !holdsQuote(text, target));
    const claims = untrue.map((annotation) => claimed(annotation.target, claimOf(annotation).place));
    for (const [index, found] of checkQuotes(text, unit, claims).entries()) {
      const annotation = untrue[index];
      if (annotation === undefined) continue;
      right.set(annotation, { ...annotation, target: placed(annotation.target, found) });
      if (found.how !== null) mended.push({ where: claimOf(annotation).where, how: found.how });
    }
  }
  return { annotations: annotations.map((annotation) => right.get(annotation) ?? annotation), mended };
}

function claimed({ quote }: Target, place: QuoteClaim['place']): QuoteClaim {
  return { ...quote, place };
}

function placed(target: Target, { position }: CheckedQuote): Target {
  return position === null ? { ...target, position, snapshot: null } : { ...target, position };
}
