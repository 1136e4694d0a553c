/** An article as it was read: the texts that were kept of it, and which annotations stand in each. */

import type { Annotation } from '../annotation';
import type { Article, TextSnapshot } from '../article';
import { holdsQuote } from '../holds-quote';
import type { Passage } from '../text-difference';

export interface KeptText extends TextSnapshot {
  /** In the order of the text; of those that start together, the longest first. */
  passages: readonly Passage[];
}

export interface Reading {
  article: Article;
  /** Not in the trash, in no order. */
  annotations: readonly Annotation[];
  /** The first kept one first. Empty where no text of the article was kept. */
  texts: readonly KeptText[];
  /** The ids of those whose words stand in none of the texts where they claim to, in the order of their making. */
  apart: readonly string[];
}

/** Places each annotation in the text that it names, and nowhere else. @param snapshots those of them that are kept */
export function readingOf(
  article: Article,
  annotations: readonly Annotation[],
  snapshots: readonly TextSnapshot[],
): Reading {
  const byText = new Map(
    snapshots.map((snapshot) => [snapshot.sha256, { snapshot, passages: noPassages() }]),
  );
  const apart: Annotation[] = [];
  for (const annotation of annotations) {
    const { position, snapshot } = annotation.target;
    const text = byText.get(snapshot ?? '');
    const stands = text !== undefined && holdsQuote(text.snapshot.text, annotation.target);
    if (stands && position !== null && position.end > position.start) {
      text.passages.push({ id: annotation.id, start: position.start, end: position.end });
    } else apart.push(annotation);
  }
  return {
    article,
    annotations,
    texts: Array.from(byText.values(), ({ snapshot, passages }) => ({
      ...snapshot,
      passages: passages.sort(byPlace),
    })).sort((one, other) => compare(one.captured, other.captured) || compare(one.sha256, other.sha256)),
    apart: apart
      .sort((one, other) => compare(one.created, other.created) || compare(one.id, other.id))
      .map(({ id }) => id),
  };
}

/** The text in which an annotation stands; null where it stands in none. */
export function textOf({ texts }: Pick<Reading, 'texts'>, id: string): KeptText | null {
  return texts.find(({ passages }) => passages.some((passage) => passage.id === id)) ?? null;
}

function noPassages(): Passage[] {
  return [];
}

function byPlace(one: Passage, other: Passage): number {
  return one.start - other.start || other.end - one.end || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
