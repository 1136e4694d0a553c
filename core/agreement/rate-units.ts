/** Reads out of annotations which codes each coder gave to each unit of an article. */

import type { Annotation } from '../annotation';
import type { Article } from '../article';
import { startIn } from '../frozen-text';
import type { Rating } from './rating';
import { type Unit, type UnitKind, unitsOf } from './units';

export interface CodedArticle {
  article: Article;
  /** The article's own text; null where it was not kept. */
  text: string | null;
  annotations: readonly Annotation[];
  /** Who has read the article, whether or not they gave codes. */
  readers: readonly string[];
}

export interface RatedUnit {
  unit: Unit;
  /** One for each reader, in the order of their names. */
  ratings: Rating[];
  /** Those that touch it and have a code. */
  annotations: Annotation[];
}

export interface RatedUnits {
  units: RatedUnit[];
  /** Coded annotations whose words the text does not say: they count for no unit but the article. */
  unplaced: Annotation[];
}

/** A code counts for each unit that its words touch. @param coderOf whoever made it */
export function rateUnits(
  { article, text, annotations, readers }: CodedArticle,
  kind: UnitKind,
  coderOf: (annotation: Annotation) => string,
): RatedUnits {
  const coded = annotations.filter(({ deleted, codeIds }) => deleted === null && codeIds.length > 0);
  const placed = coded.map((annotation) => ({
    annotation,
    start: text === null ? -1 : startIn(text, annotation.target),
  }));
  const units = unitsOf(article, text, kind).map((unit) => {
    const touching = placed
      .filter(({ annotation, start }) => kind === 'article' || isTouched(unit, start, annotation))
      .map(({ annotation }) => annotation);
    return { unit, annotations: touching, ratings: ratingsOf(unit, touching, readers, coderOf) };
  });
  return {
    units,
    unplaced:
      kind === 'article' ? [] : placed.filter(({ start }) => start < 0).map(({ annotation }) => annotation),
  };
}

function isTouched({ span }: Unit, start: number, { target }: Annotation): boolean {
  return span !== null && start >= 0 && start < span.end && start + target.quote.exact.length > span.start;
}

function ratingsOf(
  { id }: Unit,
  annotations: readonly Annotation[],
  readers: readonly string[],
  coderOf: (annotation: Annotation) => string,
): Rating[] {
  const byCoder = Map.groupBy(annotations, coderOf);
  return [...new Set([...readers, ...byCoder.keys()])].sort().map((coder) => ({
    unit: id,
    coder,
    codes: [...new Set((byCoder.get(coder) ?? []).flatMap(({ codeIds }) => codeIds))].sort(),
  }));
}
