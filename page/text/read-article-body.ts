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
  return bodyAmong(page === null ? null : findRootAmong(page, all), all);
}

/** As `readArticleBody`, for a caller that knows the root and the page's blocks. */
export function bodyAmong(root: Element | null, all: readonly TextBlock[]): ArticleBody | null {
  if (root === null) return null;
  const blocks = bodyBlocks(root, all);
  return { root, blocks, text: blocks.map(({ text }) => text.trim()).join('\n') };
}
