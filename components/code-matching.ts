/** Finds codes by any part of their path, best first. */

import { parsePath, pathMark } from '../core/code';
import type { CodeEntry } from '../core/code-entry';
import { foldForSearch } from '../core/search';

/** Rows shown at most: more would be slow to lay out and nobody reads them. */
export const mostMatches = 50;

export interface CodeIndex {
  entries: readonly { code: CodeEntry; folded: string; recency: number }[];
  /** Folded whole paths. */
  paths: ReadonlySet<string>;
}

export interface CodeMatches {
  codes: CodeEntry[];
  /** The path that would be made, null when nothing was typed or the code exists. */
  newPath: string | null;
}

/** Folds every path once, so that a keystroke only compares. Recent codes come first, then the given order. */
export function buildCodeIndex(codes: readonly CodeEntry[], recentCodeIds: readonly string[]): CodeIndex {
  const recency = new Map(recentCodeIds.map((id, index) => [id, index]));
  const entries = codes.map((code) => ({
    code,
    folded: foldForSearch(code.path),
    recency: recency.get(code.id) ?? recentCodeIds.length,
  }));
  entries.sort((one, other) => one.recency - other.recency);
  return { entries, paths: new Set(entries.map(({ folded }) => folded)) };
}

/** Every word typed must stand somewhere in the path; a level that begins with the first word wins. */
export function matchCodes(index: CodeIndex, typed: string): CodeMatches {
  const path = parsePath(typed).join(pathMark);
  const folded = foldForSearch(path);
  const words = folded.split(' ').filter((word) => word !== '');
  const ranked: CodeEntry[][] = [[], [], []];
  for (const entry of index.entries) {
    if (!words.every((word) => entry.folded.includes(word))) continue;
    ranked[rank(entry.folded, folded, words[0] ?? '')]?.push(entry.code);
  }
  return {
    codes: ranked.flat().slice(0, mostMatches),
    newPath: path === '' || index.paths.has(folded) ? null : path,
  };
}

function rank(path: string, typed: string, firstWord: string): 0 | 1 | 2 {
  if (path === typed) return 0;
  return path.startsWith(firstWord) || path.includes(pathMark + firstWord) ? 1 : 2;
}
