/** Reads annotations of Hypothesis: what its client exports, and what its search answers. */

import type { RangeSelector } from '../annotation';
import { parsePath } from '../code';
import { isBetweenTexts } from '../export/hypothesis';
import { ForeignFileError } from './foreign-file-error';
import {
  createForeignLibrary,
  type ForeignAnnotation,
  type ForeignLibrary,
  utcTime,
} from './foreign-library';
import type { ReadForeign } from './imported';
import { firstText, isObject, type JsonObject, listOf, textOf } from './json-parts';
import { readJson } from './read-json';

/**
 * Tags are codes, `框架/经济框架` a path. A reply goes into the note of what it answers, with the name of who wrote it; a page
 * note quotes nothing and is left out.
 * @throws ForeignFileError
 */
export const readHypothesis: ReadForeign = async ({ bytes }, environment) => {
  const items = itemsOf(readJson(bytes));
  const library = createForeignLibrary(environment, 'title-element');
  const threads = new Map<string, ForeignAnnotation>();
  const replies: { where: string; item: JsonObject }[] = [];
  for (const [index, item] of items.entries()) {
    const where = `annotation ${index + 1}`;
    if (!isObject(item)) library.leaveOut(where, 'is not a record');
    else if (listOf(item.references).length > 0) replies.push({ where, item });
    else {
      const read = readAnnotation(item, where, library);
      const [name = ''] = read?.names ?? [];
      if (read === null) continue;
      if (threads.has(name)) library.leaveOut(where, `has the same id as ${threads.get(name)?.where}`);
      else threads.set(name, read);
    }
  }
  for (const { where, item } of replies) {
    const root = listOf(item.references)[0];
    const thread = threads.get(String(root));
    if (thread === undefined) library.leaveOut(where, 'answers an annotation that is not in the file');
    else threads.set(String(root), withReply(thread, item));
  }
  for (const thread of threads.values()) library.add(thread);
  return library.read();
};

function itemsOf(file: unknown): readonly unknown[] {
  if (isObject(file)) {
    const { annotations = file.rows, replies } = file;
    if (Array.isArray(annotations)) return [...annotations, ...(Array.isArray(replies) ? replies : [])];
  }
  if (Array.isArray(file) && file.every((item) => isObject(item) && 'uri' in item)) return file;
  throw new ForeignFileError('not-an-archive', 'file', 'has neither "annotations" nor "rows" of Hypothesis');
}

/** Null where it is left out. */
function readAnnotation(
  item: JsonObject,
  where: string,
  { leaveOut }: ForeignLibrary,
): ForeignAnnotation | null {
  const { id, uri, target, text, tags, document } = item;
  const targets = listOf(target).filter(isObject);
  const selectors = targets.flatMap((one) => listOf(one.selector)).filter(isObject);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const address = firstText(uri, ...targets.map(({ source }) => source));
  const exact = textOf(quote?.exact);
  const fault = faultOf(item);
  if (fault !== null) leaveOut(where, fault);
  else if (address === null) leaveOut(where, 'uri is missing');
  else if (quote === undefined) leaveOut(where, 'is a note on a whole page: it quotes nothing');
  else if (exact === null) leaveOut(where, 'target.selector.exact is not text');
  else {
    const [prefix = '', suffix = ''] = [quote.prefix, quote.suffix].map((part) => textOf(part) ?? '');
    return {
      where,
      names: [String(id)],
      address,
      page: { title: titleOf(document), addresses: linksOf(document) },
      exact,
      prefix,
      suffix,
      range: rangeOf(selectors),
      paths: pathsOf(tags),
      note: textOf(text) ?? '',
      creator: writerOf(item),
      created: utcTime(item.created),
      modified: utcTime(item.updated),
    };
  }
  return null;
}

/** Only between texts, where both programs count alike. */
function rangeOf(selectors: readonly JsonObject[]): RangeSelector | null {
  const selector = selectors.find(({ type }) => type === 'RangeSelector');
  const { startContainer: startPath, startOffset, endContainer: endPath, endOffset } = selector ?? {};
  if (typeof startPath !== 'string' || typeof endPath !== 'string') return null;
  if (!isOffset(startOffset) || !isOffset(endOffset)) return null;
  const range = { startPath, startOffset, endPath, endOffset };
  return isBetweenTexts(range) ? range : null;
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** What the client's export always has, and how. */
function faultOf({ id, text, tags, target }: JsonObject): string | null {
  if (typeof id !== 'string' || id.trim() === '')
    return id === undefined ? 'id is missing' : 'id is not text';
  if (text !== undefined && typeof text !== 'string') return 'text is not text';
  if (tags !== undefined && !(Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'))) {
    return 'tags is not a list of texts';
  }
  if (target !== undefined && !(Array.isArray(target) && target.every(isObject)))
    return 'target is not a list of records';
  return null;
}

function withReply(thread: ForeignAnnotation, reply: JsonObject): ForeignAnnotation {
  const writer = writerOf(reply);
  const said = firstText(reply.text);
  const words = said === null ? [] : [writer === null ? said : `${writer}: ${said}`];
  const times = [thread.modified, utcTime(reply.updated)].filter((time) => typeof time === 'string').sort();
  return {
    ...thread,
    note: [thread.note, ...words].filter((part) => part !== '').join('\n\n'),
    paths: [...thread.paths, ...pathsOf(reply.tags)],
    modified: times.at(-1) ?? null,
  };
}

function pathsOf(tags: unknown): string[][] {
  return listOf(tags).map((tag) => (typeof tag === 'string' ? parsePath(tag) : []));
}

function titleOf(document: unknown): string | null {
  return isObject(document) ? firstText(...listOf(document.title)) : null;
}

function linksOf(document: unknown): string[] {
  const links = isObject(document) ? listOf(document.link) : [];
  return links.flatMap((link) => (isObject(link) && typeof link.href === 'string' ? [link.href] : []));
}

/** The name that others see, else the name of the account. */
function writerOf({ user, user_info: info }: JsonObject): string | null {
  const shown = isObject(info) ? firstText(info.display_name) : null;
  return shown ?? /^acct:([^@]+)@/u.exec(textOf(user) ?? '')?.[1] ?? null;
}
