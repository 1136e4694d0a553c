/** Finds codes by any part of their path, best first, and tells which new ones may be meant. */

import { leafOf, parsePath, pathMark } from '../core/code';
import type { CodeEntry } from '../core/code-entry';
import { nameKey } from '../core/codebook/code-place';
import { foldForSearch } from '../core/search';

/** Rows shown at most: more would be slow to lay out and nobody reads them. */
export const mostMatches = 50;

export interface CodeIndex {
  /** Recent ones first, then in the given order. */
  entries: readonly { code: CodeEntry; folded: string }[];
  /** Whole paths, as the library compares them: what is only found alike may still be made. */
  places: ReadonlySet<string>;
  /** The code that was used last, if it is still offered. */
  lastUsed: CodeEntry | null;
}

export interface CodeMatches {
  codes: CodeEntry[];
  /** Paths that would be made, likeliest first; none when nothing was typed or the code exists. */
  newPaths: string[];
}

interface FoldedCodes {
  folded: readonly string[];
  places: ReadonlySet<string>;
}

/** Once for each list of codes: each opening of the picker asks anew. */
const foldedLists = new WeakMap<readonly CodeEntry[], FoldedCodes>();

/** Folds every path once, so that a keystroke only compares. */
export function buildCodeIndex(codes: readonly CodeEntry[], recentCodeIds: readonly string[]): CodeIndex {
  const { folded, places } = foldedLists.get(codes) ?? foldCodes(codes);
  foldedLists.set(codes, { folded, places });
  const recency = new Map(recentCodeIds.map((id, index) => [id, index]));
  const order = ({ code }: { code: CodeEntry }) => recency.get(code.id) ?? recentCodeIds.length;
  const entries = codes
    .map((code, index) => ({ code, folded: folded[index] ?? '' }))
    .sort((one, other) => order(one) - order(other));
  const lastUsed = codes.find(({ id }) => id === recentCodeIds[0]) ?? null;
  return { entries, places, lastUsed: lastUsed?.isArchived ? null : lastUsed };
}

function foldCodes(codes: readonly CodeEntry[]): FoldedCodes {
  const folded = codes.map(({ path }) => foldForSearch(path));
  return { folded, places: new Set(codes.map(({ path }) => nameKey(path))) };
}

/**
 * Every word typed must stand somewhere in the path, in any order; a slash in it leads from a level to a lower one. A name that
 * begins with a word wins, then one below such a name. What begins with a slash is looked for, or made, below the code that was used last.
 * @param chosenIds archived codes are offered only where they were given already
 */
export function matchCodes(index: CodeIndex, typed: string, chosenIds: readonly string[] = []): CodeMatches {
  const path = parsePath(typed).join(pathMark);
  const isBelow = /^\s*[/／]/u.test(typed) && index.lastUsed !== null;
  const base = isBelow ? foldForSearch(index.lastUsed?.path ?? '') + pathMark : '';
  const folded = foldForSearch(path);
  const words = folded.split(' ').filter((word) => word !== '');
  const ranked: CodeEntry[][] = [[], [], [], []];
  for (const { code, folded: whole } of index.entries) {
    if (!whole.startsWith(base) || !words.every((word) => holds(whole, word, base.length))) continue;
    if (code.isArchived && !chosenIds.includes(code.id)) continue;
    ranked[rank(whole, base + folded, words)]?.push(code);
  }
  const made =
    isBelow && index.lastUsed !== null ? belowAndBeside(index.lastUsed, path) : spelledOut(index, path);
  return {
    codes: ranked.flat().slice(0, mostMatches),
    newPaths: made.filter((each) => !index.places.has(nameKey(each))),
  };
}

function holds(path: string, word: string, from: number): boolean {
  if (path.includes(word, from)) return true;
  if (!word.includes(pathMark)) return false;
  let at = from;
  for (const part of word.split(pathMark)) {
    const found = at < 0 ? -1 : path.indexOf(part, at);
    if (found < 0) return false;
    at = path.indexOf(pathMark, found + part.length);
  }
  return true;
}

function rank(path: string, typed: string, words: readonly string[]): 0 | 1 | 2 | 3 {
  if (path === typed) return 0;
  const name = leafOf(path);
  if (words.some((word) => name.startsWith(word))) return 1;
  return words.some((word) => path.startsWith(word) || path.includes(pathMark + word)) ? 2 : 3;
}

function belowAndBeside({ path }: CodeEntry, typed: string): string[] {
  if (typed === '') return [];
  const above = path.slice(0, path.lastIndexOf(pathMark) + 1);
  const below = path + pathMark + typed;
  return above === '' ? [below] : [below, above + typed];
}

/** With a part of an upper level for the whole of it, and as it was typed. */
function spelledOut(index: CodeIndex, path: string): string[] {
  if (path === '') return [];
  const end = path.lastIndexOf(pathMark);
  const above = path.slice(0, Math.max(0, end));
  if (end < 0 || index.places.has(nameKey(above))) return [path];
  const last = foldForSearch(leafOf(above));
  const meant = matchCodes(index, above).codes.find((code) =>
    foldForSearch(leafOf(code.path)).includes(last),
  );
  return meant === undefined ? [path] : [meant.path + path.slice(end), path];
}
