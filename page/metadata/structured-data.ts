/** Reads the JSON-LD of a page, which may be broken, huge or hostile. */

import { rootOf, textOf } from '../detection/unclobbered';
import { longestTitle, plainText } from './plain-text';

export type JsonObject = Readonly<Record<string, unknown>>;

const longestScript = 1_000_000;
const mostObjects = 500;
const nestingKeys = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'];
const articleType = /(?:Article|BlogPosting|Report)$/u;

/** Every object that describes the page or a part of it, in page order. Unreadable scripts count as absent. */
export function readJsonLd(document: Document): JsonObject[] {
  const found: JsonObject[] = [];
  for (const script of rootOf(document)?.querySelectorAll('script[type="application/ld+json" i]') ?? []) {
    const text = textOf(script);
    if (text.length <= longestScript) collect(parse(text), found);
  }
  return found;
}

/** The object that describes the article itself: the one that says most about it. */
export function findArticleObject(objects: readonly JsonObject[]): JsonObject | null {
  const articles = objects.filter((object) => typesOf(object).some((type) => articleType.test(type)));
  return articles.find(({ headline }) => headline !== undefined) ?? articles[0] ?? null;
}

/** The text of a JSON-LD value: itself, its `name`, or the first of several; cut at the length of a title. */
export function textOfValue(value: unknown, mostSteps = 3): string | null {
  const [first] = listOf(value);
  if (typeof first === 'string')
    return plainText(decodeEntities(first.slice(0, longestTitle * 4)), longestTitle);
  if (!isObject(first) || mostSteps === 0) return null;
  const { name, '@value': literal } = first;
  return textOfValue(name ?? literal, mostSteps - 1);
}

export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function typesOf(object: JsonObject): string[] {
  return listOf(object['@type']).filter((type) => typeof type === 'string');
}

function parse(text: string): unknown {
  const bare = text.replace(/^\s*(?:\/\/)?\s*<!(?:--|\[CDATA\[)|(?:\/\/)?\s*(?:-->|\]\]>)\s*$|;\s*$/gu, '');
  try {
    return JSON.parse(bare);
  } catch {
    return parseLeniently(bare);
  }
}

/** Raw line feeds in strings and a comma after the last member are the common faults. */
function parseLeniently(text: string): unknown {
  try {
    return JSON.parse(text.replace(/\p{Cc}+/gu, ' ').replace(/,(?=\s*[}\]])/gu, ''));
  } catch {
    return null;
  }
}

function collect(value: unknown, found: JsonObject[]): void {
  const waiting = listOf(value);
  while (waiting.length > 0 && found.length < mostObjects) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.unshift(...next.slice(0, mostObjects));
    if (!isObject(next)) continue;
    found.push(next);
    waiting.unshift(...nestingKeys.flatMap((key) => listOf(next[key]).slice(0, mostObjects)));
  }
}

/** Some sites write their JSON-LD through an HTML template. */
function decodeEntities(text: string): string {
  return text
    .replace(/&quot;|&#34;/gu, '"')
    .replace(/&(?:#0?39|apos);/gu, "'")
    .replace(/&amp;/gu, '&');
}
