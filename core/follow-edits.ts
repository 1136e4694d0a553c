/** Carries places in a text over to the text that edits have made of it. */

/** A part of a text that became another one, or the same words again. */
export interface TextEdit {
  /** In the text before all edits, UTF-16 units, end exclusive. */
  start: number;
  end: number;
  /** How long it is now. */
  length: number;
}

export interface Followed {
  start: number;
  end: number;
  /** No edit touches the words. Otherwise they were written again, as they were. */
  isUntouched: boolean;
}

/** An edit without the words at its ends that are as before. */
interface Narrowed {
  start: number;
  end: number;
  /** What differs, in the text before and now; end exclusive. */
  from: number;
  to: number;
  fromNow: number;
  toNow: number;
  /** What must be added to an offset before the edit, and after it. */
  shiftBefore: number;
  shiftAfter: number;
}

export interface Followers {
  /** Where the words from `start` to `end` stand now; null where they are no longer there as they were. */
  follow(start: number, end: number): Followed | null;
  /** What has become of the words from `start` to `end`, with all that the edits that touch them brought. */
  around(start: number, end: number): { start: number; end: number };
  /** What the edits brought, with a little of what stands around it. */
  brought(): string[];
}

/** UTF-16 units on either side that must be as before too, where words are looked for inside an edit. */
const context = 32;

/**
 * @param edits ascending and apart from each other
 * Cost: linear in the length of the edits, then the logarithm of their number for each place.
 */
export function followEdits(before: string, now: string, edits: readonly TextEdit[]): Followers {
  const narrowed: Narrowed[] = [];
  let shift = 0;
  for (const { start, end, length } of edits) {
    const startNow = start + shift;
    const same = commonEnds(before, start, end, now, startNow, startNow + length);
    shift += length - (end - start);
    narrowed.push({
      start,
      end,
      from: start + same.atStart,
      to: end - same.atEnd,
      fromNow: startNow + same.atStart,
      toNow: startNow + length - same.atEnd,
      shiftBefore: startNow - start,
      shiftAfter: shift,
    });
  }

  /** The first edit that ends after the offset, or their number. */
  const firstEndingAfter = (offset: number): number => {
    let low = 0;
    let high = narrowed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((narrowed[middle]?.end ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  /** Whether the words, with some context, stand there too. */
  const isAt = (start: number, end: number, by: number): boolean => {
    const from = Math.max(0, start - context);
    const to = Math.min(before.length, end + context);
    return from + by >= 0 && now.startsWith(before.slice(from, to), from + by);
  };

  return {
    follow(start, end) {
      const index = firstEndingAfter(start);
      const first = narrowed[index];
      const shiftBefore = first?.shiftBefore ?? shift;
      if (first === undefined || first.start >= end) {
        return { start: start + shiftBefore, end: end + shiftBefore, isUntouched: true };
      }
      let last = first;
      for (let at = index + 1; (narrowed[at]?.start ?? end) < end; at += 1) last = narrowed[at] ?? last;
      const isBefore = end <= first.from;
      const isAfter = start >= last.to && first === last;
      const by = isBefore
        ? shiftBefore
        : isAfter
          ? last.shiftAfter
          : [shiftBefore, last.shiftAfter].find((one) => isAt(start, end, one));
      return by === undefined ? null : { start: start + by, end: end + by, isUntouched: false };
    },
    around(start, end) {
      const index = firstEndingAfter(start);
      const first = narrowed[index];
      if (first === undefined || first.start >= end) {
        const by = first?.shiftBefore ?? shift;
        return { start: start + by, end: end + by };
      }
      let last = first;
      for (let at = index + 1; (narrowed[at]?.start ?? end) < end; at += 1) last = narrowed[at] ?? last;
      return {
        start: Math.min(start, first.start) + first.shiftBefore,
        end: Math.max(end, last.end) + last.shiftAfter,
      };
    },
    brought: () =>
      narrowed.map(({ fromNow, toNow }) => now.slice(Math.max(0, fromNow - context), toNow + context)),
  };
}

function commonEnds(
  before: string,
  start: number,
  end: number,
  now: string,
  startNow: number,
  endNow: number,
): { atStart: number; atEnd: number } {
  const most = Math.min(end - start, endNow - startNow);
  let atStart = 0;
  while (atStart < most && before.charCodeAt(start + atStart) === now.charCodeAt(startNow + atStart)) {
    atStart += 1;
  }
  let atEnd = 0;
  const left = most - atStart;
  while (atEnd < left && before.charCodeAt(end - 1 - atEnd) === now.charCodeAt(endNow - 1 - atEnd))
    atEnd += 1;
  return { atStart, atEnd };
}
