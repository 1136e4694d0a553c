/** Reads Web Annotations of other programs: what has a web page, and words in it, becomes an annotation of ours. */

import { ForeignFileError } from './foreign-file-error';
import { createForeignLibrary, utcTime } from './foreign-library';
import type { ImportEnvironment, Imported } from './imported';
import { readBodies } from './json-ld-bodies';
import { annotationFault, typesOf } from './json-ld-schema';
import { readTarget } from './json-ld-targets';
import { firstText, isObject, type JsonObject, listOf } from './json-parts';

const contexts = /^https?:\/\/www\.w3\.org\/ns\/anno(?:\.jsonld)?$/u;

/**
 * One annotation, a page, a collection with its first page inside, or a list of annotations.
 * @throws ForeignFileError where it is none of them, or nothing of it can be taken
 */
export async function readForeignAnnotations(
  file: unknown,
  environment: ImportEnvironment,
): Promise<Imported> {
  const library = createForeignLibrary(environment, 'json-ld');
  for (const [index, item] of itemsOf(file, library.leaveOut).entries()) {
    const where = `annotation ${index + 1}`;
    const fault =
      typeof item === 'string' ? 'is but an address: it stands in another file' : annotationFault(item);
    if (fault !== null || !isObject(item)) {
      library.leaveOut(where, fault ?? 'is not a record');
      continue;
    }
    const { paths, note, leftOut } = readBodies(item);
    const [id] = listOf(item.id);
    const targets = listOf(item.target);
    for (const [order, raw] of targets.entries()) {
      const { address, title, quote, why } = readTarget(raw);
      const place = targets.length === 1 ? where : `${where}, target ${order + 1}`;
      if (quote === null) {
        library.leaveOut(place, why);
        continue;
      }
      library.add({
        ...quote,
        where: place,
        names: order === 0 ? [String(id)] : [String(id), String(order)],
        address,
        page: { title },
        paths,
        note,
        creator: nameOf(item.creator),
        created: utcTime(listOf(item.created)[0]),
        modified: utcTime(listOf(item.modified)[0]),
      });
    }
    for (const why of leftOut) library.leaveOut(where, why);
  }
  return library.read();
}

function itemsOf(file: unknown, leaveOut: (where: string, why: string) => void): readonly unknown[] {
  if (Array.isArray(file)) {
    for (const [index, item] of file.entries()) {
      if (!isObject(item) || !hasContext(item)) throw noContext(`annotation ${index + 1}`);
    }
    return file;
  }
  if (!isObject(file)) throw new ForeignFileError('not-an-archive', 'file', 'is no Web Annotation');
  if (!hasContext(file)) throw noContext('file');
  const types = typesOf(file);
  if (types.includes('AnnotationPage')) return pageItems(file, leaveOut);
  if (!types.includes('AnnotationCollection')) return [file];
  const [first] = listOf(file.first);
  if (isObject(first)) return pageItems(first, leaveOut);
  if (typeof first !== 'string') return listOf(file.items);
  throw new ForeignFileError(
    'not-an-archive',
    'file',
    'has its annotations in another file: first is but an address',
  );
}

function pageItems(page: JsonObject, leaveOut: (where: string, why: string) => void): readonly unknown[] {
  if (page.next !== undefined) leaveOut('file', 'has further pages in other files');
  return listOf(page.items);
}

function hasContext(file: JsonObject): boolean {
  return listOf(file['@context']).some((context) => typeof context === 'string' && contexts.test(context));
}

function noContext(where: string): ForeignFileError {
  return new ForeignFileError('not-an-archive', where, '@context is not that of Web Annotations');
}

/** The names of people, else their addresses. */
function nameOf(creator: unknown): string | null {
  const names = listOf(creator).map((one) =>
    isObject(one) ? firstText(one.name, one.nickname, one.id) : firstText(one),
  );
  return names.filter((name) => name !== null).join('; ') || null;
}
