/** Works out what a codebook from a file changes in a library's; changes nothing. */

import type { Code } from '../code';
import type { CodebookFile, FileCode } from '../codebook-file';
import { isSame } from '../same';
import { placeOf } from './code-place';
import { nextColour } from './next-colour';

export interface CodebookImport {
  /** Each after the one above it. */
  added: Code[];
  /** The named fields replace those of the code with that id. */
  changed: Map<string, Partial<Code>>;
  /** How many say nothing that the library does not. */
  same: number;
}

/**
 * Codes meet by id, else by place. What the file says of a known code replaces what the library says; the code stays where
 * it is in the tree, and takes no name that its neighbour has. Levels that the file names only in paths are made.
 * @param codes all codes of the library
 */
export function planCodebookImport(
  codes: readonly Code[],
  file: CodebookFile,
  { newId, now }: { newId: () => string; now: string },
): CodebookImport {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const places = new Map(codes.map((code) => [placeOf(code), code]));
  /** By the path that the file gives it. */
  const met = new Map<string, Code>();
  const plan: CodebookImport = { added: [], changed: new Map(), same: 0 };

  function add(name: string, parentId: string | null, given: Partial<FileCode>): Code {
    const { id, colour, definition, examples } = given;
    const code: Code = {
      id: id ?? newId(),
      name,
      parentId,
      colour: colour ?? nextColour(byId.values()),
      ...(definition && { definition }),
      ...(examples != null && examples.length > 0 && { examples }),
      created: now,
      modified: now,
    };
    byId.set(code.id, code);
    places.set(placeOf(code), code);
    plan.added.push(code);
    return code;
  }

  /** The id of the code above, its missing levels made. */
  function parentIdOf(path: readonly string[]): string | null {
    let parentId: string | null = null;
    for (const [level, name] of path.slice(0, -1).entries()) {
      const key = keyOf(path.slice(0, level + 1));
      const code: Code = met.get(key) ?? places.get(placeOf({ parentId, name })) ?? add(name, parentId, {});
      met.set(key, code);
      parentId = code.id;
    }
    return parentId;
  }

  for (const given of file.codes) {
    const name = given.path.at(-1);
    if (name === undefined) continue;
    const parentId = parentIdOf(given.path);
    const known = byId.get(given.id ?? '') ?? places.get(placeOf({ parentId, name }));
    if (known === undefined) {
      met.set(keyOf(given.path), add(name, parentId, given));
      continue;
    }
    met.set(keyOf(given.path), known);
    const renamed = { ...known, name };
    const holder = places.get(placeOf(renamed));
    const fields = changedFields(
      known,
      given,
      holder === undefined || holder.id === known.id ? name : known.name,
    );
    if (Object.keys(fields).length === 0) {
      plan.same += 1;
      continue;
    }
    plan.changed.set(known.id, { ...plan.changed.get(known.id), ...fields });
    const changed = { ...known, ...fields };
    places.delete(placeOf(known));
    places.set(placeOf(changed), changed);
    byId.set(known.id, changed);
  }
  return plan;
}

/** Of what the file says only that which the code does not. What is missing is no other than what is empty. */
function changedFields(code: Code, { colour, definition, examples }: FileCode, name: string): Partial<Code> {
  const fields: Partial<Code> = {};
  if (name !== code.name) fields.name = name;
  if (colour !== null && colour !== code.colour) fields.colour = colour;
  if (definition !== null && definition !== (code.definition ?? '')) fields.definition = definition;
  if (examples !== null && !isSame(examples, code.examples ?? [])) fields.examples = examples;
  return fields;
}

function keyOf(path: readonly string[]): string {
  return path.join('/');
}
