/** The codebook as CSV, in one file that Taguette, QualCoder, a spreadsheet and we ourselves read. */

import { parsePath, pathMark } from '../code';
import type { CodebookFile, FileCode } from '../codebook-file';
import { csvLine, guardExactly, withoutGuards } from '../csv-cells';
import { readName, singleNames } from './code-names';
import { CodebookError } from './codebook-error';
import { type CodeCollector, createCollector, mostCodes, type ReadCodebook } from './collect-codes';
import { readDescription, writeDescription } from './description';
import { readColour } from './nearest-colour';
import { type CsvRow, readCsv } from './read-csv';

/**
 * QualCoder takes the first two cells of each line that begins with one, by place, and no headings: without a heading above
 * it, the line of headings is no code to it. Taguette takes `tag` and `description`, by heading. The others are ours.
 */
const headings = ['', 'description', 'tag', 'color', 'id'];

/** How QualCoder writes levels. */
const qualCoderMark = '>>';

/** UTF-8 byte order mark first, so that Excel reads it, and CRLF between lines. No cell is a formula. */
export function toCodebookCsv({ codes }: CodebookFile): string {
  const names = singleNames(codes);
  const byPlace = new Map(codes.map((code) => [code.path.join(pathMark), code]));
  const qualCoderPath = ({ path }: FileCode) =>
    path
      .map((name, level) => {
        const code = byPlace.get(path.slice(0, level + 1).join(pathMark));
        return ((code && names.get(code)) ?? name).replace(/>{2,}/gu, '»');
      })
      .join(qualCoderMark);
  const lines = codes.map((code) => [
    qualCoderPath(code),
    writeDescription({ definition: code.definition ?? '', examples: code.examples ?? [] }),
    code.path.join(pathMark),
    code.colour ?? '',
    code.id ?? '',
  ]);
  return `\uFEFF${[headings, ...lines].map((cells) => csvLine(cells.map(guardExactly))).join('')}`;
}

/** In the order in which they are looked for. */
const pathHeadings = ['tag', 'path', 'name', 'code'] as const;

/**
 * With headings as Taguette and we write them, or without any as QualCoder does: a path with `>>` and a memo.
 * @throws CodebookError where it is no table of codes
 */
export function readCodebookCsv(text: string): ReadCodebook {
  const rows = readCsv(text.replace(/^\uFEFF/u, ''), mostCodes + 1).map(({ line, cells }) => ({
    line,
    cells: cells.map(withoutGuards),
  }));
  const collector = createCollector();
  const [first = { line: 1, cells: [] }, ...rest] = rows;
  const named = first.cells.map((cell) => cell.trim().toLowerCase());
  const pathHeading = pathHeadings.find((heading) => named.includes(heading));
  if (pathHeading !== undefined) readNamed(rest, named, pathHeading, collector);
  else if (rows.every(({ cells }) => cells.slice(2).every((cell) => cell.trim() === ''))) {
    readUnnamed(rows, collector);
  } else throw new CodebookError('not-a-codebook', 'line 1', 'no column is called "tag"');
  return collector.read();
}

function readNamed(
  rows: readonly CsvRow[],
  named: readonly string[],
  pathHeading: string,
  collector: CodeCollector,
): void {
  const isOwn = named.includes('id');
  for (const { line, cells } of rows) {
    const cell = (heading: string) => cells[named.indexOf(heading)] ?? '';
    const where = `line ${line}`;
    const path = [...parsePath(cell('parent')), ...parsePath(cell(pathHeading))];
    if (path.length === 0 || parsePath(cell(pathHeading)).length === 0) {
      collector.fault(where, 'names no code');
      continue;
    }
    const description = cell('description');
    const { definition, examples } = readDescription(description);
    const says = isOwn || description.trim() !== '';
    const id = cell('id').trim();
    collector.add(
      path,
      {
        id: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(id) ? id : null,
        colour: readColour(cell('color') || cell('colour')),
        definition: says ? definition : null,
        examples: examples ?? (isOwn ? [] : null),
      },
      where,
    );
  }
}

function readUnnamed(rows: readonly CsvRow[], collector: CodeCollector): void {
  for (const { line, cells } of rows) {
    const where = `line ${line}`;
    const path: string[] = [];
    for (const written of (cells[0] ?? '').split(/>{2,}/u)) {
      const read = readName(written, path);
      if (read?.isChanged)
        collector.fault(where, `has a mark of levels in a name; it is read as “${read.name}”`);
      if (read !== null) path.push(read.name);
    }
    if (path.length === 0) {
      collector.fault(where, 'names no code');
      continue;
    }
    const memo = cells[1]?.trim() ?? '';
    const { definition, examples } = readDescription(memo);
    collector.add(
      path,
      { id: null, colour: null, definition: memo === '' ? null : definition, examples },
      where,
    );
  }
}
