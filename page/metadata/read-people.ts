/** Finds who wrote an article, and the outlet that its page names as the source. */

import type { Metadata, MetadataValue } from '../../core/article';
import { attributeOf, textOf } from '../detection/unclobbered';
import { type Credits, distinct, isPersonName, readCredits, splitNames } from './credit-lines';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { comparable, plainText } from './plain-text';
import type { ReadingLines } from './reading-lines';
import { isObject, listOf, textOfValue, typesOf } from './structured-data';

const authorMetas = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'citation_author',
];
const sourceMetas = ['contentsource', 'source', 'article:source'];
const authorMarks = ['[itemprop~="author"] [itemprop~="name"]', '[rel~="author"]', '[itemprop~="author"]'];
const otherPart = 'aside, footer, nav, [class*="comment" i], [class*="related" i], [class*="recommend" i]';
const mostAuthors = 50;

export function readPageCredits({ before, body, after }: ReadingLines): Credits {
  const edges = body.length > 2 ? [...body.slice(0, 1), ...body.slice(-1)] : body;
  return readCredits([...before, ...edges, ...after].map(({ text }) => text));
}

export function readSource(facts: PageFacts, credits: Credits): MetadataValue<string> | null {
  if (credits.source !== null) return named(credits.source, 'credit-line');
  const meta = facts.isChinese ? firstMeta(facts.metas, sourceMetas) : null;
  return meta === null ? null : named(meta.replace(/^来源\s*[:：]\s*/u, ''), 'meta');
}

function named(raw: string, from: MetadataValue<string>['from']): MetadataValue<string> | null {
  const value = plainText(raw);
  return value === null || !/\p{L}/u.test(value) || value.includes('://') ? null : { value, from };
}

/** @param outlets names that are the outlet's and so no person's */
export function readAuthors(
  facts: PageFacts,
  credits: Credits,
  outlets: readonly string[],
): Metadata['authors'] {
  const refused = new Set([...outlets, ...credits.editors].map(comparable));
  const places: [names: () => string[], from: MetadataValue<string>['from']][] = [
    [() => credits.authors, 'credit-line'],
    [() => structuredAuthors(facts), 'json-ld'],
    [() => metaAuthors(facts), 'meta'],
    [() => markedAuthors(facts), 'microdata'],
  ];
  for (const [names, from] of places) {
    const people = distinct(names().flatMap((name) => plainText(name) ?? []))
      .filter((name) => isPersonName(name) && !refused.has(comparable(name)))
      .slice(0, mostAuthors);
    if (people.length > 0) return { value: people, from };
  }
  return null;
}

function structuredAuthors({ article }: PageFacts): string[] {
  const { author } = article;
  return listOf(author).flatMap((entry) => {
    if (isObject(entry) && typesOf(entry).some((type) => /Organization$/u.test(type))) return [];
    const { name } = isObject(entry) ? entry : { name: entry };
    return listOf(name).flatMap((each) => splitNames(textOfValue(each) ?? ''));
  });
}

/** On Chinese pages this meta holds the site, a staff number or the duty editor far more often than the writer. */
function metaAuthors({ metas, isChinese, lines }: PageFacts): string[] {
  const names = splitNames(firstMeta(metas, authorMetas) ?? '');
  if (!isChinese) return names;
  return names.filter(
    (name) => /^\p{Script=Han}{2,4}$/u.test(name) && lines.some(({ text }) => text.includes(name)),
  );
}

function markedAuthors({ root }: PageFacts): string[] {
  const scope = root === null ? null : Element.prototype.closest.call(root, 'article, [itemscope]');
  for (const mark of scope === null ? [] : authorMarks) {
    const elements = [...Element.prototype.querySelectorAll.call(scope, mark)];
    const names = elements
      .filter((element) => Element.prototype.closest.call(element, otherPart) === null)
      .flatMap((element) => splitNames(attributeOf(element, 'content') || textOf(element).slice(0, 200)));
    if (names.length > 0) return names;
  }
  return [];
}
