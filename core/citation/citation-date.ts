/** A day, month or year as a citation gives it: as precise as the page is, in the page's own time zone. */

export interface CitationDate {
  year: number;
  month: number | null;
  /** Null where there is no month. */
  day: number | null;
}

/** @param value ISO 8601 of any precision; what stands after the day is cut. Null where no year is at its start. */
export function citationDate(value: string): CitationDate | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)/u.exec(value) ?? [];
  if (year === undefined || Number(year) === 0) return null;
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  const isDay = isMonth && Number(day) >= 1 && Number(day) <= 31;
  return {
    year: Number(year),
    month: isMonth ? Number(month) : null,
    day: isDay ? Number(day) : null,
  };
}

/** `2024-01-10`, `2024-01` or `2024`; with another mark between the parts where given. */
export function isoDate({ year, month, day }: CitationDate, mark = '-'): string {
  const parts = [month, day].filter((part) => part !== null).map((part) => String(part).padStart(2, '0'));
  return [String(year).padStart(4, '0'), ...parts].join(mark);
}
