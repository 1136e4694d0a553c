/** Reads an article's text: the live root, and its lines without the page's own. */

import type { TextBlock } from '../detection/text-blocks';
import { bodyBlocks } from './article-body';

export interface ArticleBody {
  /** As `findArticleRoot` gives it. */
  root: Element;
  /** One line for each block, without credits, promotion and related texts. */
  text: string;
  blocks: TextBlock[];
}

/** @param all the page's blocks; null where the page has no running text and so no root */
export function readArticleBody(root: Element | null, all: readonly TextBlock[]): ArticleBody | null {
  if (root === null) return null;
  const blocks = bodyBlocks(root, all);
  return { root, blocks, text: blocks.map(({ text }) => text.trim()).join('\n') };
}
