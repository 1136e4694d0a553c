/** The rows of the table of annotations: one for each annotation, or one for each code that it was given. */

import { cleanAddress } from '../address';
import type { Annotation, TextPositionSelector } from '../annotation';
import type { Article, TextSnapshot } from '../article';
import { type Code, codePath } from '../code';
import { type CodePointTable, codePointTable } from '../code-points';
import { type Colour, uncodedColour } from '../colour';
import { holdsQuote } from '../holds-quote';
import type { ExportArticle, ExportOptions, ExportSource } from './source';

export interface GivenCode {
  id: string;
  path: readonly string[];
  colour: Colour;
}

/** Whether the kept text says the words at their place; `unknown` where there is no text to look into. */
export type AnchorStatus = 'exact' | 'lost' | 'unknown';

export interface TableRow {
  article: Article;
  annotation: Annotation;
  /** Where the words were chosen, without what tells who came from where. */
  address: string;
  /** In the order in which they were given; with a row for each coding the one code, or none. */
  codes: readonly GivenCode[];
  /** The first code's. */
  colour: Colour;
  coder: string;
  /** Of the text in which the position counts; without a position, of the article's first text. */
  textSha256: string | null;
  /** When the text with this digest was kept, ISO 8601 UTC; null where it was not. */
  captured: string | null;
  /** In code points of the text with this digest, end exclusive; null unless the status is `exact`. */
  position: TextPositionSelector | null;
  status: AnchorStatus;
}

/** An annotation without codes has a row either way. */
export async function* tableRows(
  source: ExportSource,
  { coder, rowsOf = 'annotation' }: Pick<ExportOptions, 'coder' | 'rowsOf'>,
): AsyncGenerator<TableRow> {
  const codes = new Map(source.codes.map((code) => [code.id, code]));
  for await (const article of source.articles()) {
    for (const row of rowsOfArticle(article, codes, coder)) {
      if (rowsOf === 'annotation' || row.codes.length < 2) yield row;
      else yield* row.codes.map((code) => ({ ...row, codes: [code], colour: code.colour }));
    }
  }
}

function* rowsOfArticle(
  { article, annotations, snapshots }: ExportArticle,
  codes: ReadonlyMap<string, Code>,
  coder: string,
): Generator<TableRow> {
  const tables = new Map<string, CodePointTable>();
  const addresses = new Map<string, string>();
  for (const annotation of annotations) {
    const { source } = annotation.target;
    const address = addresses.get(source) ?? cleanAddress(source) ?? article.addresses[0] ?? '';
    addresses.set(source, address);
    const digest = annotation.target.snapshot ?? article.snapshot;
    const given = annotation.codeIds
      .map((id) => codes.get(id))
      .filter((code) => code !== undefined)
      .map((code) => ({ id: code.id, path: codePath(code, codes), colour: code.colour }));
    const position = positionOf(annotation, snapshots, tables);
    yield {
      article,
      annotation,
      address,
      codes: given,
      colour: given[0]?.colour ?? uncodedColour,
      coder: annotation.creator ?? coder,
      textSha256: digest,
      captured: snapshots.get(digest ?? '')?.captured ?? null,
      position,
      status: position !== null ? 'exact' : snapshots.has(digest ?? '') ? 'lost' : 'unknown',
    };
  }
}

/**
 * An offset is worth writing only where the text says the same words there; a text may have come without that check,
 * after the annotation that names it.
 * @param tables one for each text, made here
 */
function positionOf(
  { target }: Annotation,
  snapshots: ReadonlyMap<string, TextSnapshot>,
  tables: Map<string, CodePointTable>,
): TextPositionSelector | null {
  const snapshot = snapshots.get(target.snapshot ?? '');
  if (target.position === null || snapshot === undefined || !holdsQuote(snapshot.text, target)) return null;
  const table = tables.get(snapshot.sha256) ?? codePointTable(snapshot.text);
  tables.set(snapshot.sha256, table);
  const start = table.toCodePoints(target.position.start);
  const end = table.toCodePoints(target.position.end);
  return start === null || end === null ? null : { start, end };
}
