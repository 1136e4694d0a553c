/** Prints what a run of the detection bench found: every goal, reached or not, then how sure the detector may be believed. */

import type { Judged } from './figures';
import { type Goal, goalsOf, type JudgedByTool, ours } from './goals';
import type { Bundles, Scoring } from './rows';

const notes = [
  'Peers: isProbablyReaderable in rows 1 and 2, the better of Readability and Defuddle in 3–5, the prototype in 6, Readability in 7 and 8.',
  'Rows 9 and 10 of the design are tests: tests/e2e/detection-*.test.ts, tests/core (fingerprint), tests/page/metadata/customer-example.test.ts.',
  '“Most on a page” holds single measurements of a busy machine’s CPU time.',
];

/** @param print gets whole lines, without their ends */
export function printReport(
  test: JudgedByTool,
  tuning: JudgedByTool,
  scoring: Scoring,
  bundles: Bundles,
  print: (text: string) => void,
): void {
  const goals = goalsOf(test, scoring, bundles);
  const tuned = goalsOf(tuning, scoring, bundles);
  print('\n== the goals, on the test half');
  for (const each of goals) {
    print(
      line(
        each,
        tuned.find(({ name, number }) => name === each.name && number === each.number),
      ),
    );
  }
  for (const note of notes) print(note);
  const missed = goals.filter(({ isReached }) => isReached === false).length;
  const unknown = goals.filter(({ isReached }) => isReached === null).length;
  print(`${goals.length - missed - unknown} reached, ${missed} not reached, ${unknown} not measured`);
  print('\n== how often a page is an article at each probability, test half');
  for (const row of calibrationRows(test[ours] ?? [])) print(row);
}

function line({ number, name, ours: own, peer, asked, isReached }: Goal, tuned: Goal | undefined): string {
  const verdict = isReached === null ? 'not measured' : isReached ? 'reached' : 'NOT REACHED';
  return [
    String(number).padStart(2),
    name.padEnd(44),
    figure(own).padStart(7),
    `tuning ${figure(tuned?.ours ?? Number.NaN)}`.padEnd(14),
    `peer ${figure(peer)}`.padEnd(12),
    asked.padEnd(18),
    verdict,
  ].join('  ');
}

function figure(value: number): string {
  return Number.isFinite(value) ? value.toFixed(Math.abs(value) < 10 ? 2 : 1) : '–';
}

/** One line for each tenth: pages, mean probability said, share of articles. */
function calibrationRows(judged: readonly Judged[]): string[] {
  const scored = judged.flatMap(({ page: { label }, row }) => {
    const probability = row.detect?.v?.score;
    const isKnown = label === 'article' || label === 'nonarticle';
    return isKnown && probability !== undefined ? [{ probability, isArticle: label === 'article' }] : [];
  });
  return Array.from({ length: 10 }, (_, tenth) => {
    const some = scored.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === tenth);
    const said = some.reduce((sum, { probability }) => sum + probability, 0) / some.length;
    const found = some.filter(({ isArticle }) => isArticle).length / some.length;
    const range = `${tenth * 10}–${tenth * 10 + 10} %`.padEnd(10);
    return some.length === 0
      ? `${range}  no page`
      : `${range}  ${String(some.length).padStart(4)} pages   said ${(100 * said).toFixed(0).padStart(3)} %   found ${(100 * found).toFixed(0).padStart(3)} %`;
  });
}
