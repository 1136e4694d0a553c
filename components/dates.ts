/** Dates as this interface writes them: year first, the same in every language, never less or more than is known. */

/** An ISO 8601 date as the page gave it ("2024-01-10T09:31+08:00"), for the eye. */
export function asPublished(iso: string): string {
  return iso.replace('T', ' ');
}

/** The reader's own calendar day of a moment, as `2024-01-10`. */
export function asDay(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${moment.getFullYear()}-${month}-${day}`;
}
