/** What the running text of a page says: an article is one body of sentences, a list is many short texts and links. */

import { readTextBlocks } from './text-blocks';
import { groupProse, isProse } from './text-groups';
import type { TextSignals } from './weights';

/** A page that goes on after so many nodes is judged by its beginning. */
const mostNodes = 9_000;
/** In Latin letters: a byline or a date line is no paragraph. */
const longestCredit = 120;

/** Who edited, where from, who reported. */
const chineseCredit = /(?:编辑|編輯|责编|[来來稿]源)\s*[:：|]|[记記]者[\s:：]?[\u4e00-\u9fa5]{2,4}[）)／\s]/g;
const byline = /(?:^|\s)(?:By|Von|Par|Por)\s+[A-Z]|作者\s*[:：]|文[/／]/;
const writtenDate =
  /\b(?:19|20)\d\d[-/.年]\s?\d\d?[-/.月]\s?\d|\d[./]\d\d?[./](?:20)?\d\d\b|\b[A-Z][a-z]{2,8}\.?\s\d\d?,?\s20\d\d|\d\.?\s(?:de\s)?[A-Za-zà-ÿ]{3,10}\.?\s(?:de\s)?20\d\d/;

export function readTextEvidence(root: Element): TextSignals {
  const blocks = readTextBlocks(root, mostNodes);
  const groups = groupProse(blocks);
  const mainLength = groups[0]?.length ?? 0;
  let [length, linked, paragraphs, credits, bylines, dates] = [0, 0, 0, 0, 0, 0];
  for (const block of blocks) {
    length += block.length;
    linked += block.linked;
    paragraphs += Number(isProse(block));
    credits += block.text.match(chineseCredit)?.length ?? 0;
    if (block.length >= longestCredit) continue;
    bylines += Number(byline.test(block.text));
    dates += Number(writtenDate.test(block.text));
  }
  return {
    sentences: logRatio(groups[0]?.sentences ?? 0, 6),
    paragraphs: logRatio(paragraphs, 4),
    mainShare: mainLength / (length + 200),
    secondShare: (groups[1]?.length ?? 0) / (mainLength + 1),
    groups: Math.max(0, logRatio(groups.length, 2)),
    links: Math.max(0, logRatio(linked, 400)),
    credits: Math.min(credits, 3),
    bylines: bylines > 0,
    manyBylines: bylines > 4,
    dates: dates > 0,
    manyDates: dates > 6,
    password: root.querySelector('input[type="password"]') !== null,
  };
}

/** Zero at the usual amount, and slower the further from it. */
function logRatio(count: number, usual: number): number {
  return Math.log((1 + count) / (1 + usual));
}
