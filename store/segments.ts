/** The packed texts by which the library is searched, kept in step with the records in the transaction that changes them. */

import type { Table } from 'dexie';
import type { Annotation } from '../core/annotation';
import type { Article } from '../core/article';
import {
  type ArticleHead,
  type Entry,
  entryOf,
  headOf,
  type Packed,
  pack,
  unpack,
} from '../core/query/packed';
import { isSame } from '../core/same';

/** Annotations one after the other in the order of their keys, from `from` to where the next segment starts. */
export interface StoredSegment extends Packed {
  /** The least key that it may hold; of the first segment, the empty text. */
  from: string;
  /** Grows with each write: what has a greater one is newer. */
  stamp: number;
}

export interface SegmentTables {
  articles: Table<Article, string>;
  annotations: Table<Annotation, string>;
  segments: Table<StoredSegment, string>;
}

/** What a write made of annotations, by id; null: there was or is none. */
export type AnnotationChanges = ReadonlyMap<string, { before: Annotation | null; after: Annotation | null }>;

/** A segment with more is parted. Chromium writes values beyond some 64 kB as files, which takes longer. */
const most = 280;
/** How many the parts hold at most, so that each has room to grow. */
export const partSize = 200;

/** An article's annotations stand together, so that work on one article changes one segment. */
export function keyOf({ articleId, id }: Pick<Annotation, 'articleId' | 'id'>): string {
  return `${articleId}\0${id}`;
}

/** The article of a key, or the empty text. */
export function articleIn(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf('\0')));
}

/**
 * Does to the segments what was done to the records. Reads one segment at a time.
 * @param changed.articleIds whose own record changed
 */
export async function keepSegments(
  tables: SegmentTables,
  changed: { annotations: AnnotationChanges; articleIds: ReadonlySet<string> },
): Promise<void> {
  if (changed.annotations.size === 0 && changed.articleIds.size === 0) return;
  const { segments } = tables;
  const known = await segments.toCollection().primaryKeys();
  const froms = known.length === 0 ? [''] : known;
  const work = new Map<number, Work>();
  const workOn = (index: number) => {
    const found = work.get(index) ?? { gone: new Set(), come: [] };
    work.set(index, found);
    return found;
  };
  for (const { before, after } of changed.annotations.values()) {
    if (before !== null) workOn(placeOf(froms, keyOf(before))).gone.add(keyOf(before));
    if (after !== null) workOn(placeOf(froms, keyOf(after))).come.push(after);
  }
  for (const articleId of changed.articleIds) {
    const last = placeOf(froms, `${articleId}\u0001`);
    for (let index = placeOf(froms, keyOf({ articleId, id: '' })); index <= last; index += 1) workOn(index);
  }
  const stamp = await nextStamp(segments);
  for (const [index, { gone, come }] of work) {
    const from = froms[index] ?? '';
    const old = await segments.get(from);
    if (old === undefined && come.length === 0) continue;
    const heads = await headsFor(tables, old, come, changed.articleIds);
    const isSameInside = gone.size === 0 && come.length === 0;
    if (isSameInside && old?.articles.every((head) => isSame(head, heads.get(head.id) ?? null))) continue;
    const kept = old === undefined ? [] : unpack(old).filter((entry) => !gone.has(keyOf(entry)));
    await putParts(segments, { from, stamp, entries: inOrder([...kept, ...come.map(entryOf)]), heads });
  }
}

interface Work {
  gone: Set<string>;
  come: Annotation[];
}

/** The index of the segment in whose stretch a key lies. */
function placeOf(froms: readonly string[], key: string): number {
  let [low, high] = [0, froms.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((froms[middle] ?? '') <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Also above those of segments that are about to go, so that readers see what is made anew. */
export async function nextStamp(segments: SegmentTables['segments']): Promise<number> {
  const [last] = await segments.orderBy('stamp').reverse().limit(1).keys();
  return typeof last === 'number' ? last + 1 : 1;
}

/** What the segment knows of its articles, with what has changed and what is new to it. */
async function headsFor(
  { articles }: SegmentTables,
  old: StoredSegment | undefined,
  come: readonly Annotation[],
  changedIds: ReadonlySet<string>,
): Promise<Map<string, ArticleHead>> {
  const heads = new Map((old?.articles ?? []).map((head) => [head.id, head]));
  const ids = new Set([...heads.keys(), ...come.map(({ articleId }) => articleId)]);
  const unsure = [...ids].filter((id) => !heads.has(id) || changedIds.has(id));
  for (const id of unsure) heads.delete(id);
  return new Map([...heads, ...(await readHeads(articles, unsure))]);
}

/** Those of which there is a record, by id. */
export async function readHeads(
  articles: SegmentTables['articles'],
  ids: readonly string[],
): Promise<Map<string, ArticleHead>> {
  const found = await articles.bulkGet([...ids]);
  return new Map(found.flatMap((article) => (article === undefined ? [] : [[article.id, headOf(article)]])));
}

interface Parts {
  from: string;
  stamp: number;
  entries: readonly Entry[];
  heads: ReadonlyMap<string, ArticleHead>;
}

/** An empty stretch falls to the segment before it; the first segment always stays. */
async function putParts(segments: SegmentTables['segments'], parts: Parts): Promise<void> {
  const { from, stamp, entries, heads } = parts;
  if (entries.length === 0 && from !== '') {
    await segments.delete(from);
    return;
  }
  const count = entries.length > most ? Math.ceil(entries.length / partSize) : 1;
  const size = Math.ceil(entries.length / count);
  for (let part = 0; part < count; part += 1) {
    const own = entries.slice(part * size, (part + 1) * size);
    const [first] = own;
    const start = part === 0 || first === undefined ? from : keyOf(first);
    await segments.put({ ...pack(own, heads), from: start, stamp });
  }
}

function inOrder(entries: readonly Entry[]): Entry[] {
  return entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ entry }) => entry);
}
