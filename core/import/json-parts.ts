/** Looks into JSON of unknown shape without believing anything of it. */

/** The keys that the formats which we read have. */
type JsonKey =
  | '@context'
  | 'address'
  | 'annotations'
  | 'archived'
  | 'article'
  | 'articles'
  | 'body'
  | 'bodyValue'
  | 'broader'
  | 'captured'
  | 'choices'
  | 'codes'
  | 'color'
  | 'content'
  | 'copies'
  | 'created'
  | 'creator'
  | 'data'
  | 'dc:title'
  | 'definition'
  | 'deleted'
  | 'display_name'
  | 'document'
  | 'end'
  | 'endContainer'
  | 'endOffset'
  | 'exact'
  | 'example'
  | 'first'
  | 'format'
  | 'groupId'
  | 'headline'
  | 'highlights'
  | 'href'
  | 'id'
  | 'items'
  | 'kind'
  | 'label'
  | 'link'
  | 'metadata'
  | 'modified'
  | 'motivation'
  | 'na'
  | 'name'
  | 'next'
  | 'nickname'
  | 'notes'
  | 'path'
  | 'prefix'
  | 'prefLabel'
  | 'purpose'
  | 'range'
  | 'references'
  | 'refinedBy'
  | 'replies'
  | 'rows'
  | 'schema:headline'
  | 'selector'
  | 'shortcut'
  | 'source'
  | 'start'
  | 'startContainer'
  | 'startOffset'
  | 'suffix'
  | 'tags'
  | 'target'
  | 'text'
  | 'textDigest'
  | 'textQuote'
  | 'texts'
  | 'timestamp'
  | 'title'
  | 'type'
  | 'updated'
  | 'uri'
  | 'url'
  | 'user'
  | 'user_info'
  | 'utf16End'
  | 'utf16Start'
  | 'value'
  | 'values'
  | 'variables'
  | 'xpath';

export type JsonObject = { readonly [Key in JsonKey]?: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In JSON-LD one thing stands for a list of one; nothing for an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The first of the values that is text with a word in it. */
export function firstText(...values: readonly unknown[]): string | null {
  for (const value of values) if (typeof value === 'string' && value.trim() !== '') return value;
  return null;
}

/** An object with the entries that have a value: what is missing in a file is missing in the record. */
export function present<T extends Record<string, unknown>>(entries: T): Partial<T> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Partial<T>;
}
