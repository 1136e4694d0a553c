/** The one list of columns of every table of annotations, articles and codes. */

import type { Article } from '../article';
import { pathMark } from '../code';
import { textFragmentLink } from '../text-fragment';
import type { Variable } from '../variable';
import type { PlacedCode } from './code-order';
import { listCell } from './list-cell';
import type { ColumnKind, ColumnOf } from './table';
import type { TableRow } from './table-rows';
import { variableColumns } from './variable-columns';

type Listed<Thing> = readonly [
  name: string,
  kind: ColumnKind,
  width: number,
  cellOf: ColumnOf<Thing>['cellOf'],
];

/** What hardly two rows have in common; the rest stands in many. */
const single = new Set([
  'passage_link',
  'quote',
  'prefix',
  'suffix',
  'memo',
  'created',
  'modified',
  'annotation_id',
  'addresses',
  'definition',
  'examples',
]);

const ofArticle: readonly Listed<Article>[] = [
  ['canonical_url', 'link', 30, ({ addresses }) => addresses[0] ?? null],
  ['title', 'text', 36, ({ metadata }) => metadata.title?.value ?? null],
  ['outlet', 'text', 16, ({ metadata }) => metadata.outlet?.value ?? null],
  ['source', 'text', 16, ({ metadata }) => metadata.source?.value ?? null],
  ['authors', 'text', 16, ({ metadata }) => listCell(metadata.authors?.value ?? [])],
  ['published', 'text', 20, ({ metadata }) => metadata.published?.value ?? null],
  ['published_day', 'date', 12, ({ metadata }) => dayOf(metadata.published?.value ?? '')],
  ['section', 'text', 12, ({ metadata }) => metadata.section?.value ?? null],
  ['language', 'text', 10, ({ metadata }) => metadata.language?.value ?? null],
];

const ofAnnotation: readonly Listed<TableRow>[] = [
  ['captured_at', 'time', 24, ({ captured }) => captured],
  ['text_sha256', 'text', 14, ({ textSha256 }) => textSha256],
  ['quote', 'text', 60, ({ annotation }) => annotation.target.quote.exact],
  ['prefix', 'text', 20, ({ annotation }) => annotation.target.quote.prefix],
  ['suffix', 'text', 20, ({ annotation }) => annotation.target.quote.suffix],
  ['start_cp', 'integer', 9, ({ position }) => position?.start ?? null],
  ['end_cp', 'integer', 9, ({ position }) => position?.end ?? null],
  ['code_path', 'text', 28, ({ codes }) => listCell(codes.map(({ path }) => path.join(pathMark)))],
  ['code_id', 'text', 14, ({ codes }) => listCell(codes.map(({ id }) => id))],
  ['color', 'text', 9, ({ colour }) => colour],
  ['memo', 'text', 40, ({ annotation }) => annotation.note],
  ['coder', 'text', 14, ({ coder }) => coder],
  ['created', 'time', 24, ({ annotation }) => annotation.created],
  ['modified', 'time', 24, ({ annotation }) => annotation.modified],
  ['anchor_status', 'text', 12, ({ status }) => status],
  ['annotation_id', 'text', 14, ({ annotation }) => annotation.id],
  ['article_id', 'text', 14, ({ annotation }) => annotation.articleId],
];

const addresses: readonly Listed<TableRow>[] = [
  ['url', 'address', 30, ({ address }) => address],
  [
    'passage_link',
    'link',
    30,
    ({ address, annotation }) => textFragmentLink(address, annotation.target.quote),
  ],
];

/** Those of the article stand in each row: a spreadsheet filters what it sees. */
export function annotationColumns(variables: readonly Variable[]): ColumnOf<TableRow>[] {
  const fixed = columnsOf([
    ...addresses,
    ...ofArticle.map(
      ([name, kind, width, cellOf]): Listed<TableRow> => [
        name,
        // A sheet has room for so many links, and the passage has one.
        kind === 'link' ? 'address' : kind,
        width,
        ({ article }) => cellOf(article),
      ],
    ),
    ...ofAnnotation,
  ]);
  const added = variableColumns(
    variables,
    fixed.map(({ name }) => name),
  );
  return [
    ...fixed,
    ...added.map((column) => ({ ...column, cellOf: (row: TableRow) => column.cellOf(row.article) })),
  ];
}

/** An article with the number of its annotations that are exported. */
export interface CountedArticle {
  article: Article;
  annotationCount: number;
}

export function articleColumns(variables: readonly Variable[]): ColumnOf<CountedArticle>[] {
  const fixed: ColumnOf<Article>[] = columnsOf([
    ['article_id', 'text', 14, ({ id }) => id],
    ...ofArticle,
    ['addresses', 'text', 30, ({ addresses }) => addresses.join('\n')],
    ['text_sha256', 'text', 14, ({ snapshot }) => snapshot],
    ['created', 'time', 24, ({ created }) => created],
    ['modified', 'time', 24, ({ modified }) => modified],
  ]);
  const added = variableColumns(variables, [...fixed.map(({ name }) => name), 'annotations']);
  const count: ColumnOf<CountedArticle> = {
    name: 'annotations',
    kind: 'integer',
    width: 12,
    cellOf: ({ annotationCount }) => annotationCount,
  };
  const counted = (column: ColumnOf<Article>): ColumnOf<CountedArticle> => ({
    ...column,
    cellOf: ({ article }) => column.cellOf(article),
  });
  return [...fixed.map(counted), count, ...added.map(counted)];
}

export const codeColumns: readonly ColumnOf<PlacedCode>[] = columnsOf([
  ['code_path', 'text', 36, ({ path }) => path.join(pathMark)],
  ['code_id', 'text', 14, ({ code }) => code.id],
  ['parent_id', 'text', 14, ({ code }) => code.parentId],
  ['color', 'text', 9, ({ code }) => code.colour],
  ['definition', 'text', 60, ({ code }) => code.definition ?? null],
  ['examples', 'text', 60, ({ code }) => code.examples?.join('\n') ?? null],
  ['shortcut', 'text', 9, ({ code }) => code.shortcut ?? null],
  ['archived', 'time', 24, ({ code }) => code.archived ?? null],
  ['created', 'time', 24, ({ code }) => code.created],
  ['modified', 'time', 24, ({ code }) => code.modified],
]);

function columnsOf<Thing>(listed: readonly Listed<Thing>[]): ColumnOf<Thing>[] {
  return listed.map(([name, kind, width, cellOf]) => ({
    name,
    kind,
    width,
    cellOf,
    repeats: !single.has(name),
  }));
}

/** As the publisher's clock has it; null where the page tells no day. */
function dayOf(published: string): string | null {
  return /^\d{4}-\d\d-\d\d(?=T|$)/u.exec(published)?.[0] ?? null;
}
