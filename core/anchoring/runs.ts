/** Steps through matching runs: cuts them to a span of the old text, and finds those that lie in one. */

import { informationOf, type UnitBuffer } from './fold-units';

/** `length` units from `old` in the old buffer equal those from `now` in the new one. */
export interface Run {
  old: number;
  now: number;
  length: number;
}

/** Runs in the order of the old text, with what is needed to look some up. */
export interface SortedRuns {
  runs: readonly Run[];
  /** The length of the longest. */
  longest: number;
  /** Whether the same words in gaps that no quote starts or ends in are among them. */
  isRefined: boolean;
}

export function sortRuns(runs: readonly Run[], isRefined = false): SortedRuns {
  const sorted = runs.toSorted((one, other) => one.old - other.old || one.now - other.now);
  const longest = runs.reduce((most, { length }) => Math.max(most, length), 0);
  return { runs: sorted, longest, isRefined };
}

/** The parts of the runs that lie in a span of the old text, in its order. */
export function runsWithin({ runs, longest }: SortedRuns, start: number, end: number): Run[] {
  const parts: Run[] = [];
  for (let index = firstFrom(runs, start - longest); index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || run.old >= end) break;
    const part = cutRun(run, start, end);
    if (part !== null) parts.push(part);
  }
  return parts;
}

/** The part of a run that lies in a span of the old text; null where there is none. */
export function cutRun(run: Run, start: number, end: number): Run | null {
  const before = Math.max(0, start - run.old);
  const length = Math.min(run.length, end - run.old) - before;
  return length > 0 ? { old: run.old + before, now: run.now + before, length } : null;
}

/** What they tell, in bits. */
export function informationOfRuns(runs: readonly Run[], old: UnitBuffer): number {
  return runs.reduce((bits, run) => bits + informationOf(old, run.old, run.old + run.length), 0);
}

function firstFrom(runs: readonly Run[], old: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.old ?? 0) < old) low = middle + 1;
    else high = middle;
  }
  return low;
}
