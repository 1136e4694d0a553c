/** Finds when an article was published and when it was changed, and never mixes the two. */

import type { FoundDate, MetadataSource } from '../../core/article';
import { attributeOf, textOf } from '../detection/unclobbered';
import { type Candidate, candidate, choose } from './candidates';
import { readEmbeddedDate } from './embedded-date';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import type { Line, ReadingLines } from './reading-lines';
import { textOfValue, typesOf } from './structured-data';
import { readSlashedDate, readWrittenDate } from './written-date';

const publishedMetas = [
  ...['article:published_time', 'og:article:published_time', 'og:release_date', 'datepublished', 'pubdate'],
  ...['publishdate', 'publish_date', 'publish-date', 'publication_date', 'parsely-pub-date', 'sailthru.date'],
  ...['apub:time', 'og:time', 'firstpublishedtime', 'weibo:article:create_at', 'bytedance:published_time'],
  ...['dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date', 'dcterms.date', 'dc.date.created'],
  ...['citation_publication_date', 'citation_date', 'cxenseparse:recs:publishtime', 'article.published'],
  ...[
    'article:published',
    'published_time',
    'created',
    'date',
    'firstpublished',
    'releasedate',
    'publisheddate',
  ],
];
const modifiedMetas = [
  ...[
    'article:modified_time',
    'og:updated_time',
    'datemodified',
    'last-modified',
    'lastmod',
    'dcterms.modified',
  ],
  ...['bytedance:lrdate_time', 'bytedance:updated_time', 'weibo:article:update_at', 'revised'],
];
/** What other metas of that kind are called. */
const publishedMeta = /publish(?!er)|publication|pub[-_.]?(?:date|time)|issued|releas|date[-_.]?created/u;
const otherMeta = /modif|updat|expir|unpub/u;
/** UTF-16 units; no date is longer. */
const longestDateText = 200;
/** UTF-16 units; in a longer line a date belongs to the story. */
const longestDateLine = 120;
/** Lines after the text in which a date may stand. */
const mostAfter = 8;
const changed =
  /^\s*(?:last\s)?(?:updated|modified|reviewed|更新|修改|最后更新|aktualisiert|geändert|stand:|mis à jour|actualizado|aggiornato|atualizado)/i;
const published =
  /(?:发布|发表|发稿|刊发|时间|日期|發布|時間|出版|published|posted|erstellt|veröffentlicht|publié|publicado|pubblicato|created)/i;
const otherPart =
  'a, li, aside, nav, footer, [class*="comment" i], [class*="related" i], [class*="recommend" i], [class*="teaser" i]';
const asidePart = 'aside, nav, footer, [class*="comment" i], [class*="related" i], [class*="recommend" i]';
/** UTF-16 units; such a line is a date and little else. */
const longestBareDate = 40;
/** Lines above the headline in which such a date is the article's. */
const mostAbove = 2;
/** A dispatch begins with its date. */
const opening = /^.{0,30}?\d{1,4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,4}/u;
const datedPath =
  /[/=_-][a-z]?((?:19|20)\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?([0-2]\d|3[01])(?=[/_.t-]|\d{2}|$)/i;

export function readPublished(facts: PageFacts, lines: ReadingLines): FoundDate | null {
  return chooseDate([...publishedCandidates(facts, lines)], facts);
}

export function readModified(facts: PageFacts, { before }: ReadingLines): FoundDate | null {
  const { dateModified } = facts.article;
  const line = before.find(({ text }) => text.length <= longestDateLine && changed.test(text));
  return chooseDate(
    [
      ...dated(textOfValue(dateModified), 'json-ld', 0.8, facts),
      ...dated(firstMeta(facts.metas, modifiedMetas), 'meta', 0.7, facts),
      ...dated(readMicrodata(facts.root, 'dateModified'), 'microdata', 0.7, facts),
      ...dated(line?.text ?? null, 'credit-line', 0.6, facts),
    ],
    facts,
  );
}

function chooseDate(candidates: readonly Candidate<string>[], facts: PageFacts): FoundDate | null {
  const found = choose(candidates, (value) => value.slice(0, 10));
  if (found === null) return null;
  const exact = mostPrecise(candidates, found);
  const zoneAssumed = facts.isChinese && /T[\d:]+$/u.test(exact.value);
  const value = zoneAssumed ? `${exact.value}+08:00` : exact.value;
  return { ...found, value, from: exact.from, zoneAssumed };
}

function* publishedCandidates(facts: PageFacts, lines: ReadingLines): Generator<Candidate<string>> {
  const { datePublished, dateCreated, uploadDate } = facts.article;
  // Baidu's own vocabulary, which Chinese sites use in place of schema.org.
  const baidu = facts.objects.map(({ pubDate }) => pubDate).find((date) => date !== undefined);
  yield* dated(textOfValue(datePublished ?? dateCreated ?? uploadDate ?? baidu), 'json-ld', 0.85, facts);
  yield* dated(firstMeta(facts.metas, publishedMetas), 'meta', 0.75, facts);
  const [, other] =
    [...facts.metas].find(([name]) => publishedMeta.test(name) && !otherMeta.test(name)) ?? [];
  yield* dated(other ?? null, 'meta', 0.38, facts);
  yield* dated(textOfValue(pageDate(facts)), 'json-ld', 0.55, facts);
  yield* dated(readMicrodata(facts.root, 'datePublished'), 'microdata', 0.7, facts);
  yield* dateLines(facts, lines);
  yield* dated(readTimeElement(facts, lines), 'time-element', 0.65, facts);
  const [, year, month, day] = datedPath.exec(facts.address) ?? [];
  if (year !== undefined) yield* dated(`${year}-${month}-${day}`, 'address', 0.5, facts);
  yield* dated(readEmbeddedDate(facts.document), 'meta', 0.35, facts);
}

/** What the page, or the film that it shows, says of itself where no article does. */
function pageDate({ objects }: PageFacts): unknown {
  const page = objects.find((object) => typesOf(object).some((type) => /WebPage$|^VideoObject$/u.test(type)));
  const { datePublished, uploadDate } = page ?? {};
  return datePublished ?? uploadDate;
}

function* dateLines(
  facts: PageFacts,
  { headline, before, body, after }: ReadingLines,
): Generator<Candidate<string>> {
  // Between headline and text stands the article's own date, even in a list of details.
  const isNear = (index: number) => headline !== -1 && index > headline;
  const isJustAbove = (index: number, text: string) =>
    headline !== -1 && index >= headline - mostAbove && text.length <= longestBareDate;
  for (const [index, line] of before.entries()) {
    const refused = isNear(index) || isJustAbove(index, line.text) ? asidePart : otherPart;
    const confidence = published.test(line.text) ? 0.75 : isNear(index) ? 0.72 : 0.6;
    yield* dated(dateLine(line, refused), 'credit-line', confidence, facts);
  }
  yield* dated(opening.exec(body[0]?.text ?? '')?.[0] ?? null, 'credit-line', 0.45, facts);
  for (const [index, line] of [...body.slice(-2), ...after].entries()) {
    const isLabelled = published.test(line.text);
    if (index < mostAfter || isLabelled)
      yield* dated(dateLine(line, otherPart), 'credit-line', isLabelled ? 0.5 : 0.4, facts);
  }
}

function dated(
  text: string | null,
  from: MetadataSource,
  confidence: number,
  { language }: PageFacts,
): Candidate<string>[] {
  const short = text?.slice(0, longestDateText) ?? null;
  const value = short === null ? null : (readWrittenDate(short) ?? readSlashedDate(short, language));
  return candidate(value, from, confidence);
}

/** Another place may give the hour or the offset of the same day. */
function mostPrecise(candidates: readonly Candidate<string>[], first: Candidate<string>): Candidate<string> {
  const day = first.value.slice(0, 10);
  return candidates.reduce((best, other) => {
    const isSameDay = other.value.startsWith(day) && precision(other.value) > precision(best.value);
    return isSameDay ? other : best;
  }, first);
}

/** 0 a day, 1 a time, 2 a time with its offset. */
function precision(date: string): number {
  return Number(date.includes('T')) + Number(/T.*(?:Z|[+-]\d\d:\d\d)$/u.test(date));
}

function dateLine({ text, element }: Line, refused: string): string | null {
  const isOther = text.length > longestDateLine || changed.test(text);
  return isOther || Element.prototype.closest.call(element, refused) !== null ? null : text;
}

function readMicrodata(root: Element | null, name: string): string | null {
  const scope = root === null ? null : Element.prototype.closest.call(root, '[itemscope]');
  const found = scope === null ? null : Element.prototype.querySelector.call(scope, `[itemprop~="${name}"]`);
  return found === null ? null : timeOf(found);
}

/** The first `<time>` at or around the article's beginning that is no part of a list. */
function readTimeElement({ root }: PageFacts, { before }: ReadingLines): string | null {
  const places = [...before.map(({ element }) => element), ...(root === null ? [] : [root])];
  for (const place of places) {
    const time =
      Element.prototype.closest.call(place, 'time') ?? Element.prototype.querySelector.call(place, 'time');
    if (time !== null && Element.prototype.closest.call(time, otherPart) === null) return timeOf(time);
  }
  return null;
}

function timeOf(element: Element): string {
  return attributeOf(element, 'datetime') || attributeOf(element, 'content') || textOf(element);
}
