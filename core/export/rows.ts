/** The rows from which the exporters for readers write: one for each annotation that is not in the trash. */

import type { Annotation, TextPositionSelector } from '../annotation';
import type { Archive } from '../archive';
import type { Article, TextSnapshot } from '../article';
import { codePath } from '../code';
import { type CodePointTable, codePointTable } from '../code-points';
import { type Colour, uncodedColour } from '../colour';
import { holdsQuote } from '../holds-quote';
import { byDateAndTitle, byPlaceAndTime } from './order';

export interface ExportRow {
  annotationId: string;
  quote: string;
  prefix: string;
  suffix: string;
  note: string;
  /** In the order in which they were given; a table with one line for each coding is a `flatMap` over this. */
  codes: readonly { id: string; path: readonly string[]; colour: Colour }[];
  /** The first code's. */
  colour: Colour;
  articleId: string;
  title: string | null;
  outlet: string | null;
  /** The outlet that the page names as its source (来源). */
  source: string | null;
  authors: readonly string[];
  /** ISO 8601 as precise as the page is. */
  published: string | null;
  language: string | null;
  section: string | null;
  url: string;
  /** When the text with this digest was kept, ISO 8601 UTC; null where it was not. */
  captured: string | null;
  /** Of the text in which the position counts; without a position, of the article's text at its first annotation. */
  textSha256: string | null;
  /** In code points of the text with this digest, end exclusive; null where the quote does not stand there. */
  position: TextPositionSelector | null;
  created: string;
  modified: string;
}

/**
 * Sorted by the article's date (those without one last) and title, then by place in the text, then by time: the same
 * archive gives the same rows in the same order. Dates are compared as text, so offsets of zones are not weighed;
 * places in different texts of one article are compared as if it were one.
 */
export function exportRows(archive: Archive): ExportRow[] {
  const codes = new Map(archive.codes.map((code) => [code.id, code]));
  const snapshots = new Map(archive.snapshots.map((snapshot) => [snapshot.sha256, snapshot]));
  const byArticle = Map.groupBy(
    archive.annotations.filter(({ deleted }) => deleted === null),
    ({ articleId }) => articleId,
  );
  return archive.articles.toSorted(byDateAndTitle).flatMap((article) => {
    const annotations = byArticle.get(article.id)?.sort(byPlaceAndTime) ?? [];
    if (annotations.length === 0) return [];
    const tables = new Map<string, CodePointTable>();
    return annotations.map((annotation): ExportRow => {
      const digest = annotation.target.snapshot ?? article.snapshot;
      const snapshot = snapshots.get(digest ?? '');
      const given = annotation.codeIds
        .map((id) => codes.get(id))
        .filter((code) => code !== undefined)
        .map((code) => ({ id: code.id, path: codePath(code, codes), colour: code.colour }));
      return {
        annotationId: annotation.id,
        quote: annotation.target.quote.exact,
        prefix: annotation.target.quote.prefix,
        suffix: annotation.target.quote.suffix,
        note: annotation.note,
        codes: given,
        colour: given[0]?.colour ?? uncodedColour,
        ...articleFields(article),
        url: article.addresses[0] ?? annotation.target.source,
        captured: snapshot?.captured ?? null,
        textSha256: digest,
        position: positionOf(annotation, snapshots, tables),
        created: annotation.created,
        modified: annotation.modified,
      };
    });
  });
}

function articleFields({ id, metadata }: Article) {
  return {
    articleId: id,
    title: metadata.title?.value ?? null,
    outlet: metadata.outlet?.value ?? null,
    source: metadata.source?.value ?? null,
    authors: metadata.authors?.value ?? [],
    published: metadata.published?.value ?? null,
    language: metadata.language?.value ?? null,
    section: metadata.section?.value ?? null,
  };
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
