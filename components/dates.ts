/** Dates as this interface writes them: year first, the same in every language. */

/** An ISO 8601 date as the page gave it, to the minute and on the paper's own clock: `2024-01-10 09:31`. */
export function asPublished(iso: string): string {
  return iso.replace(/^([\d-]+)T(\d\d:\d\d).*$/u, '$1 $2');
}

/** The reader's own calendar day of a moment, as `2024-01-10`. */
export function asDay(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${moment.getFullYear()}-${month}-${day}`;
}

/** The reader's own clock at a moment, to the minute: `2024-01-10 09:31`. */
export function asMinute(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const [hours, minutes] = [moment.getHours(), moment.getMinutes()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${asDay(iso)} ${hours}:${minutes}`;
}
