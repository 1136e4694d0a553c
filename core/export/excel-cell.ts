/** What a cell of Excel can hold. */

import { guardFormulas } from '../csv-cells';
import type { Cell } from './table';

/** In UTF-16 units; what is longer spills into the next line of a CSV as a new cell, and Excel "repairs" such a workbook. */
const longestCell = 32_767;
const cutMark = ' […]';

/** The text, or as much of it as fits, with ` […]` at its end; never cut inside a character. */
export function fitCell(text: string): string {
  if (text.length <= longestCell) return text;
  return text.slice(0, longestCell - cutMark.length).replace(/[\uD800-\uDBFF]$/u, '') + cutMark;
}

export function isCutCell(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > longestCell;
}

/** One cell of CSV, harmless in a spreadsheet: an apostrophe stands before whatever could begin a formula. */
export function excelCell(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : fitCell(guardFormulas(cell ?? ''));
}
