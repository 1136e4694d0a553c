/** So many a second for each asker, whoever else asks and wherever the clock goes. */

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRateLimit } from '../../core/rate-limit';

it('lets so many through in a second, and as many in the next', () => {
  let time = 5_000;
  const isWithin = createRateLimit(2, () => time);
  expect([isWithin('a'), isWithin('a'), isWithin('a')]).toEqual([true, true, false]);
  time = 5_999;
  expect(isWithin('a')).toBe(false);
  time = 6_000;
  expect([isWithin('a'), isWithin('a'), isWithin('a')]).toEqual([true, true, false]);
});

it('counts each asker alone, whatever the name', () => {
  const isWithin = createRateLimit(1, () => 0);
  for (const asker of ['1', '2', '__proto__', 'constructor', '']) {
    expect([isWithin(asker), isWithin(asker)]).toEqual([true, false]);
  }
});

it('starts anew when the clock jumps back', () => {
  let time = 9_000;
  const isWithin = createRateLimit(1, () => time);
  isWithin('a');
  time = 2_000;
  expect([isWithin('a'), isWithin('a')]).toEqual([true, false]);
});

it('never lets more through in any whole second, whoever asks when', () => {
  const asks = fc.array(fc.record({ asker: fc.constantFrom('a', 'b'), pause: fc.nat(400) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(asks, fc.integer({ min: 1, max: 5 }), (steps, most) => {
      let time = 0;
      const isWithin = createRateLimit(most, () => time);
      const passed = new Map<string, number>();
      for (const { asker, pause } of steps) {
        time += pause;
        const second = `${asker} ${Math.floor(time / 1000)}`;
        const before = passed.get(second) ?? 0;
        expect(isWithin(asker)).toBe(before < most);
        if (before < most) passed.set(second, before + 1);
      }
    }),
  );
});
