/** The page's text with the article's own part in it, and what is sent of it with an annotation. */

import type { ArticleDraft } from '../../core/library';
import type { Span } from '../../core/span';
import { metadataToKeep } from '../metadata/metadata-to-keep';
import { readMetadata } from '../metadata/read-metadata';
import { findArticleRoot } from './article-root';
import { readTextMap, type TextMap } from './text-map';

export interface ArticleText {
  /** The whole body, so that words outside the article's root can be kept too. */
  map: TextMap;
  /** The article's part of `map.text`; UTF-16 units, end exclusive. */
  span: Span;
  /** The article's own part of it; null where it is too long to be kept. */
  text(): string | null;
  draft(): ArticleDraft;
}

/** UTF-16 units; longer texts are not kept, so that one request stays within its limit. */
const longestText = 600_000;

export function readArticle(document: Document, isOwn: (element: Element) => boolean): ArticleText {
  // A page that is being built anew may be without a body for a moment.
  const body: Element | null = document.body;
  const map = readTextMap(body ?? document.documentElement, isOwn);
  return articleIn(document, map, findArticleRoot(document));
}

/** @param root as `findArticleRoot` gives it */
export function articleIn(document: Document, map: TextMap, root: Element | null): ArticleText {
  const span = root === null ? { start: 0, end: map.text.length } : map.span(root);
  const text = () => (span.end - span.start > longestText ? null : map.text.slice(span.start, span.end));
  return {
    map,
    span,
    text,
    draft: () => ({
      metadata: metadataToKeep(readMetadata(document, document.location.href)),
      text: text(),
    }),
  };
}
