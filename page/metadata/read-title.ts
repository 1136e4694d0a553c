/** Finds an article's headline: the line on the page that its own head agrees with. */

import type { MetadataValue } from '../../core/article';
import { tagOf } from '../detection/unclobbered';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { comparable, longestTitle, plainText } from './plain-text';
import type { Line } from './reading-lines';
import { textOfValue } from './structured-data';

const titleMetas = ['og:title', 'articletitle', 'twitter:title', 'dc.title'];
/** UTF-16 units; a longer line is a paragraph. */
const longestHeading = 220;
const fewestSigns = 4;
/** A heading that makes up less of the page's title is its section or its site. */
const leastShare = 0.4;
const headingBonus: Readonly<Record<string, number>> = { H1: 2, H2: 0.7 };
const siteMark = /\s+[-–—|·»]+\s+|[_|｜]|-{2,}|\s-(?=\S)/u;

export function readTitle(facts: PageFacts): MetadataValue<string> | null {
  const { headline } = facts.article;
  const structured = textOfValue(headline);
  const meta = firstMeta(facts.metas, titleMetas);
  const stated = [facts.documentTitle, meta, structured].filter((title) => title !== null);
  const heading = stated.length > 0 ? findHeading(facts.lines, stated) : onlyHeading(facts.lines);
  if (heading !== null) return { value: heading, from: 'heading' };
  return (
    found(structured, 'json-ld') ??
    found(meta === null ? null : withoutSite(meta), 'meta') ??
    found(facts.documentTitle === null ? null : withoutSite(facts.documentTitle), 'title-element')
  );
}

function found(value: string | null, from: MetadataValue<string>['from']): MetadataValue<string> | null {
  const title = value === null ? null : plainText(value, longestTitle);
  return title === null ? null : { value: title, from };
}

/** Where the head says nothing: the page's one first-level heading, however often it stands there. */
function onlyHeading(lines: readonly Line[]): string | null {
  const headings = new Set(lines.filter(({ element }) => tagOf(element) === 'H1').map(({ text }) => text));
  const [heading] = headings;
  return headings.size === 1 && heading !== undefined && heading.length <= longestHeading ? heading : null;
}

function findHeading(lines: readonly Line[], stated: readonly string[]): string | null {
  const keys = stated.map(comparable).filter((key) => key !== '');
  let best: string | null = null;
  let most = 0;
  for (const { text, element } of lines) {
    if (text.length > longestHeading) continue;
    const key = comparable(text);
    if (key.length < fewestSigns) continue;
    const agreement = keys.reduce((sum, title) => sum + agree(key, title), 0);
    if (agreement === 0) continue;
    const worth = agreement + (headingBonus[tagOf(element)] ?? 0) + Math.min(key.length, 60) / 60;
    if (worth > most) [best, most] = [text, worth];
  }
  return best;
}

function agree(heading: string, title: string): number {
  if (title === heading) return 3;
  if (title.startsWith(heading) && heading.length > title.length * leastShare) return 2;
  return title.includes(heading) && heading.length > title.length / 2 ? 1 : 0;
}

/** What stands before the first mark that sites put between headline and name, unless that is too little to be it. */
function withoutSite(title: string): string {
  const [first = ''] = title.split(siteMark).filter((part) => part.trim() !== '');
  return first.length >= title.length * 0.35 ? first : title;
}
