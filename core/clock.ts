/** A hybrid logical clock: text that sorts in the order in which things were done, whatever the wall clock says. */

const millisecondDigits = 15;
const counterDigits = 6;

/**
 * The stamp after `last` on this device. Source: Kulkarni et al., "Logical Physical Clocks", 2014.
 * @param last the greatest stamp seen anywhere, or null
 * @param now wall clock, milliseconds since 1970
 */
export function tick(last: string | null, now: number, device: string): string {
  const [lastTime, lastCounter] = last === null ? [0, 0] : readStamp(last);
  const time = Math.max(lastTime, now);
  const counter = time === lastTime ? lastCounter + 1 : 0;
  return `${digits(time, millisecondDigits)}.${digits(counter, counterDigits)}.${device}`;
}

function readStamp(stamp: string): [time: number, counter: number] {
  const [time, counter] = stamp.split('.');
  return [Number(time), Number(counter)];
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
