/** What the running text of a page says: an article is one body of sentences, a list is many short texts and links. */

import { readTextBlocks } from './text-blocks';
import { groupProse, isProse } from './text-groups';
import { attributeOf, tagOf } from './unclobbered';
import type { TextSignals } from './weights';

/** A page that goes on after so many nodes is judged by its beginning. */
const mostNodes = 1_800;
/** Menus may be longer than that. */
const isMenu = (tag: string) => tag === 'NAV' || tag === 'FOOTER';
/** In Latin letters: a byline or a date line is no paragraph. */
const longestCredit = 120;

/** Who edited, where from, who reported. */
const chineseCredit = /(?:编辑|編輯|责编|[来來稿]源)\s*[:：|]|[记記]者[\s:：]?[\u4e00-\u9fa5]{2,4}[）)／\s]/g;
const byline = /(?:^|\s)(?:By|Von|Par|Por)\s+[A-Z]|作者\s*[:：]|文[/／]/;
const digits = /\d[\d年. /-]\d/;
const writtenDate =
  /\b(?:19|20)\d\d[-/.年]\s?\d\d?[-/.月]\s?\d|\d[./]\d\d?[./](?:20)?\d\d\b|\b[A-Z][a-z]{2,8}\.?\s\d\d?,?\s20\d\d|\d\.?\s(?:de\s)?[A-Za-zà-ÿ]{3,10}\.?\s(?:de\s)?20\d\d/;

/** Readers may answer what is published, and seldom what is sold. */
const commentsBegin = /leave a (?:reply|comment)|comments? \(\d|\b\d+ comments|评论|評論/i;
/** What a company says of itself and its services. */
const offer =
  /contact us|get (?:started|a quote)|book (?:now|a)|free trial|our (?:services|team|clients)|testimonial|sign up|pricing/i;

export function readTextEvidence(root: Element): TextSignals {
  const blocks = readTextBlocks(root, mostNodes, isMenu);
  const groups = groupProse(blocks);
  const mainLength = groups[0]?.length ?? 0;
  let [length, paragraphs, credits, bylines, dates, comments, offers] = [0, 0, 0, 0, 0, 0, 0];
  for (const block of blocks) {
    length += block.length;
    paragraphs += Number(isProse(block));
    credits += block.text.slice(0, longestCredit).match(chineseCredit)?.length ?? 0;
    if (block.length >= longestCredit) continue;
    comments += Number(commentsBegin.test(block.text));
    offers += Number(offer.test(block.text));
    bylines += Number(byline.test(block.text));
    dates += Number(digits.test(block.text) && writtenDate.test(block.text));
  }
  return {
    sentences: logRatio(groups[0]?.sentences ?? 0, 6),
    paragraphs: logRatio(paragraphs, 4),
    mainShare: mainLength / (length + 200),
    secondShare: (groups[1]?.length ?? 0) / (mainLength + 1),
    groups: Math.max(0, logRatio(groups.length, 2)),
    credits: Math.min(credits, 3),
    bylines: bylines > 0,
    dates: dates > 0,
    manyDates: dates > 6,
    noText: mainLength === 0,
    comments: comments > 0,
    offers: Math.log1p(offers),
    ...countControls(root),
  };
}

/** Zero at the usual amount, and slower the further from it. */
function logRatio(count: number, usual: number): number {
  return Math.log((1 + count) / (1 + usual));
}

/** A password is asked of those who log in, and of nobody who reads. */
function countControls(root: Element): TextSignals {
  let [inputs, times] = [0, 0];
  for (const element of root.querySelectorAll('time, input:not([type="hidden"])')) {
    if (tagOf(element) === 'TIME') times += 1;
    else inputs += attributeOf(element, 'type') === 'password' ? 11 : 1;
  }
  return { inputs: Math.min(inputs, 20) / 10, times: Math.min(times, 10) / 5 };
}
