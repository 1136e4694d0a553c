/** Finds an article's headline, the line on the page that its own head agrees with, and the short line above it. */

import type { FoundValue, MetadataSource } from '../../core/article';
import { parentOf, tagOf, textOf } from '../detection/unclobbered';
import { type Candidate, candidate, choose } from './candidates';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { comparable, longestTitle, plainText } from './plain-text';
import type { Line } from './reading-lines';
import { textOfValue } from './structured-data';

const titleMetas = ['og:title', 'articletitle', 'twitter:title', 'dc.title', 'title', 'citation_title'];
/** UTF-16 units; a longer line is a paragraph. */
const longestHeading = 220;
const fewestSigns = 4;
/** A heading that makes up less of the page's title is its section or its site. */
const leastShare = 0.4;
/** A heading of so many words that shares this part of both's with the page's title is another form of it. */
const fewestWords = 3;
const leastShared = 0.3;
const secondLevel = 0.7;
const headingBonus: Readonly<Record<string, number>> = { H1: 2, H2: secondLevel };
const siteMark = /\s+[-–—|·»‹›:]+\s+|[_|｜]|-{2,}|\s-(?=\S)|(?<=[\u3400-\u9fff])-(?=[\u3400-\u9fff])/u;
/** 08.11.2021 | Online-Fachtag */
const leadingDate = /^\d{1,2}\.\d{1,2}\.\d{4}\s*[|–:-]\s*/u;
/** A part of a title before the site's name is a title of its own from this length on, in UTF-16 units. */
const shortestAlone = { han: 10, other: 24 };

/** Also tells the element in which the headline stands. */
export interface Headline {
  title: FoundValue<string> | null;
  element: Element | null;
}

export function readHeadline(facts: PageFacts): Headline {
  const { headline } = facts.article;
  const structured = textOfValue(headline);
  const meta = firstMeta(facts.metas, titleMetas);
  const stated = [facts.documentTitle, meta, structured].filter((title) => title !== null);
  const heading = chooseHeading(facts.lines, stated);
  const candidates: Candidate<string>[] = [
    ...titled(heading === null ? null : headlineOf(heading, [structured, meta], facts), 'heading', 0.92),
    ...titled(structured === null ? null : withoutOutlet(structured, facts), 'json-ld', 0.6),
    ...titled(meta === null ? null : withoutOutlet(meta, facts), 'meta', 0.55),
    ...titled(facts.documentTitle === null ? null : withoutSite(facts.documentTitle), 'title-element', 0.45),
  ];
  return { title: choose(candidates, comparable), element: heading?.element ?? null };
}

function titled(value: string | null, from: MetadataSource, confidence: number): Candidate<string>[] {
  return candidate(value === null ? null : plainText(value, longestTitle), from, confidence);
}

/** A heading within the text may agree with the page's title too: then the page's one first-level heading is meant. */
function chooseHeading(lines: readonly Line[], stated: readonly string[]): Line | null {
  const found = stated.length > 0 ? findHeading(lines, stated) : null;
  const isSure =
    found !== null &&
    (bonusOf(found.element) !== secondLevel || stated.map(comparable).includes(comparable(found.text)));
  return isSure ? found : (onlyHeading(lines, stated) ?? found);
}

/** The page's one first-level heading, however often it stands there; where the head says something, they share words. */
function onlyHeading(lines: readonly Line[], stated: readonly string[]): Line | null {
  const headings = lines.filter(({ element }) => tagOf(element) === 'H1');
  const [heading] = headings;
  const isOne = new Set(headings.map(({ text }) => text)).size === 1;
  if (heading === undefined || !isOne || heading.text.length > longestHeading) return null;
  return stated.length === 0 || stated.some((title) => sharedWords(heading.text, title) >= leastShared)
    ? heading
    : null;
}

function sharedWords(heading: string, title: string): number {
  const words = new Set(wordsOf(heading));
  const others = new Set(wordsOf(title));
  const shared = [...words].filter((word) => others.has(word)).length;
  return words.size < fewestWords ? 0 : (2 * shared) / (words.size + others.size);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

function findHeading(lines: readonly Line[], stated: readonly string[]): Line | null {
  const keys = stated.map(comparable).filter((key) => key !== '');
  let best: Line | null = null;
  let most = 0;
  const titles = stated.map((title) => title.toLowerCase());
  for (const line of withWholeHeadings(lines)) {
    if (line.text.length > longestHeading || !mayAgree(line.text, titles)) continue;
    const key = comparable(line.text);
    if (key.length < fewestSigns) continue;
    const agreement = keys.reduce((sum, title) => sum + agree(key, title), 0);
    if (agreement === 0) continue;
    const worth = agreement + bonusOf(line.element) + Math.min(key.length, 60) / 60;
    if (worth > most) [best, most] = [line, worth];
  }
  return best;
}

/** A cheap look: the first two letters that stand together are in a title. */
function mayAgree(text: string, titles: readonly string[]): boolean {
  const [letters = ''] = /[\p{L}\p{N}]{2}/u.exec(text) ?? [];
  const wanted = letters.toLowerCase();
  return titles.some((title) => title.includes(wanted));
}

/** A headline that is broken with `<br>` counts as a whole too. */
function* withWholeHeadings(lines: readonly Line[]): Generator<Line> {
  let last: Element | null = null;
  for (const [index, line] of lines.entries()) {
    yield line;
    const isBroken = lines[index + 1]?.element === line.element && line.element !== last;
    last = line.element;
    if (!isBroken || line.text.length > longestHeading) continue;
    const text = plainText(textOf(line.element).slice(0, longestHeading * 2), longestTitle);
    if (text !== null) yield { ...line, text };
  }
}

function bonusOf(element: Element): number {
  const parent = parentOf(element);
  return headingBonus[tagOf(element)] ?? (parent === null ? 0 : (headingBonus[tagOf(parent)] ?? 0));
}

function agree(heading: string, title: string): number {
  if (title === heading) return 3;
  if (title.startsWith(heading) && heading.length > title.length * leastShare) return 2;
  return title.includes(heading) && heading.length > title.length / 2 ? 1 : 0;
}

function headlineOf({ text, element }: Line, stated: readonly (string | null)[], facts: PageFacts): string {
  const isCopy = bonusOf(element) === 0 && text === facts.documentTitle;
  const bare = isCopy ? withoutSite(text) : withoutOutlet(text, facts);
  return withoutKicker(bare.replace(leadingDate, ''), stated);
}

/** Some sites put the line above the headline into the heading itself (`"It begins": Trump speaks of …`), others their name. */
function withoutKicker(heading: string, stated: readonly (string | null)[]): string {
  const whole = stated.find((title) => {
    if (title === null || title === heading || title.length <= heading.length * leastShare) return false;
    const isBegun = heading.startsWith(title) && siteMark.exec(heading)?.index === title.length;
    return isBegun || heading.endsWith(title);
  });
  return whole ?? heading;
}

/** Without the last part where that is the site's name or host. */
function withoutOutlet(title: string, { metas, address }: PageFacts): string {
  const marks = [...title.matchAll(new RegExp(siteMark, 'gu'))];
  const last = marks.at(-1);
  if (last === undefined) return title;
  const name = comparable(title.slice(last.index + last[0].length));
  const host = URL.canParse(address) ? comparable(new URL(address).hostname) : '';
  const outlet = comparable(firstMeta(metas, ['og:site_name']) ?? '');
  const isOutlet =
    name.length >= fewestSigns &&
    (host.includes(name) || (outlet !== '' && (outlet.includes(name) || name.includes(outlet))));
  return isOutlet ? title.slice(0, last.index) : title;
}

/** What stands before the first mark that sites put between headline and name, unless that is too little to be it. */
function withoutSite(title: string): string {
  const parts = title.split(siteMark).filter((part) => part.trim() !== '');
  const [first = ''] = parts;
  const shortest = /\p{Script=Han}/u.test(first) ? shortestAlone.han : shortestAlone.other;
  return first.length >= title.length * 0.35 || first.length >= shortest ? first : title;
}
