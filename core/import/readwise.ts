/** Reads the CSV that Readwise exports, and the one that other programs write for Readwise. */

import { parsePath } from '../code';
import { CodebookError } from '../codebook-file/codebook-error';
import { type CsvRow, readCsv } from '../codebook-file/read-csv';
import { joinNotes } from '../join-notes';
import { ForeignFileError } from './foreign-file-error';
import { createForeignLibrary, utcTime } from './foreign-library';
import type { ReadForeign } from './imported';
import { readText } from './read-text';

/** Each with its other headings, as they stand in files. */
const headings = {
  highlight: ['highlight'],
  title: ['book title', 'title'],
  author: ['book author', 'author'],
  address: ['url', 'source url'],
  note: ['note'],
  tags: ['tags'],
  colour: ['color'],
  documentTags: ['document tags'],
  kind: ['location type'],
  place: ['location'],
  date: ['highlighted at', 'date'],
} as const;

type Column = keyof typeof headings;

const mostRows = 500_000;

/**
 * Readwise tells no addresses of its own: what has none is kept by its title, under an address that opens nothing.
 * @throws ForeignFileError
 */
export const readReadwise: ReadForeign = async ({ bytes }, environment) => {
  const [head, ...rows] = rowsOf(readText(bytes));
  const columns = columnsOf(head);
  const library = createForeignLibrary(environment, 'meta');
  const leftOut = new Set<Column>();
  for (const { line, cells } of rows) {
    const cell = (column: Column) => cells[columns.get(column) ?? -1]?.trim() ?? '';
    for (const column of ['colour', 'documentTags'] as const) if (cell(column) !== '') leftOut.add(column);
    const [exact, title, author, address] = [
      cell('highlight'),
      cell('title'),
      cell('author'),
      cell('address'),
    ];
    const created = utcTime(cell('date'));
    library.add({
      where: `line ${line}`,
      names: ['readwise', address, title, author, exact, cell('place'), created ?? ''],
      address: address === '' ? null : address,
      page: { title: title === '' ? null : title, authors: author === '' ? [] : [author] },
      exact,
      paths: tagsIn(cell('tags')),
      note: joinNotes([
        cell('note'),
        cell('kind') === 'page' && cell('place') !== '' ? `p. ${cell('place')}` : '',
      ]),
      created,
    });
  }
  if (leftOut.has('colour')) library.leaveOut('file', 'colours are left out: here codes have colours');
  if (leftOut.has('documentTags')) library.leaveOut('file', 'tags of whole documents are left out');
  return library.read();
};

function rowsOf(text: string): CsvRow[] {
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    throw new ForeignFileError(
      'not-text',
      `line ${text.slice(0, nul).split('\n').length}`,
      'has a NUL character',
    );
  }
  try {
    return readCsv(text, mostRows);
  } catch (error) {
    if (!(error instanceof CodebookError)) throw error;
    const isLarge = error.fault === 'codebook-too-large';
    throw new ForeignFileError(isLarge ? 'too-large' : 'not-an-archive', error.where, error.why);
  }
}

function columnsOf(head: CsvRow | undefined): Map<Column, number> {
  const names = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const columns = new Map<Column, number>();
  for (const [column, known] of Object.entries(headings)) {
    const index = names.findIndex((name) => (known as readonly string[]).includes(name));
    if (index >= 0) columns.set(column as Column, index);
  }
  if (!columns.has('highlight'))
    throw new ForeignFileError('not-an-archive', 'line 1', 'has no column "Highlight"');
  if (!columns.has('title') && !columns.has('address')) {
    throw new ForeignFileError('not-an-archive', 'line 1', 'has neither a column "Book Title" nor "URL"');
  }
  return columns;
}

/** Those that begin with a dot are commands of Readwise. */
function tagsIn(cell: string): string[][] {
  return cell
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && !tag.startsWith('.'))
    .map(parsePath);
}
