import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { stableOrder } from '../../core/stable-order';

it('sorts as comparing does, and leaves what is equal as it was', () => {
  const keys = fc.array(fc.oneof(fc.nat(3), fc.nat(), fc.maxSafeNat()), { maxLength: 50 });
  fc.assert(
    fc.property(keys, fc.boolean(), (given, isTurned) => {
      const order = Uint32Array.from(given, (_, index) => (isTurned ? given.length - 1 - index : index));
      const naive = Array.from(order).sort((one, other) => (given[one] ?? 0) - (given[other] ?? 0));
      expect(Array.from(stableOrder(order, given))).toEqual(naive);
    }),
  );
});

it('leaves the order that it is given as it is', () => {
  const order = Uint32Array.of(0, 1, 2);
  stableOrder(order, [3, 2, 1]);
  expect(Array.from(order)).toEqual([0, 1, 2]);
});
