/** Everything the metadata readers look at, read from the page once. */

import { readTextBlocks, type TextBlock } from '../detection/text-blocks';
import { attributeOf, rootOf, titleOf } from '../detection/unclobbered';
import { findRootAmong } from '../text/article-root';
import { proseShares } from '../text/page-parts';
import { isLeftOver } from './left-over';
import { type MetaTags, readMetaTags } from './meta-tags';
import { longestTitle, plainText } from './plain-text';
import { type Line, type ReadingLines, readingLines, readLines } from './reading-lines';
import { findArticleObject, type JsonObject, readJsonLd } from './structured-data';

export interface PageFacts {
  document: Document;
  address: string;
  /** The content of `<title>`. */
  documentTitle: string | null;
  metas: MetaTags;
  objects: JsonObject[];
  /** The JSON-LD object of the article itself; an empty one where there is none, or only another article's. */
  article: JsonObject;
  root: Element | null;
  /** Which part of the page's running text an element holds, 0 to 1. */
  shareOf: (element: Element) => number;
  /** Where the headline stands, once that is known. */
  titleElement: Element | null;
  /** As the page declares it, or empty. */
  language: string;
  lines: Line[];
  blocks: readonly TextBlock[];
  /** Han without kana or hangul: the page is read by the customs of Chinese media. */
  isChinese: boolean;
}

const mostNodes = 40_000;

export function readPageFacts(document: Document, address: string): PageFacts {
  const page = rootOf(document);
  const blocks = page === null ? [] : readTextBlocks(page, mostNodes);
  const lines = readLines(blocks);
  const objects = readJsonLd(document);
  const stated = findArticleObject(objects);
  const documentTitle = page === null ? null : plainText(titleOf(page), longestTitle);
  return {
    document,
    address,
    documentTitle,
    metas: readMetaTags(document),
    objects,
    article: stated === null || isLeftOver(stated, { address, documentTitle, lines }) ? {} : stated,
    root: page === null ? null : findRootAmong(page, blocks),
    shareOf: proseShares(blocks),
    titleElement: null,
    language: page === null ? '' : attributeOf(page, 'lang'),
    lines,
    blocks,
    isChinese: isChinese(
      `${documentTitle ?? ''}${lines
        .map(({ text }) => text)
        .join('')
        .slice(0, 4_000)}`,
    ),
  };
}

export function linesAround(facts: PageFacts, title: string | null): ReadingLines {
  return readingLines(facts.lines, facts.root, title);
}

function isChinese(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return han > 20 && han > text.length / 20 && others < han / 10;
}
