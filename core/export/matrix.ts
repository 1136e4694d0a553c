/** Codes against articles or outlets: a row for each of these, a column for each code of the codebook. */

import type { Annotation } from '../annotation';
import { pathMark } from '../code';
import { writeZip } from '../zip/write-zip';
import { inPathOrder } from './code-order';
import { writeDataCsv, writeExcelCsv } from './csv-table';
import { singleNames } from './single-names';
import type { Exporter, ExportSource } from './source';
import { type Column, type ColumnOf, type Table, tableOf } from './table';
import { articleColumns, type CountedArticle } from './table-columns';
import { bookEntries, xlsxType } from './xlsx-book';

export interface MatrixChoice {
  by: 'article' | 'outlet';
  /** `counts`: annotations with the code itself, not those with one under it. `presence`: 1 where there are any, else 0. */
  values: 'counts' | 'presence';
}

type CodeCounts = ReadonlyMap<string, number>;

const articleFacts = ['article_id', 'title', 'outlet', 'published_day', 'canonical_url'];

function matrixTable(source: ExportSource, choice: MatrixChoice): Table {
  return choice.by === 'article' ? byArticle(source, choice) : byOutlet(source, choice);
}

/** Articles as rows, so that there may be any number of them: sheets have room for few columns. */
function byArticle(source: ExportSource, choice: MatrixChoice): Table {
  const facts = articleColumns([]).filter(({ name }) => articleFacts.includes(name));
  const columns: ColumnOf<CountedArticle & { counts: CodeCounts }>[] = [
    ...facts,
    ...codeColumns(source, choice, facts),
  ];
  return tableOf('Codes by article', columns, async function* () {
    for await (const { article, annotations } of source.articles('without-texts')) {
      const counts = new Map<string, number>();
      addCodes(counts, annotations);
      yield { article, annotationCount: annotations.length, counts };
    }
  });
}

interface Outlet {
  /** Empty for articles of which it is not known. */
  name: string;
  articleCount: number;
  counts: Map<string, number>;
}

function byOutlet(source: ExportSource, choice: MatrixChoice): Table {
  const facts: ColumnOf<Outlet>[] = [
    { name: 'outlet', kind: 'text', width: 24, cellOf: ({ name }) => name },
    { name: 'articles', kind: 'integer', width: 9, cellOf: ({ articleCount }) => articleCount },
  ];
  return tableOf('Codes by outlet', [...facts, ...codeColumns(source, choice, facts)], async function* () {
    const outlets = new Map<string, Outlet>();
    for await (const { article, annotations } of source.articles('without-texts')) {
      const name = article.metadata.outlet?.value ?? '';
      const outlet = outlets.get(name) ?? { name, articleCount: 0, counts: new Map() };
      outlet.articleCount += 1;
      addCodes(outlet.counts, annotations);
      outlets.set(name, outlet);
    }
    yield* [...outlets.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  });
}

function codeColumns(
  { codes }: ExportSource,
  { values }: MatrixChoice,
  facts: readonly Column[],
): ColumnOf<{ counts: CodeCounts }>[] {
  const placed = inPathOrder(codes);
  const names = singleNames(
    placed.map(({ path }) => path.join(pathMark)),
    facts.map(({ name }) => name),
  );
  return placed.map(({ code }, index) => ({
    name: names[index] ?? '',
    kind: 'integer',
    width: 12,
    cellOf({ counts }) {
      const count = counts.get(code.id) ?? 0;
      return values === 'counts' ? count : Math.min(count, 1);
    },
  }));
}

function addCodes(counts: Map<string, number>, annotations: readonly Annotation[]): void {
  for (const { codeIds } of annotations) {
    for (const id of codeIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
}

/** A view: what it leaves out is meant. */
const noLosses = async () => [];

export function matrixCsvExporter(choice: MatrixChoice, flavour: 'excel' | 'data'): Exporter {
  const writeCsv = flavour === 'excel' ? writeExcelCsv : writeDataCsv;
  return {
    extension: 'csv',
    mediaType: 'text/csv',
    write: (source) => writeCsv(matrixTable(source, choice)),
    losses: noLosses,
  };
}

export function matrixXlsxExporter(choice: MatrixChoice): Exporter {
  return {
    extension: 'xlsx',
    mediaType: xlsxType,
    write: (source) => writeZip(bookEntries([matrixTable(source, choice)])),
    losses: noLosses,
  };
}
