/** Writes one sheet of a workbook, row by row. */

import { bytesOfBlob, type Spill } from './spill';
import type { Cell, Column, Table } from './table';
import { cellXml, columnName, type ShareString, stringXml, styles, xmlText } from './xlsx-cell';

/** What Excel takes: https://support.microsoft.com/office/excel-specifications-and-limits */
const mostRows = 1_048_576;
const mostColumns = 16_384;
const mostLinks = 65_530;
const longestLink = 2079;

/** A table that no sheet of Excel can hold. */
export class SheetError extends Error {
  override readonly name = 'SheetError';

  constructor(sheet: string, why: string) {
    super(`sheet ${sheet}: ${why}`);
  }
}

interface SheetLink {
  place: string;
  /** From 1. */
  number: number;
  /** Without its fragment. */
  address: string;
  fragment: string;
}

/** What the other parts of the workbook must say of a sheet, known once it is written. */
export interface SheetFacts {
  /** The addresses that can be followed from it: from which cells, and where to. Long, so they wait outside memory. */
  links: Spill<'cells' | 'targets'>;
  linkCount: number;
  /** The last column and row, such as `AI` and 311. */
  lastColumn: string;
  lastRow: number;
}

const start =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
  '<sheetViews><sheetView workbookViewId="0">' +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '</sheetView></sheetViews>';

const rowsInPart = 100;

const unnamed: Column = { name: '', kind: 'text', width: 10 };

/**
 * @param facts filled while the sheet is written
 * @throws SheetError where there are more rows or columns than Excel takes
 */
export async function* sheetXml(
  table: Table,
  facts: SheetFacts,
  share: ShareString,
): AsyncGenerator<string | Uint8Array> {
  const { name, columns, rows } = table;
  if (columns.length > mostColumns) throw new SheetError(name, `more than ${mostColumns} columns`);
  const letters = columns.map((_, index) => columnName(index));
  let waiting: SheetLink[] = [];
  const rowXml = (row: readonly Cell[], number: number) => {
    const cells = row.map((cell, index) => {
      const column = columns[index] ?? unnamed;
      const place = `${letters[index]}${number}`;
      const link = column.kind === 'link' && facts.linkCount < mostLinks ? linkTo(cell) : null;
      if (link === null || typeof cell !== 'string') return cellXml(place, cell, column, share);
      facts.linkCount += 1;
      waiting.push({ ...link, place, number: facts.linkCount });
      return stringXml(place, cell, 'single', styles.link, share);
    });
    return `<row r="${number}">${cells.join('')}</row>`;
  };
  const headings = columns.map((column, index) =>
    stringXml(`${letters[index]}1`, column.name, 'single', styles.header, share),
  );
  let parts = [start, columnsXml(table), `<sheetData><row r="1">${headings.join('')}</row>`];
  facts.lastColumn = letters.at(-1) ?? 'A';
  facts.lastRow = 1;
  for await (const row of rows()) {
    facts.lastRow += 1;
    if (facts.lastRow > mostRows) throw new SheetError(name, `more than ${mostRows} rows`);
    parts.push(rowXml(row, facts.lastRow));
    for (const link of waiting) {
      await facts.links.add('cells', linkXml(link));
      await facts.links.add('targets', targetXml(link));
    }
    waiting = [];
    if (parts.length < rowsInPart) continue;
    yield parts.join('');
    parts = [];
  }
  parts.push('</sheetData>', `<autoFilter ref="A1:${facts.lastColumn}${facts.lastRow}"/>`);
  yield parts.join('');
  if (facts.linkCount > 0) {
    yield '<hyperlinks>';
    yield* bytesOfBlob(facts.links.whole('cells'));
    yield '</hyperlinks>';
  }
  yield '</worksheet>';
}

function columnsXml({ columns }: Table): string {
  const listed = columns.map(({ width, kind }, index) => {
    const isText = kind === 'text' || kind === 'address' || kind === 'link';
    const style = isText ? styles.text : styles.general;
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`;
  });
  return listed.length === 0 ? '' : `<cols>${listed.join('')}</cols>`;
}

/** Only to http and https; null for what Excel would call a damaged link. */
function linkTo(cell: Cell): Omit<SheetLink, 'place' | 'number'> | null {
  const url = typeof cell === 'string' ? URL.parse(cell) : null;
  if (url === null || !/^https?:$/u.test(url.protocol)) return null;
  const fragment = url.hash.slice(1);
  url.hash = '';
  const address = url.href;
  return address.length > longestLink || fragment.length > longestLink ? null : { address, fragment };
}

function linkXml({ place, number, fragment }: SheetLink): string {
  const location = fragment === '' ? '' : ` location="${xmlText(fragment)}"`;
  return `<hyperlink ref="${place}" r:id="rId${number}"${location}/>`;
}

function targetXml({ number, address }: SheetLink): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
  return `<Relationship Id="rId${number}" Type="${type}" Target="${xmlText(address)}" TargetMode="External"/>`;
}

export async function* linkTargetsXml({ links }: SheetFacts): AsyncGenerator<string | Uint8Array> {
  yield relationshipsStart;
  yield* bytesOfBlob(links.whole('targets'));
  yield relationshipsEnd;
}

const relationshipsStart =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';

const relationshipsEnd = '</Relationships>';

export function relationshipsXml(listed: readonly string[]): string {
  return `${relationshipsStart}${listed.join('')}${relationshipsEnd}`;
}
