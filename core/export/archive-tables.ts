/** The tables of the archive as a data package: their columns, in order, with the types of Table Schema. */

import type { Annotation, TextPositionSelector } from '../annotation';
import type { Article, TextSnapshot } from '../article';
import type { Code } from '../code';
import { pathMark } from '../code';
import type { FileCode } from '../codebook-file';
import { csvLine } from '../csv-cells';
import type { Variable } from '../variable';

type Cell = string | number | readonly string[] | null | undefined;

interface Column<Row> {
  name: string;
  type: 'string' | 'integer' | 'datetime' | 'array';
  description: string;
  cell(row: Row): Cell;
}

interface Table<Row> {
  name: string;
  title: string;
  columns: readonly Column<Row>[];
  primaryKey: readonly string[];
  /** The tables that columns name a row of. */
  links: Readonly<Record<string, string>>;
}

export interface ArticleRow {
  article: Article;
  snapshot: TextSnapshot | null;
  textFile: string | null;
}

export interface AnnotationRow {
  annotation: Annotation;
  /** In code points. */
  position: TextPositionSelector | null;
}

type Type = Column<unknown>['type'];

/** A column by name, type, what it tells, and its cell; a datetime in any form of ISO 8601. */
function column<Row>(name: string, type: Type, description: string, cell: (row: Row) => Cell): Column<Row> {
  return { name, type, description, cell };
}

export const articleTable: Table<ArticleRow> = {
  name: 'articles',
  title: 'Articles',
  primaryKey: ['article_id'],
  links: {},
  columns: [
    column('article_id', 'string', 'UUID', ({ article }) => article.id),
    column('title', 'string', '', ({ article }) => article.metadata.title?.value),
    column('outlet', 'string', 'who publishes the page', ({ article }) => article.metadata.outlet?.value),
    column(
      'source',
      'string',
      'the source that the page names',
      ({ article }) => article.metadata.source?.value,
    ),
    column('authors', 'array', 'people', ({ article }) => article.metadata.authors?.value),
    column(
      'published',
      'string',
      'ISO 8601, as precise as the page is',
      ({ article }) => article.metadata.published?.value,
    ),
    column('section', 'string', '', ({ article }) => article.metadata.section?.value),
    column('language', 'string', 'BCP 47', ({ article }) => article.metadata.language?.value),
    column('url', 'string', 'the first address', ({ article }) => article.addresses[0]),
    column('urls', 'array', 'all addresses', ({ article }) => article.addresses),
    column('captured_at', 'datetime', 'when the text was kept', ({ snapshot }) => snapshot?.captured),
    column('text_sha256', 'string', 'SHA-256 of the text in UTF-8', ({ article }) => article.snapshot),
    column('text_file', 'string', 'the text, in this package', ({ textFile }) => textFile),
    column('created', 'datetime', '', ({ article }) => article.created),
    column('modified', 'datetime', '', ({ article }) => article.modified),
  ],
};

export const annotationTable: Table<AnnotationRow> = {
  name: 'annotations',
  title: 'Annotations',
  primaryKey: ['annotation_id'],
  links: { article_id: 'articles' },
  columns: [
    column('annotation_id', 'string', 'UUID', ({ annotation }) => annotation.id),
    column('article_id', 'string', '', ({ annotation }) => annotation.articleId),
    column('quote', 'string', 'the words', ({ annotation }) => annotation.target.quote.exact),
    column('prefix', 'string', 'what stood before them', ({ annotation }) => annotation.target.quote.prefix),
    column('suffix', 'string', 'what stood after them', ({ annotation }) => annotation.target.quote.suffix),
    column('start_cp', 'integer', 'first code point, from 0', ({ position }) => position?.start),
    column('end_cp', 'integer', 'the code point after the last one', ({ position }) => position?.end),
    column(
      'text_sha256',
      'string',
      'the text in which they count',
      ({ annotation }) => annotation.target.snapshot,
    ),
    column('memo', 'string', '', ({ annotation }) => annotation.note),
    column(
      'coder',
      'string',
      'empty: the person whose library this is',
      ({ annotation }) => annotation.creator,
    ),
    column('created', 'datetime', '', ({ annotation }) => annotation.created),
    column('modified', 'datetime', '', ({ annotation }) => annotation.modified),
    column('deleted', 'datetime', 'since when it is in the trash', ({ annotation }) => annotation.deleted),
  ],
};

export const codingTable: Table<{ annotation: Annotation; codeId: string; number: number }> = {
  name: 'codings',
  title: 'Codes of annotations',
  primaryKey: ['annotation_id', 'code_id'],
  links: { annotation_id: 'annotations', code_id: 'codes' },
  columns: [
    column('annotation_id', 'string', '', ({ annotation }) => annotation.id),
    column('code_id', 'string', '', ({ codeId }) => codeId),
    column('number', 'integer', 'from 1, in the order in which they were given', ({ number }) => number),
  ],
};

export const codeTable: Table<{ code: Code; file: FileCode | undefined }> = {
  name: 'codes',
  title: 'Codebook',
  primaryKey: ['code_id'],
  links: {},
  columns: [
    column('code_id', 'string', 'UUID', ({ code }) => code.id),
    column('parent_id', 'string', 'the code above it', ({ code }) => code.parentId),
    column('name', 'string', '', ({ code }) => code.name),
    column('code_path', 'string', 'the names from the top down', ({ file }) => file?.path.join(pathMark)),
    column('color', 'string', '', ({ code }) => code.colour),
    column('definition', 'string', '', ({ code }) => code.definition),
    column('examples', 'array', '', ({ code }) => code.examples),
    column('archived', 'datetime', 'since when it is no longer offered', ({ code }) => code.archived),
    column('created', 'datetime', '', ({ code }) => code.created),
    column('modified', 'datetime', '', ({ code }) => code.modified),
  ],
};

export const variableTable: Table<Variable> = {
  name: 'variables',
  title: 'Variables of articles',
  primaryKey: ['variable_id'],
  links: {},
  columns: [
    column('variable_id', 'string', 'UUID', ({ id }) => id),
    column('name', 'string', '', ({ name }) => name),
    column('kind', 'string', 'text, number, choice or date', ({ kind }) => kind),
    column('choices', 'array', '', ({ choices }) => choices),
    column('created', 'datetime', '', ({ created }) => created),
    column('modified', 'datetime', '', ({ modified }) => modified),
  ],
};

export const valueTable: Table<{ article: Article; variableId: string; value: string }> = {
  name: 'values',
  title: 'Values of variables',
  primaryKey: ['article_id', 'variable_id'],
  links: { article_id: 'articles' },
  columns: [
    column('article_id', 'string', '', ({ article }) => article.id),
    column('variable_id', 'string', '', ({ variableId }) => variableId),
    column('value', 'string', '', ({ value }) => value),
  ],
};

export const archiveTables: readonly Omit<Table<never>, never>[] = [
  articleTable,
  annotationTable,
  codingTable,
  codeTable,
  variableTable,
  valueTable,
];

export function headLine({ columns }: { columns: readonly { name: string }[] }): string {
  return csvLine(
    columns.map(({ name }) => name),
    lineEnd,
  );
}

export function rowLine<Row>({ columns }: Table<Row>, row: Row): string {
  return csvLine(
    columns.map(({ cell }) => written(cell(row))),
    lineEnd,
  );
}

/** For programs that read data: nothing is guarded against spreadsheets. */
const lineEnd = '\n';

/** Lists as JSON, as Table Schema has them; without U+0000, at which readers stop. */
function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell).replaceAll('\0', '');
}
