/** Answers the sidebar about the places that an annotation may have: shows one, or makes it the annotation's own. */

import type { Session } from './session';

/** Offsets as in the placements that this page has told. */
interface Place {
  start: number;
  end: number;
}

/** False where the page says other words there by now. */
export function glimpseCandidate(
  session: Pick<Session, 'rangesAt' | 'glimpse'>,
  { start, end }: Place,
): boolean {
  const ranges = session.rangesAt(start, end);
  session.glimpse(ranges);
  return ranges.length > 0;
}

/**
 * False where the place is none of the annotation's candidates by now, or the page says other words there. Rejects as
 * the library does. What crosses shadow trees is attached by its first part, since no Range spans both.
 */
export async function chooseCandidate(
  session: Pick<Session, 'placements' | 'rangesAt' | 'reattach'>,
  { id, start, end }: Place & { id: string },
): Promise<boolean> {
  const placement = session.placements().find((placed) => placed.id === id);
  const isCandidate = placement?.candidates.some((place) => place.start === start && place.end === end);
  const [range] = isCandidate ? session.rangesAt(start, end) : [];
  if (range === undefined) return false;
  await session.reattach(id, range);
  return true;
}
