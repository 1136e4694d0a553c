/** A hybrid logical clock: text that sorts in the order in which things were done, whatever the wall clock says. */

const millisecondDigits = 15;
const counterDigits = 6;
const mostCounted = 10 ** counterDigits - 1;

/**
 * The stamp after `last` on this device. Source: Kulkarni et al., "Logical Physical Clocks", 2014.
 * @param last the greatest stamp seen anywhere, or null
 * @param now wall clock, milliseconds since 1970
 */
export function tick(last: string | null, now: number, device: string): string {
  if (last === null) return stamp(now, 0, device);
  const [time, counter] = readStamp(last);
  if (now > time) return stamp(now, 0, device);
  // A counter that outgrew its digits would sort before the stamps that it follows.
  return counter < mostCounted ? stamp(time, counter + 1, device) : stamp(time + 1, 0, device);
}

/** When a stamp was made, ISO 8601 UTC: never before that of an earlier stamp, so it may be ahead of the wall clock. */
export function timeOf(text: string): string {
  return new Date(readStamp(text)[0]).toISOString();
}

function readStamp(text: string): [time: number, counter: number] {
  const [time, counter] = text.split('.');
  return [Number(time), Number(counter)];
}

function stamp(time: number, counter: number, device: string): string {
  return `${digits(time, millisecondDigits)}.${digits(counter, counterDigits)}.${device}`;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
