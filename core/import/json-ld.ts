/** Reads W3C Web Annotations in JSON-LD: our own without loss, those of others as far as they can be annotations of ours. */

import { ImportError } from './import-error';
import type { ReadForeign } from './imported';
import { isOwnCollection, readOwnCollection } from './json-ld-own';
import { isObject } from './json-parts';
import { readJson } from './read-json';

export const readJsonLd: ReadForeign = async ({ bytes }) => {
  const file = readJson(bytes);
  if (isObject(file) && isOwnCollection(file)) return readOwnCollection(file);
  throw new ImportError('other-format', 'file', 'is no Web Annotation');
};
