/** Looks into JSON of unknown shape without believing anything of it. */

/** The keys that the formats which we read have. */
type JsonKey =
  | '@context'
  | '@graph'
  | 'address'
  | 'archived'
  | 'article'
  | 'articles'
  | 'body'
  | 'broader'
  | 'captured'
  | 'choices'
  | 'codes'
  | 'color'
  | 'copies'
  | 'created'
  | 'creator'
  | 'definition'
  | 'deleted'
  | 'end'
  | 'exact'
  | 'example'
  | 'first'
  | 'id'
  | 'items'
  | 'kind'
  | 'label'
  | 'metadata'
  | 'modified'
  | 'na'
  | 'name'
  | 'prefLabel'
  | 'prefix'
  | 'purpose'
  | 'range'
  | 'selector'
  | 'shortcut'
  | 'source'
  | 'start'
  | 'suffix'
  | 'target'
  | 'textDigest'
  | 'texts'
  | 'type'
  | 'url'
  | 'utf16End'
  | 'utf16Start'
  | 'value'
  | 'values'
  | 'variables';

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
