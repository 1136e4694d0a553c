/** Reads an article's text for people and machines: the live root, and its lines without the page's own. */

import { readTextBlocks, type TextBlock } from '../detection/text-blocks';
import { rootOf } from '../detection/unclobbered';
import { bodyBlocks } from './article-body';
import { findRootAmong } from './article-root';

const mostNodes = 40_000;

export interface ArticleBody {
  /** As `findArticleRoot` gives it. */
  root: Element;
  /** One line for each block, without credits, promotion and related texts. */
  text: string;
  blocks: TextBlock[];
}

/** Reads only. Null where the page has no running text. */
export function readArticleBody(document: Document): ArticleBody | null {
  const page = rootOf(document);
  const all = page === null ? [] : readTextBlocks(page, mostNodes);
  const root = page === null ? null : findRootAmong(page, all);
  if (root === null) return null;
  const blocks = bodyBlocks(root, all);
  return { root, blocks, text: blocks.map(({ text }) => text.trim()).join('\n') };
}
