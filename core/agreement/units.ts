/** The units in which the codings of several people are compared: whole articles, paragraphs or sentences. */

import type { Article } from '../article';
import { segmentsOf } from '../segments';
import type { Span } from '../span';

export const unitKinds = ['article', 'paragraph', 'sentence'] as const;

export type UnitKind = (typeof unitKinds)[number];

export interface Unit {
  /** The article's id, and behind it the number of the paragraph or sentence: `…/s12`. */
  id: string;
  kind: UnitKind;
  articleId: string;
  /** In the article's text, without blanks at its ends; null for an article of which no text was kept. */
  span: Span | null;
}

/** @param text the article's own, of the digest that it names; null where it was not kept: then only the article is a unit */
export function unitsOf({ id, metadata }: Article, text: string | null, kind: UnitKind): Unit[] {
  if (kind === 'article') {
    return [{ id, kind, articleId: id, span: text === null ? null : { start: 0, end: text.length } }];
  }
  if (text === null) return [];
  const spans = kind === 'paragraph' ? paragraphs(text) : sentences(text, metadata.language?.value ?? null);
  return spans.map((span, index) => ({
    id: `${id}/${kind.charAt(0)}${index + 1}`,
    kind,
    articleId: id,
    span,
  }));
}

function paragraphs(text: string): Span[] {
  return Array.from(text.matchAll(/\S(?:[^\n]*\S)?/gu), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** A sentence never goes on over a line break. What has no letter or digit in it belongs to none. */
function sentences(text: string, language: string | null): Span[] {
  return paragraphs(text).flatMap(({ start, end }) =>
    segmentsOf(text.slice(start, end), 'sentence', language).flatMap(({ segment, index }) => {
      const words = segment.trim();
      if (!/[\p{L}\p{N}]/u.test(words)) return [];
      const first = start + index + segment.indexOf(words);
      return [{ start: first, end: first + words.length }];
    }),
  );
}
