/** Finds a date of publication on pages that give none where it usually stands, and knows the words and parts that tell dates apart. */

import type { MetadataSource } from '../../core/article';
import { attributeOf, rootOf, textOf } from '../detection/unclobbered';
import type { PageFacts } from './page-facts';
import type { ReadingLines } from './reading-lines';
import { textOfValue, typesOf } from './structured-data';

export const changed =
  /^\s*(?:last\s)?(?:updated|modified|reviewed|更新|修改|最后更新|aktualisiert|geändert|stand:|mis à jour|actualizado|aggiornato|atualizado)/i;
export const published =
  /(?:发布|发表|发稿|刊发|时间|日期|發布|時間|出版|published|posted|erstellt|veröffentlicht|publié|publicado|pubblicato|created)/i;
export const otherPart =
  'a, li, aside, nav, footer, [class*="comment" i], [class*="related" i], [class*="recommend" i], [class*="teaser" i]';
export const asidePart =
  'aside, nav, footer, [class*="comment" i], [class*="related" i], [class*="recommend" i]';

const marked = '[itemprop~="datePublished"], [property~="datePublished"]';
const answerType = /Comment|Review|Answer|ImageObject/u;
/** UTF-16 units; such an element holds a date and little else. */
const longest = 60;

export interface StrayDate {
  text: string;
  from: MetadataSource;
}

/** Likeliest first. */
export function readStrayDates(facts: PageFacts, { body }: ReadingLines): StrayDate[] {
  const { document, objects } = facts;
  const page = rootOf(document);
  const stated = objects.flatMap((object) => {
    const { datePublished } = object;
    return typesOf(object).some((type) => answerType.test(type)) ? [] : (textOfValue(datePublished) ?? []);
  });
  const marks = [...(page?.querySelectorAll(marked) ?? [])].filter((element) => !isIn(element, asidePart));
  const labelled = body.filter(
    ({ text }) => text.length <= longest && published.test(text) && !changed.test(text),
  );
  return [
    ...stated.map((text): StrayDate => ({ text, from: 'json-ld' })),
    ...marks.map((element): StrayDate => ({ text: timeOf(element), from: 'microdata' })),
    ...labelled.map(({ text }): StrayDate => ({ text, from: 'credit-line' })),
  ];
}

function isIn(element: Element, part: string): boolean {
  return Element.prototype.closest.call(element, part) !== null;
}

export function timeOf(element: Element): string {
  return attributeOf(element, 'datetime') || attributeOf(element, 'content') || textOf(element);
}
