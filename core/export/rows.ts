/** The rows from which the exporters for readers write: one for each annotation that is not in the trash. */

import type { Annotation, TextPositionSelector } from '../annotation';
import type { Archive } from '../archive';
import type { Article } from '../article';
import { codePath } from '../code';
import { type CodePointTable, codePointTable } from '../code-points';
import { type Colour, uncodedColour } from '../colour';

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
  /** When the text was kept, ISO 8601 UTC; null where no text was. */
  captured: string | null;
  textSha256: string | null;
  /** In code points of the text with this digest, end exclusive; null where the quote does not stand there. */
  position: TextPositionSelector | null;
  created: string;
  modified: string;
}

/**
 * Sorted by the article's date (those without one last) and title, then by place in the text, then by time: the same
 * archive gives the same rows in the same order. Dates are compared as text, so offsets of zones are not weighed.
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
    const snapshot = article.snapshot === null ? undefined : snapshots.get(article.snapshot);
    const table = codePointTable(snapshot?.text ?? '');
    return annotations.map((annotation): ExportRow => {
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
        position: positionIn(snapshot?.text ?? '', table, annotation),
        created: annotation.created,
        modified: annotation.modified,
      };
    });
  });
}

function articleFields({ id, metadata, snapshot }: Article) {
  return {
    articleId: id,
    title: metadata.title?.value ?? null,
    outlet: metadata.outlet?.value ?? null,
    source: metadata.source?.value ?? null,
    authors: metadata.authors?.value ?? [],
    published: metadata.published?.value ?? null,
    language: metadata.language?.value ?? null,
    section: metadata.section?.value ?? null,
    textSha256: snapshot,
  };
}

/** An offset is worth writing only where the text says the same words there. */
function positionIn(
  text: string,
  table: CodePointTable,
  { target }: Annotation,
): TextPositionSelector | null {
  if (target.position === null) return null;
  const { start, end } = target.position;
  if (text.slice(start, end) !== target.quote.exact) return null;
  const [first, last] = [table.toCodePoints(start), table.toCodePoints(end)];
  return first === null || last === null ? null : { start: first, end: last };
}

function byDateAndTitle(a: Article, b: Article): number {
  return (
    compare(a.metadata.published?.value ?? '\uFFFF', b.metadata.published?.value ?? '\uFFFF') ||
    compare(a.metadata.title?.value ?? '', b.metadata.title?.value ?? '') ||
    compare(a.id, b.id)
  );
}

function byPlaceAndTime(a: Annotation, b: Annotation): number {
  return (
    compare(a.target.position?.start ?? Infinity, b.target.position?.start ?? Infinity) ||
    compare(a.created, b.created) ||
    compare(a.id, b.id)
  );
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}
