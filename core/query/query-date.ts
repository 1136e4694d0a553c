/** Dates as people type them, as precise as they are: a year, a month or a day. */

/** `2024`, `2024-03`, `2024/3/9`, `2024.3.9`, `2024年3月9日`. */
const typedDate = /^(\d{4})年?(?:[-/.]?(?<=[-/.年])(\d{1,2})月?(?:[-/.]?(?<=[-/.月])(\d{1,2})日?)?)?$/u;

/** ISO 8601, as precise as typed; null where there is no such date. */
export function readDate(typed: string): string | null {
  const [, year, month, day] = typedDate.exec(typed) ?? [];
  if (year === undefined) return null;
  const parts = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]));
  const date = parts.join('-');
  const first = firstDay(date);
  const time = Date.parse(`${first}T00:00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(first) ? null : date;
}

/** The day on which a year, month, day or moment begins, as the date itself tells it: `2024-03` begins on `2024-03-01`. */
export function firstDay(date: string): string {
  const day = date.slice(0, 10);
  return day + '-01-01'.slice(day.length - 4);
}
