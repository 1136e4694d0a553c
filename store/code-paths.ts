/** Turns the code paths that a reader types into codes, making the levels that are missing. */

import { type Code, parsePath } from '../core/code';
import { type Colour, colours } from '../core/colour';
import type { Recorder } from './recorder';

/** Where a code stands in the codebook, the same for names that a reader would call the same: `Label`, ` label `, `ｌabel`. */
export function placeOf({ parentId, name }: Pick<Code, 'parentId' | 'name'>): string {
  return `${parentId ?? ''}/${name.normalize('NFKC').toLowerCase().trim()}`;
}

/**
 * The id of the last level of each path, in order; a path without levels has none.
 * @param codes all codes of the library
 */
export async function codesForPaths(
  recorder: Recorder,
  codes: readonly Code[],
  paths: readonly string[],
  newId: () => string,
): Promise<string[]> {
  const places = new Map(codes.map((code) => [placeOf(code), code]));
  const made: Code[] = [];
  const ids: string[] = [];
  for (const path of paths) {
    let parentId: string | null = null;
    for (const name of parsePath(path)) {
      const place: string = placeOf({ parentId, name });
      let code = places.get(place);
      if (code === undefined) {
        const colour = leastUsed(places.values());
        code = { id: newId(), name, parentId, colour, created: recorder.now, modified: recorder.now };
        places.set(place, code);
        made.push(code);
      }
      parentId = code.id;
    }
    if (parentId !== null) ids.push(parentId);
  }
  await recorder.add('codes', made);
  return ids;
}

/** The first of the colours that the fewest codes have, so that new codes go round all eight. */
function leastUsed(codes: Iterable<Code>): Colour {
  const uses = new Map<Colour, number>(colours.map((colour) => [colour, 0]));
  for (const { colour } of codes) uses.set(colour, (uses.get(colour) ?? 0) + 1);
  const fewest = Math.min(...uses.values());
  return colours.find((colour) => uses.get(colour) === fewest) ?? colours[0];
}
