/** Sorts many things by numbers without comparing them two by two: a hundred thousand in a few milliseconds. */

const digitBits = 16;
const digitSize = 1 << digitBits;
const lowest = digitSize - 1;

/** Of so many things, each at the place of its index. */
export function countedUp(count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) order[index] = index;
  return order;
}

/**
 * Sorts by one key after the other, the one that decides last: what has the same key keeps its order.
 * @param order indexes of things, in the order that they have; stays as it is
 * @param keys by index
 */
export function stableOrder(order: Uint32Array, keys: Uint32Array): Uint32Array {
  let greatest = 0;
  for (let at = 0; at < order.length; at += 1) {
    const key = keys[order[at] as number] as number;
    if (key > greatest) greatest = key;
  }
  if (greatest === 0) return order;
  const byLow = byDigit(order, keys, 0, Math.min(greatest, lowest));
  return greatest < digitSize ? byLow : byDigit(byLow, keys, digitBits, greatest >>> digitBits);
}

/** Sorts by whole numbers from 0 to 2^53, such as times. */
export function stableOrderOfTimes(order: Uint32Array, times: Float64Array): Uint32Array {
  const low = new Uint32Array(times.length);
  const high = new Uint32Array(times.length);
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] as number;
    low[index] = time % 2 ** 32;
    high[index] = time / 2 ** 32;
  }
  return stableOrder(stableOrder(order, low), high);
}

/** @param greatest of all digits */
function byDigit(order: Uint32Array, keys: Uint32Array, shift: number, greatest: number): Uint32Array {
  // Typed arrays hold a number at every index that is used here.
  const starts = new Uint32Array(greatest + 2);
  for (let at = 0; at < order.length; at += 1) {
    const next = (((keys[order[at] as number] as number) >>> shift) & lowest) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let at = 1; at <= greatest; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] as number;
    const digit = ((keys[index] as number) >>> shift) & lowest;
    const place = starts[digit] as number;
    sorted[place] = index;
    starts[digit] = place + 1;
  }
  return sorted;
}
