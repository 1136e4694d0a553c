/** Writes tables as an Excel workbook: each a sheet, one after another, so that no sheet is in memory as a whole. */

import type { ZipEntry } from '../zip/write-zip';
import { createSpill } from './spill';
import type { Table } from './table';
import { sharedStringXml, xmlText } from './xlsx-cell';
import { linkTargetsXml, relationshipsXml, type SheetFacts, sheetXml } from './xlsx-sheet';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const mediaTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of the workbook; each is to be read to its end before the next one is asked for. */
export async function* bookEntries(tables: readonly Table[]): AsyncGenerator<ZipEntry> {
  const places = new Map<string, number>();
  const share = (text: string) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  yield { name: '[Content_Types].xml', parts: [contentTypesXml(tables)] };
  yield {
    name: '_rels/.rels',
    parts: [relationshipsXml([relationship(1, 'officeDocument', 'xl/workbook.xml')])],
  };
  yield { name: 'xl/_rels/workbook.xml.rels', parts: [bookRelationshipsXml(tables)] };
  yield { name: 'xl/styles.xml', parts: [stylesXml] };
  const written: (SheetFacts & { name: string })[] = [];
  for (const [index, table] of tables.entries()) {
    const facts = {
      name: table.name,
      links: createSpill<'cells' | 'targets'>(),
      linkCount: 0,
      lastColumn: 'A',
      lastRow: 1,
    };
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, parts: sheetXml(table, facts, share) };
    written.push(facts);
    if (facts.linkCount > 0) {
      yield { name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, parts: linkTargetsXml(facts) };
    }
  }
  yield { name: 'xl/workbook.xml', parts: [workbookXml(written)] };
  yield { name: 'xl/sharedStrings.xml', parts: sharedStringsXml(places) };
}

function contentTypesXml(tables: readonly Table[]): string {
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${mediaTypes}.${type}+xml"/>`;
  return [
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('workbook', 'sheet.main'),
    ...tables.map((_, index) => override(`worksheets/sheet${index + 1}`, 'worksheet')),
    override('styles', 'styles'),
    override('sharedStrings', 'sharedStrings'),
    '</Types>',
  ].join('');
}

/** LibreOffice filters what this hidden name says, and not what the sheet itself does. */
const filterName = '_xlnm._FilterDatabase';

function workbookXml(sheets: readonly (SheetFacts & { name: string })[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = sheets.map(
    ({ name, lastColumn, lastRow }, index) =>
      `<definedName name="${filterName}" localSheetId="${index}" hidden="1">` +
      `'${xmlText(name)}'!$A$1:$${lastColumn}$${lastRow}</definedName>`,
  );
  return [
    `${declaration}<workbook xmlns="${main}" xmlns:r="${documents}">`,
    '<bookViews><workbookView/></bookViews>',
    `<sheets>${listed.join('')}</sheets>`,
    `<definedNames>${filters.join('')}</definedNames></workbook>`,
  ].join('');
}

function bookRelationshipsXml(tables: readonly Table[]): string {
  const next = tables.length + 1;
  return relationshipsXml([
    ...tables.map((_, index) => relationship(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
    relationship(next, 'styles', 'styles.xml'),
    relationship(next + 1, 'sharedStrings', 'sharedStrings.xml'),
  ]);
}

function relationship(number: number, type: string, target: string): string {
  return `<Relationship Id="rId${number}" Type="${documents}/${type}" Target="${target}"/>`;
}

function* sharedStringsXml(places: ReadonlyMap<string, number>): Generator<string> {
  yield `${declaration}<sst xmlns="${main}" uniqueCount="${places.size}">`;
  for (const text of places.keys()) yield sharedStringXml(text);
  yield '</sst>';
}

/** In the order of `styles` in `xlsx-cell.ts`. Format 49 is text: what is typed into such a cell is no formula either. */
const stylesXml = [
  `${declaration}<styleSheet xmlns="${main}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF1C5A97"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders>',
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="5"><xf/>',
  '<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/>',
  '<xf numFmtId="49" applyNumberFormat="1"/>',
  '<xf numFmtId="164" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="2" applyNumberFormat="1" applyFont="1"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');
