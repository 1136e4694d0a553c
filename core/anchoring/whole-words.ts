/** Cuts matching runs back to whole words: "quick" and "quiet" share three letters and nothing else. */

import type { UnitBuffer } from './fold-units';
import type { Stretch } from './old-text';
import type { Run } from './runs';

/** A stretch may start or end inside a word: there, a run may too. Runs of which nothing is left are dropped. */
export function cutToWords(
  runs: readonly Run[],
  stretchAt: (unit: number) => Stretch,
  old: UnitBuffer,
  now: UnitBuffer,
): Run[] {
  return runs.flatMap((run) => {
    const stretch = stretchAt(run.old);
    let { old: start, length } = run;
    const shift = run.now - run.old;
    while (length > 0 && start > stretch.start && !(isBorder(old, start) && isBorder(now, start + shift))) {
      start += 1;
      length -= 1;
    }
    while (
      length > 0 &&
      start + length < stretch.end &&
      !(isBorder(old, start + length) && isBorder(now, start + length + shift))
    ) {
      length -= 1;
    }
    return length > 0 ? [{ old: start, now: start + shift, length }] : [];
  });
}

function isBorder({ starts, length }: UnitBuffer, at: number): boolean {
  return at >= length || starts[at] !== 0;
}
