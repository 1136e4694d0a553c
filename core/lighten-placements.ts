/** Makes a report of placements small enough to be sent: what it says of each annotation stays, examples go first. */

import type { Placement } from './placement';

/** UTF-16 units of a candidate's words that are enough to tell it from the others. */
const fewWords = 200;
const fewCandidates = 5;

/** From the mildest on; each is tried on the whole report. */
const measures: readonly ((placement: Placement) => Placement)[] = [
  (placement) => placement,
  (placement) => ({
    ...placement,
    candidates: placement.candidates.map((place) => ({ ...place, words: shorten(place.words) })),
  }),
  (placement) => ({
    ...placement,
    candidates: placement.candidates
      .slice(0, fewCandidates)
      .map((place) => ({ ...place, words: shorten(place.words) })),
  }),
  (placement) => ({ ...placement, words: null, candidates: [] }),
];

/** @param longest UTF-16 units of its JSON; where even the least is longer, the least */
export function lightenPlacements(placements: readonly Placement[], longest: number): Placement[] {
  let report: Placement[] = [];
  for (const measure of measures) {
    report = placements.map(measure);
    if (JSON.stringify(report).length <= longest) break;
  }
  return report;
}

function shorten(words: string): string {
  return words.length <= fewWords ? words : `${words.slice(0, fewWords).replace(/[\ud800-\udbff]$/u, '')}…`;
}
