/** What a sheet of our own workbooks says, row by row, for the preview: a person does not read SpreadsheetML. */

import { readXml } from '../codebook-file/read-xml';
import { styles } from './xlsx-cell';

const dayLength = 86_400_000;

/**
 * The words of each cell, in the order of the columns; empty where a row has none in a column.
 * @param sheet of a workbook that `xlsxExporter` has written
 * @param shared its shared strings
 */
export function readSheetRows(sheet: string, shared: string): string[][] {
  const strings = [...readTexts(shared, 'si')];
  const rows: string[][] = [];
  let cell: { column: number; type: string; style: string } | null = null;
  let text = '';
  for (const part of readXml(sheet)) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'open' && part.name === 'row') rows.push([]);
    else if (part.kind === 'open' && part.name === 'c') {
      const { attributes } = part;
      const column = columnIndex(attributes.get('r') ?? 'A1');
      cell = { column, type: attributes.get('t') ?? 'n', style: attributes.get('s') ?? '0' };
      text = '';
    } else if (part.kind === 'close' && part.name === 'c' && cell !== null) {
      const row = rows.at(-1) ?? [];
      while (row.length < cell.column) row.push('');
      row.push(wordsOf(text, cell, strings));
      cell = null;
    }
  }
  return rows;
}

function wordsOf(text: string, { type, style }: { type: string; style: string }, strings: readonly string[]) {
  if (type === 's') return strings[Number(text)] ?? '';
  if (style !== String(styles.date)) return text;
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * dayLength).toISOString().slice(0, 10);
}

/** The text of each element of this name. */
function* readTexts(xml: string, name: string): Generator<string> {
  let text = '';
  for (const part of readXml(xml)) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'open' && part.name === name) text = '';
    else if (part.kind === 'close' && part.name === name) yield text;
  }
}

/** 0 for `A12`, 26 for `AA12`. */
function columnIndex(place: string): number {
  let index = 0;
  for (const letter of place.replace(/\d/gu, '')) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
