/** The trash: what was deleted, until it is emptied. */

import type { Annotation } from '../core/annotation';
import type { Article } from '../core/article';
import type { Store } from './open-store';
import { nextUndoRedo } from './undo';
import { write } from './write';

/** How long what was deleted is kept, in milliseconds. */
export const keptFor = 30 * 24 * 60 * 60 * 1_000;

/** Last deleted first. Fit for `watch`. */
export async function trashed({
  database,
}: Store): Promise<{ annotation: Annotation; article: Article | null }[]> {
  const { annotations, articles } = database;
  const found = await annotations.where('deleted').above('').reverse().toArray();
  const ids = [...new Set(found.map(({ articleId }) => articleId))];
  const known = await articles.bulkGet(ids);
  const byId = new Map(ids.map((id, index) => [id, known[index] ?? null]));
  return found.map((annotation) => ({ annotation, article: byId.get(annotation.articleId) ?? null }));
}

/** Cost: a look into an index. */
export function trashedCount({ database }: Store): Promise<number> {
  return database.annotations.where('deleted').above('').count();
}

/**
 * Takes away what was deleted before that time; articles stay.
 * @param request.before ISO 8601, UTC; null: all of the trash
 */
export async function emptyTrash(
  store: Store,
  { commandId, before }: { commandId: string; before: string | null },
): Promise<void> {
  await write(store, { commandId, kind: 'empty-trash' }, async (recorder) => {
    await recorder.remove('annotations', await deletedBefore(store, before));
  });
}

/**
 * Takes away what was deleted over thirty days ago. Not while a step can be redone: that would be lost, and the reader
 * may just have taken back such an emptying.
 */
export async function emptyOldTrash(store: Store): Promise<void> {
  const { environment, readOnly } = store;
  if (readOnly) return;
  const before = new Date(environment.now() - keptFor).toISOString();
  if ((await deletedBefore(store, before)).length === 0) return;
  if ((await nextUndoRedo(store)).redo !== null) return;
  await emptyTrash(store, { commandId: environment.newId(), before });
}

function deletedBefore({ database }: Store, before: string | null): Promise<string[]> {
  const inTrash = database.annotations.where('deleted');
  return (before === null ? inTrash.above('') : inTrash.between('', before, false, false)).primaryKeys();
}
