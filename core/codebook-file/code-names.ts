/** The names of codes where a format, or a program that reads it, asks more of them than we do. */

import { parsePath, pathMark } from '../code';
import type { FileCode } from '../codebook-file';

/**
 * A name for each code that no other has: QualCoder keeps one code of a name, wherever it stands, so that the second one
 * is called by its path.
 */
export function singleNames(codes: readonly FileCode[]): ReadonlyMap<FileCode, string> {
  const taken = new Set<string>();
  return new Map(
    codes.map((code) => {
      const name = code.path.at(-1) ?? '';
      const single = taken.has(name) ? code.path.join(pathMark) : name;
      taken.add(name);
      return [code, single];
    }),
  );
}

/**
 * One name of a file where levels are told in another way than by the path mark.
 * @returns null for an empty name. `isChanged` where path marks had to go.
 */
export function readName(
  written: string,
  parentPath: readonly string[],
): { name: string; isChanged: boolean } | null {
  const names = parsePath(written);
  const isPath = names.length > 1 && names.slice(0, -1).join(pathMark) === parentPath.join(pathMark);
  const name = isPath ? names.at(-1) : names.join('-');
  if (name === undefined || name === '') return null;
  return { name, isChanged: !isPath && /[/／]/u.test(written) };
}
