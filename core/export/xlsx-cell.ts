/** Writes cells of SpreadsheetML: each a string, a number or a date, never a formula. */

import { withReferences, writableXml } from '../codebook-file/xml-text';
import { fitCell } from './excel-cell';
import type { Cell, Column } from './table';

/** Places in the `cellXfs` of `xlsx-book.ts`. */
export const styles = { general: 0, header: 1, text: 2, date: 3, link: 4 } as const;

/** Gives a text its place among the strings that the sheets share. */
export type ShareString = (text: string) => number;

/** What most text has none of: signs that XML or SpreadsheetML read as something else, and halves of large characters. */
const needsCare = /[^\t\n !#-%'-;=?-^`-\uD7FF\uE000-\uFFFD]/;

export function xmlText(text: string): string {
  return withReferences(writableXml(text.toWellFormed()).replace(/\r\n?/gu, '\n'));
}

/** Programs read `_x000D_` as the character of that number (ST_Xstring): what only looks so gets its first sign escaped. */
const looksEscaped = /_(?=x[\da-f]{4}_)/giu;

/** Empty where there is nothing to say. */
export function cellXml(place: string, cell: Cell, column: Column, share: ShareString): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  const day = column.kind === 'date' ? serialDay(cell) : null;
  if (day !== null) return `<c r="${place}" s="${styles.date}"><v>${day}</v></c>`;
  return stringXml(place, cell, column.repeats ? 'repeated' : 'single', styles.text, share);
}

/**
 * What stands in many cells is shared by them. Other text stands in its cell, so that it need not be kept until the end;
 * unless there is something to escape in it, which openpyxl takes back in shared strings alone.
 */
export function stringXml(
  place: string,
  text: string,
  use: 'single' | 'repeated',
  style: number,
  share: ShareString,
): string {
  const isShared = use === 'repeated' || (text.includes('_') && text.search(looksEscaped) >= 0);
  return isShared
    ? `<c r="${place}" s="${style}" t="s"><v>${share(text)}</v></c>`
    : `<c r="${place}" s="${style}" t="inlineStr"><is>${textXml(text)}</is></c>`;
}

export function sharedStringXml(text: string): string {
  return `<si>${textXml(text)}</si>`;
}

function textXml(text: string): string {
  const fitting = fitCell(text);
  return preserved(needsCare.test(fitting) ? xmlText(fitting).replace(looksEscaped, '_x005F_') : fitting);
}

/** Excel trims what does not say that it wants its blanks. */
function preserved(written: string): string {
  return /^\s|\s$/u.test(written) ? `<t xml:space="preserve">${written}</t>` : `<t>${written}</t>`;
}

const dayLength = 86_400_000;
/** Excel counts a 29 February 1900 that never was: its days are right from the first of March on. */
const firstSoundDay = 61;

/** Days since 1899-12-30; null where the text is no day as `2024-01-10`, or one that Excel does not know. */
export function serialDay(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) return null;
  const day = (time - Date.UTC(1899, 11, 30)) / dayLength;
  return day < firstSoundDay ? null : day;
}

/** `A` for 0, `AA` for 26. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
