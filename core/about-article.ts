/** What the sidebar tells of an article itself: each field with where it was found and what else it may be, and its addresses. */

import type { Article, Metadata } from './article';
import { creditRoles, type FoundField, isSameValue, type MetadataField, readField } from './correction';

export interface AboutField {
  name: MetadataField;
  /** Null where nothing was found, or the reader has said that there is none. */
  found: FoundField | null;
  /** What else was found, then or now, likeliest first. */
  alternatives: readonly FoundField[];
}

export interface AboutArticle {
  fields: readonly AboutField[];
  addresses: readonly string[];
  /** The one in the tab, cleaned. */
  here: string;
  /** Null while nothing of it is kept: then there is nothing to correct, to join or to split. */
  id: string | null;
}

/** Shown even where the page does not tell them. */
const asked = ['title', 'authors', 'outlet', 'source', 'published', 'section', 'language'] as const;
const order: readonly MetadataField[] = [
  'kicker',
  'title',
  'subtitle',
  'authors',
  'outlet',
  'source',
  ...creditRoles,
  'published',
  'modified',
  'section',
  'language',
  'lead',
  'licence',
];

/** @param read what the page says now; null where no script of ours reads it */
export function aboutArticle(article: Article | null, read: Metadata | null, here: string): AboutArticle {
  const metadata = article?.metadata ?? read;
  return {
    fields: order.flatMap((name) => {
      const found = metadata === null ? null : readField(metadata, name);
      const now = read === null ? null : readField(read, name);
      if (found === null && now === null && !asked.some((field) => field === name)) return [];
      const others = [
        ...(found?.alternatives ?? []),
        ...(now === null ? [] : [now, ...(now.alternatives ?? [])]),
      ];
      return { name, found, alternatives: distinct(others, found) };
    }),
    addresses: article?.addresses ?? [here],
    here,
    id: article?.id ?? null,
  };
}

function distinct(fields: readonly FoundField[], found: FoundField | null): FoundField[] {
  const known = found === null ? [] : [found];
  for (const field of fields) {
    if (!known.some(({ value }) => isSameValue(value, field.value))) known.push(field);
  }
  return found === null ? known : known.slice(1);
}
