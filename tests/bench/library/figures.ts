/** Prints the figures of the library's bench, each with its bound, and at the end how they grow with the library. */

import { loadavg } from 'node:os';

/** A bound holds for a library of this size. */
export const fullSize = 100_000;

export interface Figures {
  /** Starts a library of another size. */
  start(count: number): void;
  /** @param most the bound; null: none was asked for */
  line(what: string, value: number, most: number | null, rest?: string): void;
  say(text: string): void;
  /** How each figure grows, where there was more than one size. */
  growth(): void;
}

/** @param write takes lines with their ends */
export function createFigures(write: (text: string) => void): Figures {
  const grown = new Map<string, Map<number, string>>();
  const counts: number[] = [];
  const say = (text: string) => write(`${text}\n`);
  return {
    start(count) {
      counts.push(count);
      say(`${count} annotations (the computer has ${loadavg()[0]?.toFixed(1)} things to do at a time)`);
    },
    line(what, value, most, rest = '') {
      const count = counts.at(-1) ?? 0;
      const own = grown.get(what) ?? new Map<number, string>();
      own.set(count, shown(what, value));
      grown.set(what, own);
      const bound = most === null ? '' : ` (asked at ${fullSize}: ${most})`;
      const isMissed = most !== null && count === fullSize && !(value <= most);
      say(`  ${what} ${shown(what, value)}${bound}${rest && `; ${rest}`}${isMissed ? '  NOT REACHED' : ''}`);
    },
    say: (text) => say(`  ${text}`),
    growth() {
      if (counts.length < 2) return;
      say(`Growth: ${counts.join(' -> ')}`);
      for (const [what, own] of grown) {
        say(`  ${what}: ${counts.map((count) => own.get(count) ?? '–').join(' -> ')}`);
      }
    },
  };
}

function shown(what: string, value: number): string {
  return what.startsWith('memory') ? mb(value * 1e6) : ms(value);
}

export function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

export function ms(value: number): string {
  return value >= 10_000 ? `${(value / 1_000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

/** @param share 0.5: the median */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
