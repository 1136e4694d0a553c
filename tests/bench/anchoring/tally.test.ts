import { describe, expect, it } from 'vitest';
import { calibrate, countGrades, type Passage, type RecallRow, rightOrphans, tally } from './tally';

const here: Passage = ['words', 0, 0, 'here', 20];
const gone: Passage = ['short', 0, 0, 'gone', 20];
const goneTwin: Passage = ['short', 0, 1, 'gone', 20];
const skip: Passage = ['words', 0, 0, 'skip', 20];

const row = (anns: Passage[], v: (number | null)[], scores: number[] = []): RecallRow => ({
  page: 'one.html',
  lang: 'lat',
  m: 'edit05',
  anns,
  res: {
    ours: {
      bytes: 100,
      v,
      placements: scores.map((score) => ({ grade: score > 0 ? 'changed' : 'lost', score })),
    },
  },
});

describe('the count of recall rows', () => {
  it('tells right, partly right, wrong and lost words apart', () => {
    const sum = tally([row([here, here, here, here, skip], [0.9, 0.5, 0.49, null, 0])], 'ours');
    expect(sum).toMatchObject({ here: 4, right: 1, part: 1, wrong: 1, lost: 1, gone: 0 });
  });

  it('counts words painted though gone, but not those that stood twice on the page', () => {
    const sum = tally([row([gone, gone, goneTwin], [0, null, 0])], 'ours');
    expect(sum).toMatchObject({ gone: 2, painted: 1, shortGone: 2, shortPainted: 1 });
  });

  it('holds a range outside of all text for not painted', () => {
    expect(tally([row([here, gone], [-1, -1])], 'ours')).toMatchObject({ lost: 1, painted: 0 });
  });

  it('counts an orphan report as right where nothing is left', () => {
    expect(rightOrphans(tally([row([gone, gone, gone, here], [null, null, null, null])], 'ours'))).toBe(75);
    expect(rightOrphans(tally([row([here], [1])], 'ours'))).toBeNull();
  });

  it('counts nothing for an engine that was not run', () => {
    expect(tally([row([here], [1])], 'other')).toMatchObject({ here: 0, records: 0 });
  });
});

describe('the calibration', () => {
  it('takes painted placements only, and holds one that is painted though gone for not right', () => {
    const bands = calibrate([row([here, gone, here, skip], [1, 0, null, 1], [0.96, 0.93, 0, 1])], 'ours');
    expect(bands.find(({ from }) => from === 0.95)).toMatchObject({ placements: 1, right: 1 });
    expect(bands.at(-1)).toMatchObject({ from: 0.9, placements: 2, right: 1 });
  });

  it('has a band for a score of 1', () => {
    expect(calibrate([row([here], [1], [1])], 'ours').at(-2)).toMatchObject({ placements: 1, right: 1 });
  });

  it('says of each grade what became of the words', () => {
    const counts = countGrades([row([here, here, gone], [1, null, null], [1, 0, 0])], 'ours');
    expect(counts).toEqual([
      { grade: 'changed', right: 1, otherwise: 0, unpainted: 0, gone: 0 },
      { grade: 'lost', right: 0, otherwise: 0, unpainted: 1, gone: 1 },
    ]);
  });
});
