/** Finds who wrote an article, and everyone else whom its page credits. */

import type { Credit, FoundMetadata } from '../../core/article';
import { type MarkedByline, readAuthorBoxes, readMarkedBylines } from './byline-elements';
import { type Candidate, candidate, choose } from './candidates';
import type { ChineseCredits } from './chinese-credits';
import { readChineseNames, readPenName } from './chinese-names';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { distinct, isPersonName, isUserName, splitNames } from './person-names';
import { comparable } from './plain-text';
import type { ReadingLines } from './reading-lines';
import { isObject, type JsonObject, listOf, textOfValue, typesOf } from './structured-data';

const authorMetas = [
  ...['author', 'article:author', 'parsely-author', 'sailthru.author', 'byl', 'article:author_name'],
  ...['cxenseparse:author', 'article.author', 'creator'],
];
/** Metas of learned journals, one for each author: `Roy, Aniruddha`. */
const scholarlyMetas = ['citation_author', 'dc.creator', 'dcterms.creator'];
const authorRoles: ReadonlySet<Credit['role']> = new Set(['writer', 'reporter', 'correspondent']);
const mostAuthors = 50;
/** Lines in which a byline may stand: above the text, its first lines, its last. */
const linesOfText = 3;
const linesAfter = 4;
/** UTF-16 units; a longer line is a paragraph, in which a person of that name may just occur. */
const longestNameLine = 300;
/** UTF-16 units. */
const longestByline = 160;
/** A line that is a byline and little else. */
const byline =
  /^(?:(?:an?|ein|eine|un)\s)?(?:(?:story|words|text|written|posted|reported|published|article|artikel|review|interview|analysis|reportage)\s+)?(?:by|von|par|por|af|av|door)\s*:?\s+(?<names>[^|•·()]{3,80}?)\s*(?:$|[|•·(–—]|\s-\s|,\s*(?:datum|date|updated|published)\b|(?=\d{1,2}[./])|\s(?=\d))/i;
const afterLabel =
  /^(?:authors?|autor(?:in|en)?|auteurs?|verfasser|redaktion)\s*:\s*(?<names>[^|•·()]{3,60}?)\s*(?:$|[|•·(–—]|,\s*(?:datum|date)\b)/i;
const writtenBy =
  /^(?:written by|verfasst von|geschrieben von|escrito por|écrit par|scritto da|geschreven door|skrevet av|napisane przez|автор|作者|投稿者|by|author)$/i;

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

/** @param outlets names that are the outlet's, and a person's only where the page clearly says so */
export function readAuthors(
  facts: PageFacts,
  lines: ReadingLines,
  credits: readonly Credit[],
  outlets: readonly string[],
): FoundMetadata['authors'] {
  const { publisher } = facts.article;
  const written = new Set(credits.filter(isAuthor).map(({ name }) => comparable(name)));
  const refused = new Set([
    ...[...outlets, textOfValue(publisher) ?? ''].map(comparable),
    ...credits.filter((credit) => !isAuthor(credit)).map(({ name }) => comparable(name)),
  ]);
  const all = [
    ...(facts.isChinese ? chineseAuthors(credits) : []),
    ...(facts.isChinese ? otherChineseAuthors(facts, lines) : otherAuthors(facts, lines)),
  ].filter(({ value }) => value.length > 0);
  const others = all.flatMap(({ value, from, confidence }) => {
    const names = distinct(value).filter(
      (name) => written.has(comparable(name)) || !refused.has(comparable(name)),
    );
    return candidate(names.length === 0 ? null : names.slice(0, mostAuthors), from, confidence);
  });
  const keyOf = (names: readonly string[]) => names.map(comparable).sort().join(' ');
  const found = choose(others, keyOf);
  return (
    found ??
    (facts.isChinese
      ? null
      : (choose(
          all.filter(({ from }) => from !== 'meta'),
          keyOf,
        ) ?? namedOrganisation(facts)))
  );
}

function isAuthor({ role }: Credit): boolean {
  return authorRoles.has(role);
}

function chineseAuthors(credits: readonly Credit[]): Candidate<string[]>[] {
  const names = credits.filter(({ role }) => authorRoles.has(role)).map(({ name }) => name);
  return names.length === 0 ? [] : candidate(names, 'credit-line', 0.95);
}

/**
 * Blog programs name whoever pressed the button; a writer is named where readers see it.
 * The name may be written in another case, or cut up by marks.
 */
function shownTest({ lines }: PageFacts): (names: readonly string[]) => boolean {
  const short = lines.filter(({ text }) => text.length <= longestNameLine);
  const shown = comparable(short.map(({ text }) => text).join(' '));
  return (names) => names.some((name) => shown.includes(comparable(name)));
}

function otherAuthors(facts: PageFacts, lines: ReadingLines): Candidate<string[]>[] {
  const { metas } = facts;
  const isShown = shownTest(facts);
  const stated = structuredAuthors(facts);
  const isNews = typesOf(facts.article).some((type) => /NewsArticle$/u.test(type));
  const structured = isNews || isShown(stated) ? stated : [];
  const isLogin = structured.length > 0 && structured.every(isUserName);
  const named = splitNames(firstMeta(metas, authorMetas) ?? '');
  const meta = isShown(named) ? named : [];
  const labelled = splitNames(labelledMeta(metas));
  const scholarly = scholarlyMetas.flatMap((name) => splitNames(inReadingOrder(metas.get(name) ?? '')));
  const marks = readMarks(facts, lines);
  return [
    ...candidate(structured, 'json-ld', isLogin ? 0.3 : 0.85),
    ...candidate(marks.standard, 'microdata', 0.7),
    ...candidate(marks.above, 'microdata', 0.65),
    ...candidate(marks.below, 'microdata', 0.3),
    ...candidate(presented(facts), 'microdata', 0.35),
    ...candidate(bylineNames(lines), 'credit-line', 0.75),
    ...candidate(labelled, 'meta', labelled.every(isUserName) ? 0.25 : 0.8),
    ...candidate(distinct(scholarly), 'meta', 0.8),
    ...candidate(meta, 'meta', meta.every(isUserName) ? 0.25 : 0.6),
  ];
}

/** Here metas hold the site, a staff number or the duty editor far more often than the writer. */
function otherChineseAuthors(facts: PageFacts, lines: ReadingLines): Candidate<string[]>[] {
  const stated = [...structuredAuthors(facts), ...splitNames(firstMeta(facts.metas, authorMetas) ?? '')];
  const shown = new Set(
    [...lines.before, ...lines.after].flatMap(({ text }) =>
      text.length < longestNameLine ? text.split(/[\s|｜·:：/／（()）、，]+/u) : [],
    ),
  );
  const visible = stated.filter((name) => readPenName(name) !== null && shown.has(name));
  const marks = readBylines(facts, lines)
    .filter(({ isAbove }) => isAbove)
    .map(({ text }) => text.replace(/^(?:作者|文|by)\s*[:：]?\s*/i, ''));
  const names = marks.flatMap(readChineseNames);
  const [penName] = marks.flatMap((text) => readPenName(text) ?? []);
  return [
    ...candidate(visible, 'meta', 0.5),
    ...candidate(names.slice(0, 3), 'microdata', 0.6),
    ...candidate(penName === undefined ? [] : [penName], 'microdata', 0.45),
  ];
}

/** `Roy, Aniruddha` as people say it. */
function inReadingOrder(name: string): string {
  return name.replace(/^([^,]+),\s*([^,]+)$/u, '$2 $1');
}

/** The metas in which blogs tell chat programs what to show: `twitter:label1` names what `twitter:data1` holds. */
function labelledMeta(metas: PageFacts['metas']): string {
  const at = ['1', '2'].find((place) => writtenBy.test(metas.get(`twitter:label${place}`) ?? ''));
  return at === undefined ? '' : (metas.get(`twitter:data${at}`) ?? '');
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
  return objects.find((object) => object['@id'] === id && 'name' in object) ?? entry;
}

function readBylines(facts: PageFacts, { body }: ReadingLines): MarkedByline[] {
  return readMarkedBylines(facts, body[0]?.element ?? null);
}

/** The byline comes first; what follows are its details, or the bylines of other texts. */
function readMarks(facts: PageFacts, lines: ReadingLines) {
  const bylines = readBylines(facts, lines);
  const names = (some: readonly MarkedByline[]) =>
    distinct(
      some
        .flatMap(({ text }) => splitNames(text))
        .filter((name) => /^(?:the )?[^\p{L}]*(?:\p{Lu}|\p{Lo})/u.test(name)),
    );
  const standard = bylines.filter(({ isStandard }) => isStandard);
  const first = standard.some(({ isAbove }) => isAbove)
    ? standard.filter(({ isAbove }) => isAbove)
    : standard;
  const logins = distinct(first.map(({ text }) => text)).filter((text) => isUserName(text.toLowerCase()));
  const named = names(first);
  return {
    standard: (named.length > 0 ? named : logins).slice(0, 6),
    above: names(bylines.filter(({ isStandard, isAbove }) => !isStandard && isAbove)).slice(0, 4),
    below: onlyOne(names(bylines.filter(({ isStandard, isAbove }) => !isStandard && !isAbove))),
  };
}

function presented(facts: PageFacts): string[] {
  const boxes = readAuthorBoxes(facts).map((names) => names.map(splitNames).find((some) => some.length > 0));
  return onlyOne(distinct(boxes.flatMap((names) => names ?? [])));
}

/** Below the text several names are those of readers, or of other texts' authors. */
function onlyOne(names: readonly string[]): string[] {
  const [name = ''] = names;
  return names.length === 1 && /^\S{2,} .*\S{2,}$/u.test(name) ? [name] : [];
}

function bylineNames({ before, body, after }: ReadingLines): string[] {
  const some = [
    ...before,
    ...body.slice(0, linesOfText),
    ...body.slice(-linesOfText),
    ...after.slice(0, linesAfter),
  ];
  for (const [index, { text }] of some.entries()) {
    if (text.length > longestByline) continue;
    const label = /^(?:(?:written|article|story|words) )?(?:by|von|por|par):?$/i.test(text);
    const line = label ? `by ${some[index + 1]?.text ?? ''}` : text;
    const { names } = (byline.exec(line) ?? afterLabel.exec(line))?.groups ?? {};
    const people = names === undefined ? [] : splitNames(names);
    if (people.length > 0 && (people.every(isWrittenLikeName) || loginLine.test(text))) return people;
  }
  return [];
}

/** A login that stands alone. */
const loginLine = /^by [\p{Ll}\d_.-]{3,20}$/u;

/** `by the council` is no byline. */
function isWrittenLikeName(name: string): boolean {
  return /^(?:the )?\p{Lu}/u.test(name) || /^(?=.*[\d_-])[\p{Ll}\d_-]{3,20}$/u.test(name);
}

/** An office or an outlet that the page itself names as the author, where it names nobody. */
function namedOrganisation(facts: PageFacts): FoundMetadata['authors'] {
  const { author: stated } = facts.article;
  const [author] = facts.isChinese ? [] : listOf(stated);
  const name = textOfValue(author);
  const isOrganisation = isObject(author) && typesOf(author).some((type) => /Organization$/u.test(type));
  if (name === null || !isPersonName(name) || !(isOrganisation || shownTest(facts)([name]))) return null;
  return { value: [name], from: 'json-ld', confidence: 0.5, alternatives: [] };
}
