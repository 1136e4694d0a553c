/** The lines that an eye meets around an article: from its headline to its first paragraph, and after its last. */

import type { TextBlock } from '../detection/text-blocks';
import { isProse } from '../detection/text-groups';
import { comparable, plainText } from './plain-text';

export interface Line {
  text: string;
  element: Element;
  /** Whether it belongs to a block of running text. */
  isProse: boolean;
}

export interface ReadingLines {
  /** Where among `before` the headline stands; -1 where it does not. */
  headline: number;
  /** From a little above the headline to the first paragraph. */
  before: Line[];
  /** Paragraphs and all that stands between them. */
  body: Line[];
  /** What follows the last paragraph at once; credits often stand there. */
  after: Line[];
}

/** In UTF-16 units. */
const longestLine = 2_000;
const mostBefore = 25;
const mostAfter = 30;
/** A section name or a date may stand above the headline; what is further up belongs to the page. */
const aboveHeadline = 4;

export function readLines(blocks: readonly TextBlock[]): Line[] {
  return blocks.flatMap((block) =>
    block.text.split('\n').flatMap((part) => {
      const text = plainText(part, longestLine);
      return text === null ? [] : [{ text, element: block.element, isProse: isProse(block) }];
    }),
  );
}

/** @param root the article's root; null gives the page's first lines as `before` and nothing else */
export function readingLines(
  lines: readonly Line[],
  root: Element | null,
  title: string | null,
): ReadingLines {
  const isBody = (line: Line) => line.isProse && Node.prototype.contains.call(root, line.element);
  const first = root === null ? -1 : lines.findIndex(isBody);
  if (first === -1) {
    const before = lines.slice(0, mostBefore);
    return { headline: findHeadline(before, title), before, body: [], after: [] };
  }
  const last = lines.findLastIndex(isBody);
  const body = lines.slice(first, last + 1);
  const after = lines.slice(last + 1, last + 1 + mostAfter);
  const near = findHeadline(lines.slice(0, first), title);
  const headline = near === -1 ? findHeadline(lines, title) : near;
  if (headline !== -1 && (headline > first || first - headline > 2 * mostBefore)) {
    // Far from what was taken for the text stands the headline: what the article says of itself is by it.
    const from = Math.max(0, headline - aboveHeadline);
    return { headline: headline - from, before: lines.slice(from, headline + mostBefore), body, after };
  }
  const from = Math.max(0, headline === -1 ? first - mostBefore : headline - aboveHeadline);
  return { headline: headline === -1 ? -1 : headline - from, before: lines.slice(from, first), body, after };
}

function findHeadline(lines: readonly Line[], title: string | null): number {
  const wanted = comparable(title ?? '');
  return wanted === '' ? -1 : lines.findLastIndex(({ text }) => comparable(text) === wanted);
}
