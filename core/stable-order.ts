/** Sorts many things by numbers without comparing them two by two: a hundred thousand in some milliseconds. */

const digitBits = 16;
const digitSize = 2 ** digitBits;

/**
 * Sorts by one key after the other, the one that decides last: what has the same key keeps its order.
 * @param order indexes of things, in the order that they have
 * @param keys by index; integers from 0 to 2^53
 */
export function stableOrder(order: Uint32Array, keys: ArrayLike<number>): Uint32Array {
  let greatest = 0;
  for (const index of order) greatest = Math.max(greatest, keys[index] ?? 0);
  let sorted = order;
  for (let unit = 1; unit <= greatest; unit *= digitSize) sorted = byDigit(sorted, keys, unit);
  return sorted;
}

function byDigit(order: Uint32Array, keys: ArrayLike<number>, unit: number): Uint32Array {
  const digit = (index: number) => Math.floor((keys[index] ?? 0) / unit) % digitSize;
  const starts = new Uint32Array(digitSize + 1);
  for (const index of order) {
    const next = digit(index) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at <= digitSize; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const index of order) {
    const place = starts[digit(index)] ?? 0;
    sorted[place] = index;
    starts[digit(index)] = place + 1;
  }
  return sorted;
}
