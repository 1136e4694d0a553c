/** Counts the rows of recall.mjs as its own report does, and what that report does not tell: scores, grades, short words. */

/** Of one annotation: kind, whether Chinese or Japanese, whether its words stood twice on the untouched page, what became of it, UTF-16 units. */
export type Passage = readonly [
  kind: string,
  cjk: 0 | 1,
  twin: 0 | 1,
  state: 'here' | 'gone' | 'skip',
  length: number,
];

export interface EngineResult {
  /** UTF-16 units of JSON of all records. */
  bytes: number;
  /** How much of the true words and of those returned is the same, 0 to 1; null where nothing was returned. */
  v: readonly (number | null)[];
  placements?: readonly { grade: string; score: number }[];
  /** The words on which ours landed. */
  landed?: readonly string[];
}

export interface RecallRow {
  page: string;
  lang: 'cjk' | 'lat';
  /** The mutation. */
  m: string;
  anns: readonly Passage[];
  words?: readonly string[];
  res: Readonly<Record<string, EngineResult>>;
}

/** Counts of annotations. */
export interface Tally {
  /** Of those whose words are still there: all; at least 0.9 right; 0.5 to 0.9; less; not painted. */
  here: number;
  right: number;
  part: number;
  wrong: number;
  lost: number;
  /** Of those of which nothing is left: all, and those painted all the same. */
  gone: number;
  painted: number;
  /** The same of those of one to four words. */
  shortGone: number;
  shortPainted: number;
  records: number;
  bytes: number;
}

/** Rows of failed trials and of other engines count nothing. */
export function tally(rows: readonly RecallRow[], engine: string): Tally {
  const sum: Tally = {
    here: 0,
    right: 0,
    part: 0,
    wrong: 0,
    lost: 0,
    gone: 0,
    painted: 0,
    shortGone: 0,
    shortPainted: 0,
    records: 0,
    bytes: 0,
  };
  for (const row of rows) {
    const result = row.res?.[engine];
    if (result === undefined) continue;
    sum.records += row.anns.length;
    sum.bytes += result.bytes;
    for (const [index, passage] of row.anns.entries()) count(sum, passage, result.v[index] ?? null);
  }
  return sum;
}

function count(sum: Tally, [kind, , twin, state]: Passage, overlap: number | null): void {
  const isPainted = overlap !== null && overlap >= 0;
  if (state === 'here') {
    sum.here += 1;
    if (!isPainted) sum.lost += 1;
    else if (overlap >= 0.9) sum.right += 1;
    else if (overlap >= 0.5) sum.part += 1;
    else sum.wrong += 1;
  } else if (state === 'gone' && twin === 0) {
    sum.gone += 1;
    if (isPainted) sum.painted += 1;
    if (kind === 'short') {
      sum.shortGone += 1;
      if (isPainted) sum.shortPainted += 1;
    }
  }
}

/** Percent; null of nothing. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

/** Percent of those reported as lost of which nothing is left. */
export function rightOrphans({ gone, painted, lost }: Tally): number | null {
  return percent(gone - painted, gone - painted + lost);
}

export interface Band {
  /** Scores from (included) to (excluded, but for 1). */
  from: number;
  to: number;
  placements: number;
  right: number;
}

const borders = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01];

/** How often a painted placement with such a score is right: at least 0.9 on the true words. The last band is all from 0.9 on. */
export function calibrate(rows: readonly RecallRow[], engine: string): Band[] {
  const bands = borders
    .slice(0, -1)
    .map((from, index): Band => ({ from, to: borders[index + 1] ?? 1, placements: 0, right: 0 }));
  const sure: Band = { from: 0.9, to: 1.01, placements: 0, right: 0 };
  for (const { anns, res } of rows) {
    const { v = [], placements = [] } = res?.[engine] ?? {};
    for (const [index, [, , twin, state]] of anns.entries()) {
      const overlap = v[index] ?? null;
      const score = placements[index]?.score;
      const isJudged = state === 'here' || (state === 'gone' && twin === 0);
      if (!isJudged || overlap === null || score === undefined) continue;
      for (const band of [...bands, sure]) {
        if (score < band.from || score >= band.to) continue;
        band.placements += 1;
        if (state === 'here' && overlap >= 0.9) band.right += 1;
      }
    }
  }
  return [...bands, sure];
}

export interface GradeCount {
  grade: string;
  /** Of those whose words are there: right, otherwise painted, not painted. */
  right: number;
  otherwise: number;
  unpainted: number;
  /** Of those of which nothing is left. */
  gone: number;
}

export function countGrades(rows: readonly RecallRow[], engine: string): GradeCount[] {
  const counts = new Map<string, GradeCount>();
  for (const { anns, res } of rows) {
    const { v = [], placements = [] } = res?.[engine] ?? {};
    for (const [index, [, , twin, state]] of anns.entries()) {
      const grade = placements[index]?.grade;
      if (grade === undefined || state === 'skip' || (state === 'gone' && twin === 1)) continue;
      const of = counts.get(grade) ?? { grade, right: 0, otherwise: 0, unpainted: 0, gone: 0 };
      counts.set(grade, of);
      const overlap = v[index] ?? null;
      if (state === 'gone') of.gone += 1;
      else if (overlap === null) of.unpainted += 1;
      else if (overlap >= 0.9) of.right += 1;
      else of.otherwise += 1;
    }
  }
  return [...counts.values()];
}
