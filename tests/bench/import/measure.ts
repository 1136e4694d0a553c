/** What is measured of an import, in a page of the browser under test: ours, and Dexie's own `bulkAdd` of the same records. */

import { Dexie } from 'dexie';
import { type Archive, readArchiveFile, serializeArchive } from '../../../core/archive';
import { importFile } from '../../../store/bulk-import';
import { openStore } from '../../../store/open-store';
import { undo } from '../../../store/undo';
import { madeLibrary } from '../library/made-library';

/** Milliseconds. */
interface Ours {
  read: number;
  import: number;
  /** The longest that the page stood still meanwhile, over 50 ms; 0 where it never did. */
  still: number;
  undo: number;
}

let archive: Archive | null = null;
let text = '';
let file = new Blob();

/** As a file, in characters. */
export function make(count: number): number {
  const { codes, articles, next } = madeLibrary(count);
  const exported = new Date(0).toISOString();
  const records = { articles, codes, annotations: next(count), snapshots: [], variables: [] };
  archive = { format: 'pressmark-archive', version: 1, exported, ...records };
  text = serializeArchive(archive);
  file = new Blob([text]);
  return text.length;
}

function made(): Archive {
  if (archive === null) throw new Error('nothing was made');
  return archive;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** From the file's records to the acknowledged step, with the file laid aside first as in the product. */
export async function measureOurs({ withUndo }: { withUndo: boolean }): Promise<Ours> {
  const name = `ours-${crypto.randomUUID()}`;
  const store = await openStore({
    name,
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    announce: () => {},
  });
  const read = await timed(() => readArchiveFile(text));
  // Reading is a task of its own.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const watch = watchStandstill();
  const given = { commandId: crypto.randomUUID(), fileName: 'x.json', file };
  const imported = await timed(() => importFile(store, given, made()));
  const still = await watch();
  const undone = withUndo ? await timed(() => undo(store, crypto.randomUUID())) : 0;
  store.database.close();
  await Dexie.delete(name);
  return { read, import: imported, still, undo: undone };
}

/** One call for each table, with the indexes that ours has, and nothing beside the records. */
export async function measureDexie(): Promise<number> {
  const name = `dexie-${crypto.randomUUID()}`;
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  database.version(1).stores({
    articles: 'id, *addresses, *keys, snapshot',
    annotations: 'id, articleId, [modified+id], deleted, *codeIds',
    codes: 'id',
  });
  await database.open();
  const { articles, annotations, codes } = made();
  const milliseconds = await timed(async () => {
    await database.table('codes').bulkAdd(codes);
    await database.table('articles').bulkAdd(articles);
    await database.table('annotations').bulkAdd(annotations);
  });
  database.close();
  await Dexie.delete(name);
  return milliseconds;
}

function watchStandstill(): () => Promise<number> {
  let still = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) still = Math.max(still, duration);
  });
  observer.observe({ type: 'longtask' });
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    return still;
  };
}
