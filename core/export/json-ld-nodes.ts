/** Articles, codes and variables as JSON-LD nodes. A field that a record does not have is left out, so that it comes back so. */

import type { Article, TextSnapshot } from '../article';
import { type Code, codePath, pathMark } from '../code';
import { inKeyOrder } from '../key-order';
import type { Variable } from '../variable';
import { digestName, uuidName, validUri } from './json-ld-terms';

export function articleNode(article: Article, texts: readonly TextSnapshot[]) {
  const { id, addresses, metadata, snapshot, variables, created, modified } = article;
  return {
    id: uuidName(id),
    type: 'NewsArticle',
    ...addressFields('url', addresses),
    ...articleFields(article),
    metadata: inKeyOrder(metadata),
    ...(variables === undefined ? {} : { values: inKeyOrder(variables) }),
    ...(snapshot === null ? {} : { textDigest: digestName(snapshot) }),
    ...(texts.length === 0 ? {} : { texts: texts.map(textNode) }),
    created,
    modified,
  };
}

/** What other programs read of an article; all values are plain. */
export function articleFields({ metadata }: Pick<Article, 'metadata'>) {
  const { title, authors, outlet, published, section, language } = metadata;
  return {
    ...(language === null ? {} : { language: language.value }),
    ...(title === null ? {} : { headline: title.value }),
    ...(authors === null ? {} : { author: authors.value }),
    ...(outlet === null ? {} : { publisher: outlet.value }),
    ...(published === null ? {} : { datePublished: published.value }),
    ...(section === null ? {} : { articleSection: section.value }),
  };
}

/** `address` has them to the letter where one of them is no valid URI. */
export function addressFields<K extends string>(key: K, addresses: readonly string[]) {
  const uris = addresses.map(validUri);
  const isChanged = uris.some((uri, index) => uri !== addresses[index]);
  return { [key]: uris, ...(isChanged ? { address: addresses } : {}) };
}

function textNode({ sha256, text, captured }: TextSnapshot) {
  return {
    id: digestName(sha256),
    type: ['TextSnapshot', 'Text'],
    format: 'text/plain',
    value: text,
    captured,
  };
}

export function codeNode(code: Code, codes: ReadonlyMap<string, Code>) {
  const { id, name, parentId, colour, definition, examples, shortcut, archived, created, modified } = code;
  return {
    ...codeLabel({ id, name, path: codePath(code, codes) }),
    ...(parentId === null ? {} : { broader: uuidName(parentId) }),
    color: colour,
    ...(definition === undefined ? {} : { definition }),
    ...(examples === undefined ? {} : { example: examples }),
    ...(shortcut === undefined ? {} : { shortcut }),
    ...(archived === undefined ? {} : { archived }),
    created,
    modified,
  };
}

/** As much of a code as a reader of one annotation needs. */
export function codeLabel({ id, name, path }: { id: string; name: string; path: readonly string[] }) {
  return { id: uuidName(id), type: 'Concept', prefLabel: name, path: path.join(pathMark) };
}

export function variableNode({ id, name, kind, choices, created, modified }: Variable) {
  return { id: uuidName(id), type: 'Variable', label: name, kind, choices, created, modified };
}
