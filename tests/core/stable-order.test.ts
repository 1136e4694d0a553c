import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { stableOrder, stableOrderOfTimes } from '../../core/stable-order';

const anyOrder = (count: number, isTurned: boolean) =>
  Uint32Array.from({ length: count }, (_, index) => (isTurned ? count - 1 - index : index));
const naive = (order: Uint32Array, keys: readonly number[]) =>
  Array.from(order).sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));

it('sorts as comparing does, and leaves what is equal as it was', () => {
  const keys = fc.array(fc.oneof(fc.nat(3), fc.nat(), fc.integer({ min: 0, max: 2 ** 32 - 1 })), {
    maxLength: 50,
  });
  fc.assert(
    fc.property(keys, fc.boolean(), (given, isTurned) => {
      const order = anyOrder(given.length, isTurned);
      expect(Array.from(stableOrder(order, Uint32Array.from(given)))).toEqual(naive(order, given));
    }),
  );
});

it('sorts times too, which need more room', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(3), fc.maxSafeNat()), { maxLength: 50 }),
      fc.boolean(),
      (given, isTurned) => {
        const order = anyOrder(given.length, isTurned);
        const sorted = stableOrderOfTimes(order, Float64Array.from(given));
        expect(Array.from(sorted)).toEqual(naive(order, given));
      },
    ),
  );
});

it('leaves the order that it is given as it is', () => {
  const order = Uint32Array.of(0, 1, 2);
  stableOrder(order, Uint32Array.of(3, 2, 1));
  expect(Array.from(order)).toEqual([0, 1, 2]);
});
