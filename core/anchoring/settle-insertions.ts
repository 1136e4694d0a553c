/** Where text was put in between two runs and either could hold the characters at its border, says which one does. */

import { lineStart, type UnitBuffer } from './fold-units';
import type { Run } from './runs';

/**
 * An insertion "lines X" before "lines Y" may have come before "lines" or after it. Whole lines are put in rather than parts
 * of two; then what is put in stands outside the quote; else it stays as it is.
 * @param borders of the quote in the old buffer
 */
export function settleInsertions(
  runs: readonly Run[],
  old: UnitBuffer,
  now: UnitBuffer,
  borders: readonly number[],
): Run[] {
  const settled = runs.map((run) => ({ ...run }));
  for (let index = 1; index < settled.length; index += 1) {
    const [before, after] = [settled[index - 1], settled[index]];
    if (before === undefined || after === undefined) continue;
    const border = before.old + before.length;
    if (before.now + before.length === after.now) continue;
    if (border !== after.old) {
      cutToLines(before, after, old, now);
      continue;
    }
    const shift = bestShift(before, after, old, now, borders);
    before.length += shift;
    after.old += shift;
    after.now += shift;
    after.length -= shift;
  }
  return settled.filter(({ length }) => length > 0);
}

/** A mark that ends both the line before an insertion and its own last line is not left hanging on the far side. */
const hanging = 3;

function cutToLines(before: Run, after: Run, old: UnitBuffer, now: UnitBuffer): void {
  for (let cut = 1; cut <= Math.min(hanging, after.length - 1); cut += 1) {
    if (old.starts[after.old + cut] !== lineStart || now.starts[after.now + cut] !== lineStart) continue;
    after.old += cut;
    after.now += cut;
    after.length -= cut;
    break;
  }
  for (let cut = 1; cut <= Math.min(hanging, before.length - 1); cut += 1) {
    const end = before.length - cut;
    if (old.starts[before.old + end] !== lineStart || now.starts[before.now + end] !== lineStart) continue;
    before.length = end;
    break;
  }
}

function bestShift(
  before: Run,
  after: Run,
  old: UnitBuffer,
  now: UnitBuffer,
  borders: readonly number[],
): number {
  const border = after.old;
  const worth = (shift: number) => {
    const isLine =
      now.starts[before.now + before.length + shift] === lineStart &&
      now.starts[after.now + shift] === lineStart;
    return (isLine ? 2 : 0) + (borders.includes(border + shift) ? 1 : 0);
  };
  let best = 0;
  let most = worth(0);
  const consider = (shift: number) => {
    const value = worth(shift);
    if (value > most) [best, most] = [shift, value];
  };
  for (let shift = -1; -shift <= before.length; shift -= 1) {
    if (old.units[border + shift] !== now.units[after.now + shift]) break;
    consider(shift);
  }
  for (let shift = 0; shift < after.length; shift += 1) {
    if (old.units[border + shift] !== now.units[before.now + before.length + shift]) break;
    consider(shift + 1);
  }
  return best;
}
