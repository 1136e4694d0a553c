import { describe, expect, it } from 'vitest';
import { type Figures, hypothesis, ours } from './figures';
import { goalsOf } from './goals';
import { printReport } from './report';
import type { Passage, RecallRow } from './tally';

const nothing: Figures = {
  test: [],
  tuning: [],
  sample: [],
  perf: [],
  client: [],
  paint: [],
  weight: [],
  measured: [],
};

const here: Passage = ['words', 0, 0, 'here', 20];

function trial(engine: string, m: string, v: (number | null)[]): RecallRow {
  return { page: 'one.html', lang: 'lat', m, anns: v.map(() => here), res: { [engine]: { bytes: 100, v } } };
}

function linesOf(figures: Figures): string[] {
  const lines: string[] = [];
  printReport(figures, (text) => lines.push(...text.split('\n')));
  return lines;
}

describe('the report of the anchoring bench', () => {
  it('has a line for each of the sixteen goals, even where nothing was measured', () => {
    const goals = goalsOf(nothing);
    expect(new Set(goals.map(({ number }) => number)).size).toBe(16);
    expect(goals.filter(({ isReached }) => isReached !== null)).toEqual([]);
  });

  it('says NO of a goal that was missed', () => {
    const figures = { ...nothing, test: [trial(ours, 'edit30', [1, 1, 0.2, null])] };
    expect(linesOf(figures).filter((line) => /^(?:1|2|6) .*NO$/u.test(line))).toEqual([
      expect.stringContaining('right, 15 mutations'),
      expect.stringContaining('on wrong words'),
      expect.stringContaining('right, edit30'),
    ]);
  });

  it('compares with Hypothesis on the same page in the same state, and counts the worse language', () => {
    const perf = (lang: string, cpuTotal: number) => ({
      ...{ lang, size: 60_000, state: 'edit05' as const, name: ours, n: 200, found: 200 },
      ...{ cpuTotal, describe: 0.1, keptMB: 0.2 },
    });
    const client = (lang: string, m: string, cpu: number) => ({
      ...{ page: `synth-${lang}-60000.html`, m, cpu, longest: 600 },
    });
    const goals = goalsOf({
      ...nothing,
      perf: [perf('lat', 10), perf('cjk', 20)],
      client: [
        client('lat', 'bare-edit05', 400),
        client('cjk', 'bare-edit05', 500),
        client('cjk', 'perf-edit05', 9_000),
      ],
    });
    const goal = goals.find(({ name }) => name.includes('60k, edit05'));
    expect(goal).toMatchObject({ ours: '10 / 20 = 1/25.0', hypothesis: '400 / 500', isReached: false });
  });

  it('shows the client’s own recall on the sample', () => {
    const figures = { ...nothing, sample: [trial(hypothesis, 'typo', [1, 0.2])] };
    const goal = goalsOf(figures).find(({ name }) => name.includes('typo'));
    expect(goal).toMatchObject({ ours: '–', hypothesis: '50.00', isReached: null });
  });
});
