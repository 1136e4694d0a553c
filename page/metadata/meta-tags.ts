/** Reads the metas of a page by name. */

import { attributeOf, rootOf } from '../detection/unclobbered';

/** Lower-case `property`, `name` or `itemprop` to content; the first one of a name counts. */
export type MetaTags = ReadonlyMap<string, string>;

export function readMetaTags(document: Document): MetaTags {
  const tags = new Map<string, string>();
  for (const meta of rootOf(document)?.querySelectorAll('meta[content]') ?? []) {
    const name = attributeOf(meta, 'property') || attributeOf(meta, 'name') || attributeOf(meta, 'itemprop');
    const key = name.toLowerCase().trim();
    const content = attributeOf(meta, 'content').trim();
    if (key !== '' && content !== '' && !tags.has(key)) tags.set(key, content);
  }
  return tags;
}

/** The first of these names that the page has. */
export function firstMeta(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const content = tags.get(name);
    if (content !== undefined) return content;
  }
  return null;
}
