/** Who gave which code to which unit, in the long form that programs for agreement read. */

import { type CodedArticle, type RatedUnit, rateUnits } from '../agreement/rate-units';
import type { Rating } from '../agreement/rating';
import type { Unit, UnitKind } from '../agreement/units';
import type { Annotation } from '../annotation';
import { codePath, pathMark } from '../code';
import { codePointTable } from '../code-points';
import { writeDataCsv } from './csv-table';
import type { ExportArticle, Exporter, ExportSource } from './source';
import { type ColumnOf, type Table, tableOf } from './table';

export interface AgreementChoice {
  kind: UnitKind;
  /**
   * Whether every coder has read every article: then no annotation in one means that nothing was found there. Else a coder
   * has read the articles in which they have annotations.
   */
  isReadByAll: boolean;
}

/** A unit with one code of one coder; `code` empty and `value` 0: the coder gave it none. */
interface AgreementRow {
  unit: Unit;
  /** Code points, end exclusive. */
  start: number | null;
  end: number | null;
  coder: string;
  code: string;
  value: 0 | 1;
}

const columns: readonly ColumnOf<AgreementRow>[] = [
  { name: 'unit_id', kind: 'text', width: 14, cellOf: ({ unit }) => unit.id },
  { name: 'unit_kind', kind: 'text', width: 10, cellOf: ({ unit }) => unit.kind },
  { name: 'article_id', kind: 'text', width: 14, cellOf: ({ unit }) => unit.articleId },
  { name: 'start_cp', kind: 'integer', width: 9, cellOf: ({ start }) => start },
  { name: 'end_cp', kind: 'integer', width: 9, cellOf: ({ end }) => end },
  { name: 'coder', kind: 'text', width: 14, cellOf: ({ coder }) => coder },
  { name: 'code', kind: 'text', width: 28, cellOf: ({ code }) => code },
  { name: 'value', kind: 'integer', width: 7, cellOf: ({ value }) => value },
];

/** @param coder stands for the person of this library */
function agreementTable(source: ExportSource, coder: string, choice: AgreementChoice): Table {
  const coderOf = ({ creator }: Annotation) => creator ?? coder;
  const codes = new Map(source.codes.map((code) => [code.id, code]));
  const pathOf = (id: string) => {
    const code = codes.get(id);
    return code === undefined ? id : codePath(code, codes).join(pathMark);
  };
  return tableOf('Agreement', columns, async function* () {
    const everybody = choice.isReadByAll ? await allCoders(source, coderOf) : [];
    for await (const given of source.articles()) {
      const coded = codedArticle(given, everybody, coderOf);
      yield* rowsOfArticle(rateUnits(coded, choice.kind, coderOf).units, coded.text, pathOf);
    }
  });
}

/** The same table of what was compared already. @param textOf an article's own text, by its id; null where it was not kept */
export function judgementTable(
  units: readonly RatedUnit[],
  textOf: (articleId: string) => string | null,
  pathOf: (codeId: string) => string,
): Table {
  return tableOf('Agreement', columns, async function* () {
    for (const [id, rated] of Map.groupBy(units, ({ unit }) => unit.articleId))
      yield* rowsOfArticle(rated, textOf(id), pathOf);
  });
}

function* rowsOfArticle(
  units: readonly RatedUnit[],
  text: string | null,
  pathOf: (codeId: string) => string,
): Generator<AgreementRow> {
  const table = codePointTable(text ?? '');
  for (const { unit, ratings } of units) {
    const place = {
      start: unit.span === null ? null : table.toCodePoints(unit.span.start),
      end: unit.span === null ? null : table.toCodePoints(unit.span.end),
    };
    for (const rating of ratings) yield* rowsOf(rating, pathOf).map((row) => ({ unit, ...place, ...row }));
  }
}

export function agreementExporter(choice: AgreementChoice): Exporter {
  return {
    extension: 'csv',
    mediaType: 'text/csv',
    write: (source, { coder }) => writeDataCsv(agreementTable(source, coder, choice)),
    /** Annotations that have a code, and no place in the text that the units are of. */
    async losses(source, { coder }) {
      let count = 0;
      for await (const given of source.articles()) {
        const coded = codedArticle(given, [], ({ creator }) => creator ?? coder);
        count += rateUnits(coded, choice.kind, () => '').unplaced.length;
      }
      return count === 0 ? [] : [{ what: 'lost-place', count }];
    },
  };
}

function codedArticle(
  { article, annotations, snapshots }: ExportArticle,
  everybody: readonly string[],
  coderOf: (annotation: Annotation) => string,
): CodedArticle {
  return {
    article,
    annotations,
    text: snapshots.get(article.snapshot ?? '')?.text ?? null,
    readers: [...everybody, ...annotations.map(coderOf)],
  };
}

async function allCoders(
  source: ExportSource,
  coderOf: (annotation: Annotation) => string,
): Promise<string[]> {
  const names = new Set<string>();
  for await (const { annotations } of source.articles()) {
    for (const annotation of annotations) names.add(coderOf(annotation));
  }
  return [...names];
}

function rowsOf(
  { coder, codes }: Rating,
  pathOf: (id: string) => string,
): Pick<AgreementRow, 'coder' | 'code' | 'value'>[] {
  if (codes.length === 0) return [{ coder, code: '', value: 0 }];
  return codes
    .map(pathOf)
    .sort()
    .map((code) => ({ coder, code, value: 1 }));
}
