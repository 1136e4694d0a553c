/** The W3C's own assertions about Web Annotations, as JSON schemas beside the project. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const { CI } = process.env;
export const w3cFolder = join(import.meta.dirname, '../../../../shared/schemas/w3c-web-annotation');
/** Where they are missing, tests are skipped by name, but for where `CI` is set: there they fail. */
export const hasSchemas = existsSync(w3cFolder) || CI !== undefined;

const tests = join(w3cFolder, 'tests');

type Kind = 'annotations' | 'collections' | 'collections/pages';
const lists: Readonly<Record<Kind, string>> = {
  annotations: 'annotations/annotationMusts.test',
  collections: 'collections/collectionMusts.test',
  'collections/pages': 'collections/pages/pageMusts.test',
};

export interface Assertion {
  name: string;
  holds(value: unknown): boolean;
}

function parseFile(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Every MUST of one kind. */
export function mustAssertions(kind: Kind): Assertion[] {
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats(ajv);
  const definitions = join(tests, 'definitions');
  for (const name of readdirSync(definitions)) ajv.addSchema(parseFile(join(definitions, name)));
  const names: string[] = parseFile(join(tests, lists[kind])).assertions;
  return names.map((name) => {
    const schema = parseFile(join(tests, name));
    const validate = ajv.compile(schema);
    return { name, holds: (value) => validate(value) === (schema.expectedResult === 'valid') };
  });
}

/** The file of a sample as text, by its name without ending. */
export function w3cSamples(folder: 'correct' | 'incorrect'): { name: string; text: string }[] {
  const path = join(tests, 'samples', folder);
  return readdirSync(path)
    .sort()
    .map((name) => ({ name: name.replace('.json', ''), text: readFileSync(join(path, name), 'utf8') }));
}
