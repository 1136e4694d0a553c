/** Finds the short texts around a headline (kicker, subtitle, lead) and under pictures. */

import type { FoundMetadata, FoundValue } from '../../core/article';
import { attributeOf, tagOf } from '../detection/unclobbered';
import { isCreditLine, isPromotion } from '../text/furniture-lines';
import { candidate, choose } from './candidates';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { comparable } from './plain-text';
import type { Line, ReadingLines } from './reading-lines';
import { textOfValue } from './structured-data';
import { readWrittenDate } from './written-date';

const leadLabel =
  /^[\s【[]*(?:核心提示|内容提要|核心阅读|内容摘要|提要|摘要|导语|導語|导读|導讀)[\]】\s]*[:：\s]\s*/u;
const subtitleClass =
  /(?:^|[-_\s])(?:sub-?(?:title|head(?:line|ing)?)|dek|deck|standfirst|futi|fubiao|excerpt|summary|intro|teaser|lead)(?:[-_\s]|$)/i;
const captionClass =
  /(?:^|[-_\s])(?:caption|img-?desc|pic-?(?:desc|text|info)|image-?desc|photo-?desc|tuzhu)(?:[-_\s]|$)/i;
/** UTF-16 units. */
const longest = { kicker: 30, subtitle: 300, lead: 600, caption: 300 };
const mostCaptions = 50;
const sentenceEnd = /[。！？!?.]["”’）)]?$/u;
const notKicker =
  /^(?:share|home|menu|search|advertisement|loading|首页|首頁|正文|当前位置|您的位置|分享)|[>»›|]/i;

export function readKicker({ before }: ReadingLines, title: string | null): FoundValue<string> | null {
  const at = title === null ? -1 : before.findLastIndex(({ text }) => text === title);
  const above = before[at - 1];
  const isKicker =
    above !== undefined &&
    above.text.length >= 2 &&
    above.text.length <= longest.kicker &&
    !sentenceEnd.test(above.text) &&
    !notKicker.test(above.text) &&
    readWrittenDate(above.text) === null &&
    Element.prototype.closest.call(above.element, 'nav, aside, ul, ol, button') === null &&
    comparable(above.text) !== comparable(title ?? '');
  return choose(isKicker ? candidate(above.text, 'heading', 0.6) : [], comparable);
}

export function readSubtitle(
  { article }: PageFacts,
  { before }: ReadingLines,
  title: string | null,
): FoundValue<string> | null {
  const { alternativeHeadline } = article;
  const at = title === null ? -1 : before.findLastIndex(({ text }) => text === title);
  const below = at === -1 ? undefined : before[at + 1];
  const isSubtitle =
    below !== undefined &&
    below.text.length <= longest.subtitle &&
    !isCreditLine(below.text) &&
    (/^(?:——|--)/u.test(below.text) ||
      /^H[2-4]$/u.test(tagOf(below.element)) ||
      subtitleClass.test(attributeOf(below.element, 'class')));
  return choose(
    [
      ...candidate(isSubtitle ? below.text.replace(/^(?:——|--)\s*/u, '') : null, 'heading', 0.7),
      ...candidate(textOfValue(alternativeHeadline), 'json-ld', 0.5),
    ].filter(({ value }) => comparable(value) !== comparable(title ?? '')),
    comparable,
  );
}

export function readLead(
  { metas, lines: all }: PageFacts,
  { before, body }: ReadingLines,
): FoundValue<string> | null {
  const near = [...before, ...body.slice(0, 3)];
  const labelled = near.find(({ text }) => leadLabel.test(text));
  const description = comparable(firstMeta(metas, ['og:description', 'description']) ?? '');
  const shown =
    description.length < 20
      ? undefined
      : before.find(({ text }) => text.length <= longest.lead && comparable(text) === description);
  return choose(
    [
      ...candidate(
        labelled?.text.replace(leadLabel, '') || (nextOf(all, labelled) ?? null),
        'credit-line',
        0.9,
      ),
      ...candidate(shown?.text, 'heading', 0.7),
    ],
    comparable,
  );
}

/** Where the label stands on a line of its own. */
function nextOf(lines: readonly Line[], line: Line | undefined): string | undefined {
  return line === undefined ? undefined : lines[lines.indexOf(line) + 1]?.text;
}

/** Marked ones, and short lines that the page shows twice in a row. */
export function readCaptions({ root, lines }: PageFacts): FoundMetadata['captions'] {
  const inside = lines.filter(({ element }) => root !== null && Node.prototype.contains.call(root, element));
  const captions = inside.filter(
    (line, index) => isMarkedCaption(line) || isRepeated(line, inside[index + 1]),
  );
  const seen = new Set<string>();
  const value = captions
    .map(({ text }) => text)
    .filter((text) => {
      const key = comparable(text);
      return key !== '' && !seen.has(key) && seen.add(key);
    });
  return value.length === 0
    ? null
    : { value: value.slice(0, mostCaptions), from: 'microdata', confidence: 0.8, alternatives: [] };
}

function isMarkedCaption({ text, element }: Line): boolean {
  return (
    text.length <= longest.caption &&
    (Element.prototype.closest.call(element, 'figcaption') !== null ||
      captionClass.test(attributeOf(element, 'class')))
  );
}

function isRepeated({ text }: Line, next: Line | undefined): boolean {
  return (
    next?.text === text && text.length <= longest.caption && !sentenceEnd.test(text) && !isPromotion(text)
  );
}
