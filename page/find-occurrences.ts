/** Finds where the article says a phrase, and keeps the places that the reader has looked at, wherever they have moved to since. */

import type { Occurrence } from '../core/messages';
import { describeOccurrence, findOccurrences } from '../core/occurrences';
import type { Placing } from './placing/place-annotations';
import type { Choice, Writing } from './write-annotations';

export interface Occurrences {
  /** In the order of the text; see `TabRequests.occurrences`. */
  find(phrase: string): Occurrence[];
  /** As `find`, for what the range says. */
  findLike(range: Range): Occurrence[];
  /**
   * Keeps those of the places found last that still say the same words, in one step.
   * @returns how many were kept
   */
  keep(places: readonly Pick<Occurrence, 'start' | 'end'>[], choice: Choice): Promise<number>;
}

interface FoundPlace extends Occurrence {
  /** Moves along with what the page does to its text; null where the words have no one range. */
  range: Range | null;
}

export function createOccurrences(
  placing: Pick<Placing, 'anchors' | 'refresh'>,
  { keepAll }: Pick<Writing, 'keepAll'>,
): Occurrences {
  let found: FoundPlace[] = [];

  const find = (phrase: string): Occurrence[] => {
    const { map, span } = placing.refresh();
    const kept = new Set(placing.anchors().map(({ start, end }) => `${start} ${end}`));
    const spans = findOccurrences(map.text, phrase, span);
    const occurrences = spans.map((place) =>
      describeOccurrence(map.text, place, kept.has(`${place.start} ${place.end}`)),
    );
    found = occurrences.map((place) => ({ ...place, range: map.toRange(place.start, place.end) }));
    return occurrences;
  };

  return {
    find,
    findLike: (range) => find(wordsIn(placing.refresh().map, range) ?? ''),
    async keep(places, choice) {
      const { map } = placing.refresh();
      const ranges = places.flatMap(({ start, end }) => {
        const place = found.find((each) => each.start === start && each.end === end);
        const range = place?.range ?? null;
        return range !== null && wordsIn(map, range) === place?.words ? [range] : [];
      });
      return (await keepAll(ranges, choice)).length;
    },
  };
}

function wordsIn(map: ReturnType<Placing['refresh']>['map'], range: Range): string | null {
  const start = map.offsetOf(range.startContainer, range.startOffset, 'start');
  const end = map.offsetOf(range.endContainer, range.endOffset, 'end');
  return start === null || end === null ? null : map.text.slice(start, end);
}
