/** One change to several annotations at once, as one step. */

import { joinNotes } from '../core/join-notes';
import type { ManyEdit } from '../core/library';
import { codeIdsOf } from './code-paths';
import type { Store } from './open-store';
import { write } from './write';

interface ManyRequest {
  commandId: string;
  /** Of any articles, in the trash or not. */
  ids: readonly string[];
}

/** @throws RecordNotFoundError, CodebookLockedError */
export async function editAnnotations(
  store: Store,
  { commandId, ids, edit }: ManyRequest & { edit: ManyEdit },
): Promise<void> {
  const { giveIds = [], takeIds = [], newCodes = [], addNote = '' } = edit;
  const kind = giveIds.length + takeIds.length + newCodes.length === 0 ? 'note' : 'code';
  await write(store, { commandId, kind }, async (recorder) => {
    const given = await codeIdsOf(store, recorder, giveIds, newCodes);
    const taken = new Set(takeIds);
    await recorder.updateAll('annotations', ids, ({ codeIds, note }) => ({
      codeIds: [...new Set([...codeIds.filter((id) => !taken.has(id)), ...given])],
      note: addNote.trim() === '' ? note : joinNotes([note, addNote]),
    }));
  });
}

/** Moves them to the trash; those that are there already stay as they are. @throws RecordNotFoundError */
export async function removeAnnotations(store: Store, { commandId, ids }: ManyRequest): Promise<void> {
  await write(store, { commandId, kind: 'delete' }, (recorder) =>
    recorder.updateAll('annotations', ids, ({ deleted }) => ({ deleted: deleted ?? recorder.now })),
  );
}

/** Takes them out of the trash. @throws RecordNotFoundError */
export async function restoreAnnotations(store: Store, { commandId, ids }: ManyRequest): Promise<void> {
  await write(store, { commandId, kind: 'restore' }, (recorder) =>
    recorder.updateAll('annotations', ids, () => ({ deleted: null })),
  );
}
