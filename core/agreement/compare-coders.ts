/** Sets what several coders have made of the same articles side by side: how far they agree, and where they do not. */

import type { Annotation } from '../annotation';
import type { Article } from '../article';
import { withoutCutWord } from '../frozen-text';
import type { MergedCoders } from '../merge-coders';
import { type Agreement, agreementOf } from './agreement';
import { type RatedUnit, rateUnits } from './rate-units';
import { keyOf } from './rating';
import type { Unit, UnitKind } from './units';

export interface GivenCodes {
  coder: string;
  codeIds: readonly string[];
  /** The coder's annotations that touch the unit. */
  annotations: readonly Annotation[];
}

/** A unit that two people have read and not coded alike. */
export interface Disagreement {
  unit: Unit;
  article: Article;
  /** The unit in its text; the words are null for a whole article. */
  before: string;
  words: string | null;
  after: string;
  given: readonly GivenCodes[];
}

export interface Comparison {
  kind: UnitKind;
  agreement: Agreement;
  units: RatedUnit[];
  /** In the order of the articles' ids, then of the text. */
  disagreements: Disagreement[];
  /** Coded annotations without a place in the text that counts. */
  unplaced: Annotation[];
}

/** UTF-16 units on either side. */
const reach = 200;

/** @param only the codes that are compared, as if nobody had given any other; null: all of them */
export function compareCoders(
  { archive, readers }: MergedCoders,
  kind: UnitKind,
  only: ReadonlySet<string> | null = null,
): Comparison {
  const texts = new Map(archive.snapshots.map(({ sha256, text }) => [sha256, text]));
  const byArticle = Map.groupBy(archive.annotations, ({ articleId }) => articleId);
  const units: RatedUnit[] = [];
  const unplaced: Annotation[] = [];
  const disagreements: Disagreement[] = [];
  for (const article of archive.articles) {
    const text = texts.get(article.snapshot ?? '') ?? null;
    const known = readers.get(article.id) ?? [];
    const annotations = (byArticle.get(article.id) ?? [])
      .filter(({ creator = '' }) => known.includes(creator))
      .map((annotation) => (only === null ? annotation : narrowed(annotation, only)));
    const rated = rateUnits({ article, text, annotations, readers: known }, kind, coderOf);
    units.push(...rated.units);
    unplaced.push(...rated.unplaced);
    for (const unit of rated.units) {
      if (!isAgreed(unit))
        disagreements.push({ ...inContext(unit.unit, text), article, given: givenIn(unit) });
    }
  }
  const agreement = agreementOf(units.flatMap(({ ratings }) => ratings));
  return { kind, agreement, units, disagreements, unplaced };
}

/** Whether all who have read it gave it the same codes. */
export function isAgreed({ ratings }: RatedUnit): boolean {
  return new Set(ratings.map(({ codes }) => keyOf(codes))).size < 2;
}

function narrowed(annotation: Annotation, only: ReadonlySet<string>): Annotation {
  return { ...annotation, codeIds: annotation.codeIds.filter((id) => only.has(id)) };
}

function coderOf({ creator }: Annotation): string {
  return creator ?? '';
}

function givenIn({ ratings, annotations }: RatedUnit): GivenCodes[] {
  return ratings.map(({ coder, codes }) => ({
    coder,
    codeIds: codes,
    annotations: annotations.filter((annotation) => coderOf(annotation) === coder),
  }));
}

function inContext(
  unit: Unit,
  text: string | null,
): Pick<Disagreement, 'unit' | 'before' | 'words' | 'after'> {
  if (text === null || unit.span === null || unit.kind === 'article') {
    return { unit, before: '', words: null, after: '' };
  }
  const { start, end } = unit.span;
  const [from, to] = [Math.max(0, start - reach), Math.min(text.length, end + reach)];
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  return {
    unit,
    before: from > 0 ? withoutCutWord(before, 'start') : before,
    words: text.slice(start, end),
    after: to < text.length ? withoutCutWord(after, 'end') : after,
  };
}
