/** The codes that the tags of a foreign file come to: a tree, with the same ids whenever the file is read. */

import { type Code, pathMark } from '../code';
import { nameKey } from '../codebook/code-place';
import { deepestLevel, mostCodes } from '../codebook-file/collect-codes';
import { colours, uncodedColour } from '../colour';
import type { ImportEnvironment } from './imported';
import { namedId } from './named-id';

interface Tagged {
  where: string;
  paths: readonly (readonly string[])[];
}

export interface ForeignCodes {
  /** Each once, in the order of the tags; those above are made too. */
  idsOf(annotation: Tagged): Promise<string[]>;
  all(): Code[];
}

/**
 * @param time when they are said to be made
 * @param leaveOut is told of tags that are no code, and of those beyond what a codebook may hold
 */
export function createForeignCodes(
  environment: Pick<ImportEnvironment, 'digest'>,
  time: string,
  leaveOut: (where: string, why: string) => void,
): ForeignCodes {
  const codes = new Map<string, Code>();

  const codeAt = async (path: readonly string[]): Promise<Code> => {
    const keys = path.map(nameKey);
    const known = codes.get(keys.join(pathMark));
    if (known !== undefined) return known;
    const parent = path.length === 1 ? null : await codeAt(path.slice(0, -1));
    const code: Code = {
      id: await namedId(environment, 'code', ...keys),
      name: path.at(-1) ?? '',
      parentId: parent?.id ?? null,
      colour: colours[codes.size % colours.length] ?? uncodedColour,
      created: time,
      modified: time,
    };
    codes.set(keys.join(pathMark), code);
    return code;
  };

  return {
    all: () => [...codes.values()],
    async idsOf({ where, paths }) {
      const ids = new Set<string>();
      for (const path of paths) {
        if (path.length === 0) leaveOut(where, 'has a tag without a name');
        else if (path.length > deepestLevel) leaveOut(where, `has a tag of more than ${deepestLevel} levels`);
        else if (codes.size + path.length > mostCodes)
          leaveOut(where, `its tag goes beyond ${mostCodes} codes`);
        else ids.add((await codeAt(path)).id);
      }
      return [...ids];
    },
  };
}
