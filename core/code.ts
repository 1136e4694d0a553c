/** The code record and the names codes may have. */

import type { Colour } from './colour';

export interface Code {
  id: string;
  /** One level of the path; never holds the path mark `/`. */
  name: string;
  /** The code above it in the codebook, null at the top. */
  parentId: string | null;
  colour: Colour;
  /** When it applies, plain text. Missing or empty: nobody has said. */
  definition?: string;
  /** Passages that show what it is for, plain text. */
  examples?: string[];
  /** The digit, `1` to `9`, that gives it wherever codes are given. Missing or null: none. */
  shortcut?: string | null;
  /** Since when it is no longer offered, ISO 8601 UTC. Missing or null: it is offered. */
  archived?: string | null;
  /** ISO 8601, UTC. */
  created: string;
  /** ISO 8601, UTC. */
  modified: string;
}

export const pathMark = '/';

/** Splits what a person typed ("主体 / 区委") into names; empty levels fall away. May be empty. */
export function parsePath(typed: string): string[] {
  return typed
    .split(/[/／]/u)
    .map((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .filter((name) => name !== '');
}

/** The code's names from the top of the codebook down to itself; a missing or circular parent ends the path. */
export function codePath(code: Code, codes: ReadonlyMap<string, Code>): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  let level: Code | undefined = code;
  while (level !== undefined && !seen.has(level.id)) {
    seen.add(level.id);
    names.unshift(level.name);
    level = level.parentId === null ? undefined : codes.get(level.parentId);
  }
  return names;
}

/** The last name of a whole path. */
export function leafOf(path: string): string {
  return path.slice(path.lastIndexOf(pathMark) + 1);
}
