/** The variables in which a REFI-QDA project tells of an article what the format has no field for. */

import { cleanAddress } from '../address';
import type { Article, TextSnapshot } from '../article';
import { derivedGuid } from './derived-guid';

/** By the names that stand in the file, the same in every language. */
const readers = {
  URL: ({ addresses }) => cleanAddresses(addresses)[0] ?? '',
  /** One in a line. */
  otherURLs: ({ addresses }) => cleanAddresses(addresses).slice(1).join('\n'),
  title: ({ metadata }) => metadata.title?.value ?? '',
  outlet: ({ metadata }) => metadata.outlet?.value ?? '',
  source: ({ metadata }) => metadata.source?.value ?? '',
  /** One in a line. */
  authors: ({ metadata }) => metadata.authors?.value.join('\n') ?? '',
  datePublished: ({ metadata }) => metadata.published?.value ?? '',
  section: ({ metadata }) => metadata.section?.value ?? '',
  language: ({ metadata }) => metadata.language?.value ?? '',
  capturedAt: (_, snapshot) => snapshot?.captured ?? '',
  textSha256: (_, snapshot) => snapshot?.sha256 ?? '',
  /** `quotes` where the text is nothing but the quotes, one after the other. */
  textHolds: (_, snapshot) => (snapshot === null ? 'quotes' : ''),
} as const satisfies Readonly<Record<string, (article: Article, snapshot: TextSnapshot | null) => string>>;

export type SourceVariable = keyof typeof readers;

export const sourceVariables: readonly SourceVariable[] = [
  'URL',
  'otherURLs',
  'title',
  'outlet',
  'source',
  'authors',
  'datePublished',
  'section',
  'language',
  'capturedAt',
  'textSha256',
  'textHolds',
];

export function isSourceVariable(name: string): name is SourceVariable {
  return sourceVariables.some((known) => known === name);
}

export function variableGuid(name: SourceVariable): string {
  return derivedGuid('variable', name);
}

/** Those that are not empty. @param snapshot null where the file has no text of the article */
export function sourceValues(article: Article, snapshot: TextSnapshot | null): [SourceVariable, string][] {
  return sourceVariables
    .map((name): [SourceVariable, string] => [name, readers[name](article, snapshot)])
    .filter(([, value]) => value !== '');
}

/** Without what only tells how a reader got there. */
function cleanAddresses(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((address) => cleanAddress(address) ?? address))];
}
