/** The packed texts by which the library is searched, kept in step with the records in the transaction that changes them. */

import type { Table } from 'dexie';
import type { Annotation } from '../core/annotation';
import type { Article } from '../core/article';
import { type ArticleHead, type Entry, entryOf, headOf, pack, unpack } from '../core/query/packed';
import { fromStored, type StoredPacked, toStored } from '../core/query/stored-packed';
import { isSame } from '../core/same';

/** Annotations one after the other in the order of their keys. */
export interface StoredSegment extends StoredPacked {
  /** The least key that it may hold; of the first segment, the empty text. */
  from: string;
  /** Where the next segment starts; null: there is none. Whoever holds others of this stretch holds what is no more. */
  until: string | null;
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

const stretchCount = 64;
const bounds = [
  '',
  ...Array.from({ length: stretchCount - 1 }, (_, index) =>
    (((index + 1) * 256) / stretchCount).toString(16).padStart(2, '0'),
  ),
  '\uffff',
];

/** Where keys, most of which start with a UUID, are parted to be read: one stretch is sent while another is taken up. */
export const keyStretches: readonly (readonly [from: string, to: string])[] = bounds
  .slice(1)
  .map((to, index) => [bounds[index] ?? '', to]);

/** An article's annotations stand together, so that work on one article changes one segment. */
export function keyOf({ articleId, id }: Pick<Annotation, 'articleId' | 'id'>): string {
  return `${articleId}\0${id}`;
}

/** The article of a key, or the empty text. */
export function articleIn(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf('\0')));
}

/** What is to be done at a key: an entry put there, or taken away (null), or an article's head looked at again. */
type Step = { key: string; entry: Entry | null } | { key: string; articleId: string };

/**
 * Does to the segments what was done to the records. Reads one segment at a time, and never all keys: Chromium walks
 * through the values, too.
 * @param changed.articleIds whose own record changed
 */
export async function keepSegments(
  tables: SegmentTables,
  changed: { annotations: AnnotationChanges; articleIds: ReadonlySet<string> },
): Promise<void> {
  let steps = stepsFor(changed);
  if (steps.length === 0) return;
  const { segments } = tables;
  const stamping = nextStamp(segments);
  for (let [first] = steps; first !== undefined; [first] = steps) {
    const reading = segments.where('from').belowOrEqual(first.key).last();
    const [old, stamp] = await Promise.all([reading, stamping]);
    const until = old === undefined ? await firstKey(segments) : old.until;
    const next = until === null ? -1 : steps.findIndex(({ key }) => key >= until);
    const own = next < 0 ? steps : steps.slice(0, next);
    await changeSegment(tables, { old, until, stamp, steps: own });
    const further = until === null ? [] : goingOn(own, until);
    steps = [...further, ...(next < 0 ? [] : steps.slice(next))];
  }
}

/** In the order of their keys. */
function stepsFor({ annotations, articleIds }: Parameters<typeof keepSegments>[1]): Step[] {
  const entries = new Map<string, Entry | null>();
  for (const { before } of annotations.values()) if (before !== null) entries.set(keyOf(before), null);
  for (const { after } of annotations.values()) if (after !== null) entries.set(keyOf(after), entryOf(after));
  const steps: Step[] = [
    ...Array.from(entries, ([key, entry]) => ({ key, entry })),
    ...Array.from(articleIds, (articleId) => ({ key: keyOf({ articleId, id: '' }), articleId })),
  ];
  return steps.sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Articles that reach into the segment that starts there. */
function goingOn(steps: readonly Step[], from: string): Step[] {
  return steps.flatMap((step) =>
    'articleId' in step && step.articleId === articleIn(from) ? [{ ...step, key: from }] : [],
  );
}

/** Null in a library of which nothing was ever kept. */
async function firstKey(segments: SegmentTables['segments']): Promise<string | null> {
  const [first = null] = await segments.toCollection().limit(1).primaryKeys();
  return first;
}

interface Change {
  /** Undefined: there is none yet. */
  old: StoredSegment | undefined;
  until: string | null;
  stamp: number;
  steps: readonly Step[];
}

async function changeSegment(tables: SegmentTables, { old, until, stamp, steps }: Change): Promise<void> {
  const entries = new Map(
    old === undefined ? [] : unpack(fromStored(old)).map((entry) => [keyOf(entry), entry]),
  );
  const articleIds = new Set<string>();
  let isSameInside = true;
  for (const step of steps) {
    if ('articleId' in step) articleIds.add(step.articleId);
    else if (step.entry !== null) entries.set(step.key, step.entry);
    else if (!entries.delete(step.key)) continue;
    isSameInside &&= 'articleId' in step;
  }
  if (old === undefined && entries.size === 0) return;
  const heads = await headsFor(tables, { old, entries: entries.values(), articleIds });
  if (isSameInside && old?.articles.every((head) => isSame(head, heads.get(head.id) ?? null))) return;
  const from = old?.from ?? '';
  await tables.segments.bulkPut(partsOf({ from, until, stamp, entries: inOrder(entries), heads }));
}

/** Also above those of segments that are about to go, so that readers see what is made anew. */
export async function nextStamp(segments: SegmentTables['segments']): Promise<number> {
  const [last] = await segments.orderBy('stamp').reverse().limit(1).keys();
  return typeof last === 'number' ? last + 1 : 1;
}

/** What the segment knows of its articles, with what has changed and what is new to it. */
async function headsFor(
  { articles }: SegmentTables,
  {
    old,
    entries,
    articleIds,
  }: { old: StoredSegment | undefined; entries: Iterable<Entry>; articleIds: ReadonlySet<string> },
): Promise<Map<string, ArticleHead>> {
  const heads = new Map((old?.articles ?? []).map((head) => [head.id, head]));
  const ids = new Set(Array.from(entries, ({ articleId }) => articleId));
  const unsure = [...ids].filter((id) => !heads.has(id) || articleIds.has(id));
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
  until: string | null;
  stamp: number;
  /** In the order of their keys. */
  entries: readonly Entry[];
  heads: ReadonlyMap<string, ArticleHead>;
}

/** One segment, or several where it would hold too many. One that is empty stays: its stretch is needed again. */
function partsOf({ from, until, stamp, entries, heads }: Parts): StoredSegment[] {
  const count = entries.length > most ? Math.ceil(entries.length / partSize) : 1;
  const size = Math.ceil(entries.length / count);
  const startOf = (part: number) => {
    const first = entries[part * size];
    return first === undefined ? until : keyOf(first);
  };
  return Array.from({ length: count }, (_, part) => {
    const own = entries.slice(part * size, (part + 1) * size);
    const start = part === 0 ? from : (startOf(part) ?? '');
    const end = part === count - 1 ? until : startOf(part + 1);
    return { ...toStored(pack(own, heads)), from: start, until: end, stamp };
  });
}

function inOrder(entries: ReadonlyMap<string, Entry>): Entry[] {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}
