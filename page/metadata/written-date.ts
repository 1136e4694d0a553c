/** Reads a date as people and machines write it, and keeps exactly as much as was written. */

import { monthName, monthOf } from './month-names';

const time = String.raw`(?<hour>\d{1,2})[:：时時](?<minute>\d{2})(?:[:：分](?<second>\d{2})(?:[.,]\d+)?)?秒?`;
const zone = String.raw`(?:\s?(?<zone>z\b|gmt|utc|[+-]\d{2}:?\d{2}\b))?`;
const englishTime = String.raw`(?:,?\s+(?:at\s+)?(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s?(?<half>[ap]\.?m\.?)?${zone})?`;
const year = /(?:19|20)\d\d|\d\.\d\d?\.\d\d/;

const shapes = [
  new RegExp(
    String.raw`(?<!\d)(?<year>(?:19|20)\d{2})\s?[-/.年년]\s?(?<month>\d{1,2})\s?[-/.月월]\s?(?<day>\d{2}(?=\d{2}[:：])|\d{1,2}(?!\d))[日일]?(?:[\st　]{0,4}(?:星期.|[（(]?周.[)）]?)?\s{0,2}${time}${zone})?`,
    'u',
  ),
  new RegExp(
    String.raw`(?<!\p{L})${monthName}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>(?:19|20)\d{2})\b${englishTime}`,
    'u',
  ),
  new RegExp(
    String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+|\p{L}+\s?/\s?)?${monthName},?[\s-]+(?:de\s+)?(?<year>(?:19|20)\d{2})(?!\d)${englishTime}`,
    'u',
  ),
  // With dots the day comes first wherever it is written.
  new RegExp(
    String.raw`(?<![\d.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>(?:19|20)?\d{2})(?![\d.]\d?)(?:[,\s–|-]{1,4}(?:um\s)?${time}${zone})?`,
    'u',
  ),
  /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?:t?(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2}))?(?<zone>z|[+-]\d{2}:?\d{2})?)?$/u,
];

/**
 * The first date in the text as ISO 8601, as precise as it is written: `2024-01-10`, `2024-01-10T09:31+08:00`.
 * Null where there is none, or only one whose order of day and month is open (`03/04/2024`).
 */
export function readWrittenDate(text: string): string | null {
  // Most lines name no year: they are spared the longer patterns.
  if (!year.test(text)) return null;
  // Patterns for any case cost more to build than all the dates of a page to read.
  const lower = text.toLowerCase();
  for (const shape of shapes) {
    const groups = shape.exec(lower)?.groups;
    const date = groups === undefined ? null : formatDate(groups);
    if (date !== null) return date;
  }
  return null;
}

/**
 * A date like `03/04/2024`, whose order follows from the page's language: day first but in American English.
 * Null where there is none, or where an English page leaves it open.
 * @param language BCP 47, or empty
 */
export function readSlashedDate(text: string, language: string): string | null {
  const [, one = '', two = '', year = ''] = slashed.exec(text) ?? [];
  if (year === '') return null;
  const isMonthFirst = Number(two) > 12 || /^en-US/i.test(language);
  const isOpen = Number(one) <= 12 && Number(two) <= 12 && one !== two && /^(?:en)?$/i.test(language);
  if (isOpen) return null;
  const [day, month] = isMonthFirst ? [two, one] : [one, two];
  return formatDate({ year, month, day });
}

const slashed = /(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d{2})(?![\d/])/u;

function formatDate(groups: Record<string, string | undefined>): string | null {
  const { year: written = '', day = '', name, month: digits } = groups;
  const year = written.length === 2 ? `20${written}` : written;
  const month = name === undefined ? Number(digits) : (monthOf(name) ?? 0);
  const date = `${year}-${twoDigits(month)}-${twoDigits(Number(day))}`;
  if (!isDay(date)) return null;
  const clock = formatTime(groups);
  return clock === null ? date : `${date}T${clock}`;
}

/** `2024-02-30` rolls over to March in a Date: then it is no day. */
function isDay(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function formatTime({
  hour,
  minute,
  second,
  half,
  zone: offset,
}: Record<string, string | undefined>): string | null {
  if (hour === undefined || minute === undefined) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hours > 23 || Number(minute) > 59) return null;
  const seconds = second === undefined || Number(second) > 59 ? '' : `:${second}`;
  return `${twoDigits(hours)}:${minute}${seconds}${formatOffset(offset)}`;
}

function formatOffset(offset: string | undefined): string {
  if (offset === undefined) return '';
  return /^(?:Z|GMT|UTC)$/i.test(offset) ? 'Z' : offset.replace(/^(.\d{2}):?(\d{2})$/u, '$1:$2');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
