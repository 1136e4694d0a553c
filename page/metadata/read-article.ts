/** Reads a whole article at one walk over its page: what the page says about it, and its text. */

import type { FoundMetadata } from '../../core/article';
import { type ArticleBody, readArticleBody } from '../text/read-article-body';
import { readPageFacts } from './page-facts';
import { readMetadataOf } from './read-metadata';

export interface ReadArticle {
  metadata: FoundMetadata;
  /** Null where the page has no running text. */
  body: ArticleBody | null;
}

/** Reads only, asks for no layout. */
export function readArticle(document: Document, url: string): ReadArticle {
  const facts = readPageFacts(document, url);
  return { metadata: readMetadataOf(facts), body: readArticleBody(facts.root, facts.blocks) };
}
