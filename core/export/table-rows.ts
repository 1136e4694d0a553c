/** The rows of the table of annotations: one for each annotation, or one for each code that it was given. */

import { cleanAddress } from '../address';
import type { Annotation, TextPositionSelector } from '../annotation';
import type { Article } from '../article';
import { type Colour, uncodedColour } from '../colour';
import { type GivenCode, type GivenCodes, givenCodes } from './given-codes';
import { positionsIn } from './positions-in-text';
import type { ExportArticle, ExportOptions, ExportSource } from './source';

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
  const codesOf = givenCodes(source.codes);
  for await (const article of source.articles()) {
    for (const row of rowsOfArticle(article, codesOf, coder)) {
      if (rowsOf === 'annotation' || row.codes.length < 2) yield row;
      else yield* row.codes.map((code) => ({ ...row, codes: [code], colour: code.colour }));
    }
  }
}

function* rowsOfArticle(
  { article, annotations, snapshots }: ExportArticle,
  codesOf: GivenCodes,
  coder: string,
): Generator<TableRow> {
  const positionOf = positionsIn(snapshots);
  const addresses = new Map<string, string>();
  for (const annotation of annotations) {
    const { source } = annotation.target;
    const address = addresses.get(source) ?? cleanAddress(source) ?? article.addresses[0] ?? '';
    addresses.set(source, address);
    const digest = annotation.target.snapshot ?? article.snapshot;
    const codes = codesOf(annotation);
    const position = positionOf(annotation);
    yield {
      article,
      annotation,
      address,
      codes,
      colour: codes[0]?.colour ?? uncodedColour,
      coder: annotation.creator ?? coder,
      textSha256: digest,
      captured: snapshots.get(digest ?? '')?.captured ?? null,
      position,
      status: position !== null ? 'exact' : snapshots.has(digest ?? '') ? 'lost' : 'unknown',
    };
  }
}
