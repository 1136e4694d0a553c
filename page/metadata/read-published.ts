/** Finds when an article was published; never when it was changed. */

import type { Metadata, MetadataSource } from '../../core/article';
import { attributeOf, textOf } from '../detection/unclobbered';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import type { Line, ReadingLines } from './reading-lines';
import { textOfValue } from './structured-data';
import { readWrittenDate } from './written-date';

interface Candidate {
  value: string;
  from: MetadataSource;
}

const publishedMetas = [
  ...['article:published_time', 'og:article:published_time', 'og:release_date', 'datepublished', 'pubdate'],
  ...['publishdate', 'publish_date', 'publish-date', 'publication_date', 'parsely-pub-date', 'sailthru.date'],
  ...['apub:time', 'og:time', 'firstpublishedtime', 'weibo:article:create_at', 'bytedance:published_time'],
  ...[
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'citation_publication_date',
  ],
];
/** UTF-16 units; no date is longer. */
const longestDateText = 200;
/** UTF-16 units; in a longer line a date belongs to the story. */
const longestDateLine = 120;
const changed = /^\s*(?:updated|modified|last|更新|修改|aktualisiert)/iu;
const otherPart =
  'a, li, aside, nav, footer, [class*="comment" i], [class*="related" i], [class*="recommend" i]';
const datedPath = /[/=_-]((?:19|20)\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?([0-2]\d|3[01])(?=[/_.t-]|\d{2}|$)/u;

export function readPublished(facts: PageFacts, lines: ReadingLines): Metadata['published'] {
  const candidates = [...findCandidates(facts, lines)];
  const [first] = candidates;
  if (first === undefined) return null;
  const { value, from } = mostPrecise(candidates, first);
  const zoneAssumed = facts.isChinese && /T[\d:]+$/u.test(value);
  return { value: zoneAssumed ? `${value}+08:00` : value, from, zoneAssumed };
}

/** Most trusted first. */
function* findCandidates(facts: PageFacts, lines: ReadingLines): Generator<Candidate> {
  const { datePublished } = facts.article;
  yield* candidate(textOfValue(datePublished), 'json-ld');
  yield* candidate(firstMeta(facts.metas, publishedMetas), 'meta');
  yield* candidate(readMicrodata(facts.root), 'microdata');
  for (const line of lines.before) yield* candidate(dateLine(line), 'credit-line');
  yield* candidate(readTimeElement(facts, lines), 'time-element');
  const [, year, month, day] = datedPath.exec(facts.address) ?? [];
  if (year !== undefined) yield* candidate(`${year}-${month}-${day}`, 'address');
}

function* candidate(text: string | null, from: MetadataSource): Generator<Candidate> {
  const value = text === null ? null : readWrittenDate(text.slice(0, longestDateText));
  if (value !== null) yield { value, from };
}

/** Another place may give the hour or the offset of the same day. */
function mostPrecise(candidates: readonly Candidate[], first: Candidate): Candidate {
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

function dateLine({ text, element }: Line): string | null {
  const isOther = text.length > longestDateLine || changed.test(text);
  return isOther || Element.prototype.closest.call(element, otherPart) !== null ? null : text;
}

function readMicrodata(root: Element | null): string | null {
  const scope = root === null ? null : Element.prototype.closest.call(root, '[itemscope]');
  const dated =
    scope === null ? null : Element.prototype.querySelector.call(scope, '[itemprop~="datePublished"]');
  return dated === null ? null : timeOf(dated);
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
