/** Fills the gaps of a chain with the words that are the same on both sides, once for all quotes that span them. */

import { alignWords } from './align-words';
import type { UnitBuffer } from './fold-units';
import type { Run } from './runs';

/** Units of a gap; in a longer one words match by chance. */
const longestGap = 200;
/** Gaps between two pauses: a millisecond or two of work. */
const pauseAfter = 50;

/**
 * Leaves alone the gaps that a quote starts or ends in: there it matters where (see `edited-gaps.ts`).
 * @param borders where quotes start and end in the old buffer, ascending
 */
export function* refineChain(
  chain: readonly Run[],
  borders: Uint32Array,
  old: UnitBuffer,
  now: UnitBuffer,
): Generator<void, Run[]> {
  const refined: Run[] = [];
  let nextBorder = 0;
  for (const [index, run] of chain.entries()) {
    if (index % pauseAfter === pauseAfter - 1) yield;
    const before = chain[index - 1];
    if (before !== undefined) {
      const gap = {
        oldStart: before.old + before.length,
        oldEnd: run.old,
        nowStart: before.now + before.length,
        nowEnd: run.now,
        isOpenBefore: false,
        isOpenAfter: false,
      };
      while ((borders[nextBorder] ?? Number.POSITIVE_INFINITY) < gap.oldStart) nextBorder += 1;
      const hasBorder = (borders[nextBorder] ?? Number.POSITIVE_INFINITY) <= gap.oldEnd;
      const isShort = gap.oldEnd - gap.oldStart <= longestGap && gap.nowEnd - gap.nowStart <= longestGap;
      if (!hasBorder && isShort) refined.push(...sameWords(gap, old, now));
    }
    refined.push(run);
  }
  return refined;
}

function sameWords(gap: Parameters<typeof alignWords>[2], old: UnitBuffer, now: UnitBuffer): Run[] {
  return alignWords(old, now, gap, [-1, -1]).flatMap(({ isSame, oldStart, oldEnd, nowStart }) =>
    isSame ? [{ old: oldStart, now: nowStart, length: oldEnd - oldStart }] : [],
  );
}
