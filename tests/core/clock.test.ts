/** The clock: later stamps sort later, whatever the wall clock does. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tick } from '../../core/clock';

test('a first stamp carries the wall clock, a zero counter and the device', () => {
  expect(tick(null, 1_700_000_000_000, 'laptop')).toBe('001700000000000.000000.laptop');
});

test('stamps sort as text in the order in which they were made, even when the wall clock jumps back', () => {
  const times = fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(times, (walls) => {
      const stamps: string[] = [];
      for (const wall of walls) stamps.push(tick(stamps.at(-1) ?? null, wall, 'laptop'));
      expect(stamps).toEqual([...new Set(stamps)].sort());
    }),
  );
});

test('a stamp made after seeing another device sorts after it', () => {
  const theirs = tick(null, 2_000, 'zebra');
  expect(tick(theirs, 1_000, 'aardvark') > theirs).toBe(true);
});

test('a full counter carries into the time', () => {
  expect(tick('000000000000009.999999.laptop', 5, 'laptop')).toBe('000000000000010.000000.laptop');
});
