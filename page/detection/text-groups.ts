/** Finds where a page's running text stands together: the element that holds most of it. */

import type { TextBlock } from './text-blocks';
import { parentOf, tagOf } from './unclobbered';

export interface TextGroup {
  element: Element;
  /** Sum of the blocks' unlinked length, in Latin letters. */
  length: number;
  sentences: number;
}

const fewestLetters = 60;

/** Running text: long enough, mostly not links, and not in a part of the page that tags itself as something else. */
export function isProse(block: TextBlock): boolean {
  return block.length >= fewestLetters && block.linked * 2 < block.length && block.sentences > 0;
}

/** One group for each element that directly holds paragraphs, largest first. */
export function groupProse(blocks: readonly TextBlock[]): TextGroup[] {
  const groups = new Map<Element, TextGroup>();
  for (const block of blocks) {
    if (!isProse(block)) continue;
    const holder = holderOf(block);
    let group = groups.get(holder);
    if (group === undefined) {
      group = { element: holder, length: 0, sentences: 0 };
      groups.set(holder, group);
    }
    group.length += block.length - block.linked;
    group.sentences += block.sentences;
  }
  return [...groups.values()].sort((one, other) => other.length - one.length);
}

/** A paragraph is held by its parent; text cut up by `<br>` stands in its holder itself. */
export function holderOf({ element, text }: TextBlock): Element {
  const isHolder = tagOf(element) !== 'P' && text.includes('\n');
  return isHolder ? element : (parentOf(element) ?? element);
}
