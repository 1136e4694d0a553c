/** Reads W3C Web Annotations in JSON-LD: our own without loss, those of others as far as they can be annotations of ours. */

import type { ReadForeign } from './imported';
import { readForeignAnnotations } from './json-ld-foreign';
import { isOwnCollection, readOwnCollection } from './json-ld-own';
import { isObject } from './json-parts';
import { readJson } from './read-json';

export const readJsonLd: ReadForeign = async ({ bytes }, environment) => {
  const file = readJson(bytes);
  return isObject(file) && isOwnCollection(file)
    ? readOwnCollection(file)
    : readForeignAnnotations(file, environment);
};
