/** Gathers the codes of a file one by one, so that what comes of it is a sound tree whatever the file says. */

import { pathMark } from '../code';
import { nameKey } from '../codebook/code-place';
import type { CodebookFault, CodebookFile, FileCode } from '../codebook-file';
import { CodebookError } from './codebook-error';

/** Far more than a person can use; what goes beyond is no codebook. */
export const mostCodes = 20_000;
/** Levels. Paths of deeper trees would take more room than a browser has. */
export const deepestLevel = 100;

export interface ReadCodebook {
  file: CodebookFile;
  /** Codes that were left out or changed, in the order of the file. */
  faults: CodebookFault[];
}

export interface CodeCollector {
  /**
   * Levels above that the file has not named are made, without anything of their own.
   * @param path names as `readName` gives them
   * @returns the code, to be filled further; null where it is left out
   * @throws CodebookError after too many codes
   */
  add(path: readonly string[], own: Omit<FileCode, 'path'>, where: string): FileCode | null;
  fault(where: string, why: string): void;
  read(): ReadCodebook;
}

export function createCollector(): CodeCollector {
  const codes = new Map<string, FileCode>();
  const unnamed = new Set<FileCode>();
  const ids = new Set<string>();
  const faults: CodebookFault[] = [];

  const fault = (where: string, why: string) => {
    faults.push({ where, why });
    if (faults.length > mostCodes) throw tooMany(where);
  };

  /** Each id once; a second code with it counts as one without. */
  const ownId = (id: string | null, where: string) => {
    if (id === null) return null;
    const canonical = id.toLowerCase();
    if (ids.has(canonical)) {
      fault(where, 'has the id of another code; it is read without one');
      return null;
    }
    ids.add(canonical);
    return canonical;
  };

  const put = (path: readonly string[], where: string) => {
    if (codes.size === mostCodes) throw tooMany(where);
    const code: FileCode = { id: null, path: [...path], colour: null, definition: null, examples: null };
    codes.set(keyOf(path), code);
    return code;
  };

  return {
    fault,
    add(path, own, where) {
      if (path.length > deepestLevel) {
        fault(where, `stands more than ${deepestLevel} levels deep`);
        return null;
      }
      for (let level = 1; level < path.length; level += 1) {
        const above = path.slice(0, level);
        if (!codes.has(keyOf(above))) unnamed.add(put(above, where));
      }
      const parent = codes.get(keyOf(path.slice(0, -1)));
      const name = path.at(-1) ?? '';
      const known = codes.get(keyOf(path));
      if (known !== undefined && !unnamed.delete(known)) {
        fault(where, `stands twice in the codebook: ${path.join(pathMark)}`);
        return null;
      }
      return Object.assign(known ?? put(path, where), own, {
        id: ownId(own.id, where),
        path: [...(parent?.path ?? []), name],
      });
    },
    read: () => ({ file: { codes: [...codes.values()] }, faults }),
  };
}

function keyOf(path: readonly string[]): string {
  return path.map(nameKey).join(pathMark);
}

function tooMany(where: string): CodebookError {
  return new CodebookError('codebook-too-large', where, `a codebook may have ${mostCodes} codes`);
}
