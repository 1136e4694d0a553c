/** Finds who wrote an article, and everyone else whom its page credits. */

import type { Credit, FoundMetadata } from '../../core/article';
import { readMarkedBylines } from './byline-elements';
import { type Candidate, candidate, choose } from './candidates';
import type { ChineseCredits } from './chinese-credits';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { distinct, isPersonName, isUserName, readPenName, splitNames } from './person-names';
import { comparable } from './plain-text';
import type { ReadingLines } from './reading-lines';
import { isObject, type JsonObject, listOf, textOfValue, typesOf } from './structured-data';

const authorMetas = [
  ...['author', 'article:author', 'parsely-author', 'sailthru.author', 'byl', 'dc.creator', 'dcterms.creator'],
  ...['citation_author', 'article:author_name', 'cxenseparse:author', 'twitter:data1', 'article.author'],
];
const authorRoles: ReadonlySet<Credit['role']> = new Set(['writer', 'reporter', 'correspondent']);
const mostAuthors = 50;
/** Lines in which a byline may stand: above the text, its first lines, its last. */
const linesOfText = 2;
const capital = String.raw`\p{Lu}[\p{L}.'’-]*`;
const person = String.raw`${capital}(?:\s+(?:(?:de|van|von|der|den|la|le|bin|al|da|dos|di)\s+)?${capital}){1,3}`;
const byline = new RegExp(
  String.raw`^(?:(?:story |words |text |written |posted |reported )?by|von|par|por|text|autor(?:in)?|af|av)\s*:?\s+(?<names>${person}(?:\s*(?:,|and|und|et|y|e|&)\s*${person}){0,5})(?:\s*$|\s*[|•·,/(–—-])`,
  'iu',
);

export function readCredits({ credits }: ChineseCredits): FoundMetadata['credits'] {
  const seen = new Set<string>();
  const value = credits.filter(({ name, role }) => {
    const key = `${role} ${name}`;
    return !seen.has(key) && seen.add(key);
  });
  return value.length === 0
    ? null
    : { value: value.slice(0, mostAuthors), from: 'credit-line', confidence: 0.9, alternatives: [] };
}

/** @param outlets names that are the outlet's and so no person's */
export function readAuthors(
  facts: PageFacts,
  lines: ReadingLines,
  credits: readonly Credit[],
  outlets: readonly string[],
): FoundMetadata['authors'] {
  const refused = new Set([
    ...outlets.map(comparable),
    ...credits.filter(({ role }) => !authorRoles.has(role)).map(({ name }) => comparable(name)),
  ]);
  const written = credits.filter(({ role }) => authorRoles.has(role)).map(({ name }) => comparable(name));
  const people = (names: readonly string[]) => {
    const all = distinct(names).filter((name) => isPersonName(name));
    const others = all.filter((name) => !refused.has(comparable(name)) || written.includes(comparable(name)));
    return others.length === 0 ? null : others.slice(0, mostAuthors);
  };
  const candidates = [...(facts.isChinese ? chineseAuthors(credits) : []), ...otherAuthors(facts, lines)].flatMap(
    ({ value, from, confidence }) => candidate(people(value), from, confidence),
  );
  const found = choose(candidates, (names) => names.map(comparable).sort().join(' '));
  return found ?? namedOrganisation(facts);
}

function chineseAuthors(credits: readonly Credit[]): Candidate<string[]>[] {
  const names = credits.filter(({ role }) => authorRoles.has(role)).map(({ name }) => name);
  return names.length === 0 ? [] : candidate(names, 'credit-line', 0.95);
}

function otherAuthors(facts: PageFacts, lines: ReadingLines): Candidate<string[]>[] {
  const structured = structuredAuthors(facts);
  const isLogin = structured.length > 0 && structured.every(isUserName);
  const meta = splitNames(firstMeta(facts.metas, authorMetas) ?? '');
  if (facts.isChinese) {
    // Here this meta holds the site, a staff number or the duty editor far more often than the writer.
    const visible = [...structured, ...meta].filter(
      (name) => readPenName(name) !== null && facts.lines.some(({ text }) => text.length < 80 && text.includes(name)),
    );
    return [...candidate(visible, 'meta', 0.5), ...candidate(markedPenNames(facts), 'microdata', 0.6)].filter(isFilled);
  }
  const { standard, named } = markedNames(facts);
  return [
    ...candidate(structured, 'json-ld', isLogin ? 0.3 : 0.85),
    ...candidate(standard, 'microdata', 0.7),
    ...candidate(named, 'microdata', 0.65),
    ...candidate(bylineNames(lines), 'credit-line', 0.75),
    ...candidate(meta, 'meta', meta.every(isUserName) ? 0.25 : 0.6),
  ].filter(isFilled);
}

function isFilled({ value }: Candidate<string[]>): boolean {
  return value.length > 0;
}

function structuredAuthors({ article, objects }: PageFacts): string[] {
  const { author, creator } = article;
  return listOf(author ?? creator).flatMap((entry) => {
    const named = isObject(entry) ? resolve(entry, objects) : { name: entry };
    if (typesOf(named).some((type) => /Organization$/u.test(type))) return [];
    const { name } = named;
    return listOf(name).flatMap((each) => splitNames(textOfValue(each) ?? ''));
  });
}

/** Many sites describe a person once and name them by `@id` elsewhere. */
function resolve(entry: JsonObject, objects: readonly JsonObject[]): JsonObject {
  const { name, '@id': id } = entry;
  if (name !== undefined || id === undefined) return entry;
  return objects.find((object) => object['@id'] === id && object['name'] !== undefined) ?? entry;
}

function markedNames({ root, titleElement }: PageFacts): { standard: string[]; named: string[] } {
  const bylines = root === null ? [] : readMarkedBylines(root, titleElement);
  const names = (isStandard: boolean) =>
    distinct(
      bylines
        .filter((each) => each.isStandard === isStandard)
        .flatMap(({ text }) => splitNames(text))
        .filter((name) => /^\p{Lu}|^[^\p{L}]*\p{Lo}/u.test(name)),
    );
  // The byline comes first; what follows are its details, or the bylines of other texts.
  return { standard: names(true).slice(0, 6), named: names(false).slice(0, 4) };
}

function markedPenNames({ root, titleElement }: PageFacts): string[] {
  const bylines = root === null ? [] : readMarkedBylines(root, titleElement);
  const [first] = bylines.flatMap(({ text }) => readPenName(text.replace(/^(?:作者|文|by)\s*[:：]?\s*/iu, '')) ?? []);
  return first === undefined ? [] : [first];
}

function bylineNames({ before, body }: ReadingLines): string[] {
  const some = [...before, ...body.slice(0, linesOfText), ...body.slice(-linesOfText)];
  for (const { text } of some) {
    const names = text.length > 160 ? undefined : byline.exec(text)?.groups?.['names'];
    if (names !== undefined) return splitNames(names);
  }
  return [];
}

/** An office or an outlet that the page itself names as the author, where it names nobody. */
function namedOrganisation({ article, isChinese }: PageFacts): FoundMetadata['authors'] {
  const { author } = article;
  const [first] = isChinese ? [] : listOf(author);
  const name = textOfValue(first);
  return name === null || !isPersonName(name)
    ? null
    : { value: [name], from: 'json-ld', confidence: 0.5, alternatives: [] };
}
