/** A report of placements always fits into one request, and says of each annotation what is most important. */

import { expect, test } from 'vitest';
import { lightenPlacements } from '../../core/lighten-placements';
import { checkPageRequest } from '../../core/messages';
import type { Candidate, Placement } from '../../core/placement';
import { longestRequest } from '../../core/request-limit';
import { aPlacement } from '../builders';

const mostReported = longestRequest - 100;
const words = '清淤不等于清账。'.repeat(60);
const candidates = Array.from({ length: 20 }, (_, index): Candidate => {
  const start = index * 1_000;
  return {
    start,
    end: start + words.length,
    score: 0.05,
    words,
    before: '前'.repeat(40),
    after: '后'.repeat(40),
  };
});
const unclear = (count: number): Placement[] =>
  Array.from({ length: count }, () => aPlacement({ grade: 'ambiguous', candidates }));

test('what fits is sent as it is', () => {
  const placements = unclear(10);
  expect(lightenPlacements(placements, mostReported)).toEqual(placements);
});

test.each([
  ['the words of each place are cut first', 110, 20, 201],
  ['then only the likeliest places are told', 400, 5, 201],
  ['then none', 2_000, 0, 0],
])('%s', (_what, count, places, length) => {
  const report = lightenPlacements(unclear(count), mostReported);
  expect(report).toHaveLength(count);
  for (const { grade, candidates: told } of report) {
    expect([grade, told.length, told[0]?.words.length ?? 0]).toEqual(['ambiguous', places, length]);
  }
  expect(checkPageRequest('placed', { placements: report }).name).toBe('placed');
});
