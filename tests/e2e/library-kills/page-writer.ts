/** Runs in a page of the extension, where it writes everything that pages write, tells what was acknowledged, and checks what is there. */

import { isSame } from '../../../core/same';
import { importArchive } from '../../../store/archive';
import { newCode } from '../../../store/codes';
import { lookAfter } from '../../../store/look-after';
import { editAnnotations, removeAnnotations, restoreAnnotations } from '../../../store/many';
import { openStore, type Store } from '../../../store/open-store';
import { mergeCodes } from '../../../store/recode';
import { emptyTrash } from '../../../store/trash';
import { redo, undo } from '../../../store/undo';
import { madeLibrary } from '../../bench/library/made-library';

type Act = (store: Store, commandId: string) => Promise<unknown>;

const newId = () => crypto.randomUUID();
const chance = (most: number) => Math.floor(Math.random() * most);

let opening: Promise<Store> | null = null;
let isWriting = false;

function opened(): Promise<Store> {
  opening ??= openStore({ newId, now: () => Date.now(), announce: () => {} });
  return opening;
}

/** Some of the annotations, from anywhere in the order of their ids. */
async function someIds({ database }: Store, most: number): Promise<string[]> {
  const from = chance(16).toString(16);
  return database.annotations.where('id').above(from).limit(most).primaryKeys();
}

/** Of annotations and articles that no other import has; more than 500 are written in parts. */
function importing(count: number): Act {
  return (store, commandId) => {
    const { articles, next } = madeLibrary(count);
    const ids = new Map(articles.map(({ id }) => [id, newId()]));
    const exported = new Date().toISOString();
    return importArchive(store, commandId, {
      format: 'pressmark-archive',
      version: 1,
      exported,
      articles: articles.map((article) => ({
        ...article,
        id: ids.get(article.id) ?? '',
        addresses: [`https://news.example/${newId()}`],
      })),
      annotations: next(count).map((annotation) => ({
        ...annotation,
        id: newId(),
        articleId: ids.get(annotation.articleId) ?? '',
        codeIds: [],
      })),
      codes: [],
      snapshots: [],
      variables: [],
    });
  };
}

const acts: readonly Act[] = [
  importing(20),
  importing(20),
  (store, commandId) => importing(chance(6) === 0 ? 520 : 20)(store, commandId),
  undo,
  undo,
  undo,
  redo,
  async (store, commandId) =>
    editAnnotations(store, {
      commandId,
      ids: await someIds(store, 30),
      edit: { newCodes: [`甲/${chance(8)}`], addNote: commandId.slice(0, 4) },
    }),
  (store, commandId) => newCode(store, { commandId, path: `乙/${commandId}` }),
  async (store, commandId) => {
    const codes = await store.database.codes.limit(6).toArray();
    const [into, ...others] = codes.filter(({ parentId }) => parentId !== null);
    if (into === undefined || others.length === 0) return;
    await mergeCodes(store, { commandId, ids: others.map(({ id }) => id), intoId: into.id });
  },
  async (store, commandId) => removeAnnotations(store, { commandId, ids: await someIds(store, 25) }),
  async (store, commandId) => restoreAnnotations(store, { commandId, ids: await someIds(store, 10) }),
  (store, commandId) => emptyTrash(store, { commandId, before: null }),
];

/** The driver's, which outlives the page. */
interface Outside {
  acknowledge(commandId: string): Promise<void>;
}

/** Until it is stopped or killed. Tells the driver of each step that is there when its promise has resolved. */
export async function write(): Promise<void> {
  const { acknowledge } = globalThis as unknown as Outside;
  const store = await opened();
  isWriting = true;
  while (isWriting) {
    const commandId = newId();
    const count = await store.database.annotations.count();
    // The library stays small enough to be looked through after each kill.
    const act = count > 700 ? removeMany : (acts[chance(acts.length)] ?? undo);
    try {
      await act(store, commandId);
    } catch {
      continue;
    }
    if ((await store.database.operations.get(commandId)) !== undefined) void acknowledge(commandId);
  }
}

const removeMany: Act = async (store, commandId) => {
  await removeAnnotations(store, { commandId: newId(), ids: await someIds(store, 1_500) });
  await emptyTrash(store, { commandId, before: null });
};

export function stop(): void {
  isWriting = false;
}

interface Look {
  /** Those that are not there. */
  lost: string[];
  /** What a page would have had to make right. */
  mended: string | null;
}

/** As a page does at its start after one that was killed. */
export async function look(acknowledged: readonly string[]): Promise<Look> {
  const store = await opened();
  // A page that was cut off, for what was killed may have been none that marks its use.
  await store.database.meta.put({ key: `in-use/${newId()}`, value: '' });
  const life = { whenIdle: async () => {}, atEnd: () => {}, signal: new AbortController().signal };
  const mended = await lookAfter(store, life);
  const written = new Set(await store.database.operations.toCollection().primaryKeys());
  return {
    lost: acknowledged.filter((id) => !written.has(id)),
    mended: mended === null ? null : JSON.stringify(mended),
  };
}

/** Does all operations again from nothing, and gives the records that are not what comes of it. */
export async function replay(): Promise<string[]> {
  const { database } = await opened();
  const { annotations, articles, codes, operations } = database;
  return database.transaction('r', [annotations, articles, codes, operations], async () => {
    const made = new Map<string, Record<string, unknown>>();
    await operations.orderBy('clock').each(({ changes }) => {
      for (const { table, id, after } of changes) {
        const key = `${table} ${id}`;
        if (after === null) made.delete(key);
        else made.set(key, { ...made.get(key), ...after, id });
      }
    });
    const wrong: string[] = [];
    for (const table of [annotations, articles, codes]) {
      for (const record of await table.toArray()) {
        const key = `${table.name} ${record.id}`;
        if (!isSame(record, made.get(key))) wrong.push(key);
        made.delete(key);
      }
    }
    return [...wrong, ...made.keys()];
  });
}
