/** Codes over time: by the day, month or year in which the article was published, as its date itself tells it. */

import type { Query } from '../query/query';
import { firstDay, readDate } from '../query/query-date';
import type { CodeAxis } from './code-axis';
import { type CodeCounter, createCodeCounter } from './count-codes';
import { type CountedRow, type CrossTable, crossTable } from './cross-table';

export type TimeUnit = 'day' | 'month' | 'year';

/** Characters of an ISO 8601 date. */
const lengths: Readonly<Record<TimeUnit, number>> = { day: 10, month: 7, year: 4 };

/** By day; a month or year without a day counts on its first, as searching does. Without a date: the empty text. */
export function countByTime(axis: CodeAxis): CodeCounter {
  return createCodeCounter(axis, ({ published }) => {
    const day = firstDay(published ?? '');
    return published !== null && readDate(day) === day ? day : '';
  });
}

const mostDays = 62;
const mostMonths = 72;

/** As fine as a person can still read. @param days ISO 8601, ascending */
export function unitFor(days: readonly string[]): TimeUnit {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 'year';
  const length = (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
  if (length < mostDays) return 'day';
  return length < mostMonths * 31 ? 'month' : 'year';
}

/** One row for each day, month or year from the first to the last, those in which nothing was found too; what has no date last. */
export function timeTable(axis: CodeAxis, counter: CodeCounter, wanted: TimeUnit | null = null): CrossTable {
  const days = [...counter.rows().keys()].filter((day) => day !== '').sort();
  const unit = wanted ?? unitFor(days);
  const periods = new Map<string, CountedRow>();
  for (const [day, row] of counter.rows()) addTo(periods, day.slice(0, lengths[unit]), row);
  const undated = periods.get('');
  const keys = [...periods.keys()].filter((key) => key !== '').sort();
  return crossTable(
    'time',
    axis,
    ['published'],
    [
      ...allPeriods(keys).map((key) => {
        const { total = 0, counts = null } = periods.get(key) ?? {};
        return { key, label: key, facts: [key], query: queryFor(key), total, counts };
      }),
      ...(undated === undefined ? [] : [{ key: '', label: '', facts: [''], query: null, ...undated }]),
    ],
  );
}

function addTo(periods: Map<string, CountedRow>, key: string, { total, counts }: CountedRow): void {
  const known = periods.get(key);
  if (known === undefined) {
    periods.set(key, { total, counts: counts.slice() });
    return;
  }
  known.total += total;
  for (const [code, count] of counts.entries()) known.counts[code] = (known.counts[code] ?? 0) + count;
}

/** In a longer time with such gaps, what is empty is left out: a wrong date must not make a table of centuries. */
const mostPeriods = 1_000;

function allPeriods(keys: readonly string[]): readonly string[] {
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = [first];
  for (let next = nextPeriod(first); next !== null && next <= last; next = nextPeriod(next)) {
    all.push(next);
    if (all.length > mostPeriods) return keys;
  }
  return all;
}

/** Null after the last one that a date can name. */
function nextPeriod(period: string): string | null {
  const [year = 0, month = 1] = period.split('-').map(Number);
  if (period.length === lengths.year) return year < 9999 ? padded(year + 1, 4) : null;
  if (period.length === lengths.month) {
    if (month < 12) return `${period.slice(0, 5)}${padded(month + 1, 2)}`;
    return year < 9999 ? `${padded(year + 1, 4)}-01` : null;
  }
  const next = new Date(Date.parse(`${period}T00:00:00Z`) + 86_400_000).toISOString();
  return next.startsWith('+') ? null : next.slice(0, lengths.day);
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function queryFor(period: string): Query {
  const next = nextPeriod(period);
  return [
    { isNot: false, field: 'after', date: period },
    ...(next === null ? [] : [{ isNot: false, field: 'before' as const, date: next }]),
  ];
}
