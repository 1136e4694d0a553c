/** Every command about annotations, each acting on whatever is there. */

import type { Annotation } from '../../core/annotation';
import {
  editAnnotation,
  keepAnnotation,
  keepAnnotations,
  mergeAnnotations,
  reattachAnnotation,
  removeAnnotation,
  restoreAnnotation,
} from '../../store/annotations';
import { editAnnotations, removeAnnotations, restoreAnnotations } from '../../store/many';
import type { Store } from '../../store/open-store';
import { emptyTrash, trashed } from '../../store/trash';
import { anId } from '../builders';
import { type Act, addressAt, type Draw, one, passageFrom, pathFrom, some, someIds } from './draw';

async function bodyFrom(store: Store, draw: Draw) {
  return {
    codeIds: await someIds(store.database.codes, draw),
    newCodes: draw(2) === 0 ? [] : [pathFrom(draw)],
    note: draw(2) === 0 ? '' : `注${draw(5)}`,
  };
}

const onAnnotation =
  (act: (store: Store, annotation: Annotation, draw: Draw) => Promise<unknown>): Act =>
  async (store, draw) => {
    const annotation = one(await store.database.annotations.toArray(), draw);
    if (annotation !== undefined) await act(store, annotation, draw);
  };

const reattach = (isAdjusted: boolean) =>
  onAnnotation((store, { id }, draw) => {
    const place = { address: null, source: addressAt(draw(4)), ...passageFrom(draw) };
    return reattachAnnotation(store, { commandId: anId(), id, ...place, isAdjusted });
  });

/** By the kind of the step that each makes. */
export const annotationCommands = {
  keep: [
    async (store, draw) => {
      const address = addressAt(draw(4));
      const draft = { ...passageFrom(draw), ...(await bodyFrom(store, draw)) };
      return keepAnnotation(store, { commandId: anId(), address, source: address, draft });
    },
    async (store, draw) => {
      const address = addressAt(draw(4));
      const { selectors, article } = passageFrom(draw);
      const drafts = [await bodyFrom(store, draw), await bodyFrom(store, draw)].map((body) => ({
        ...body,
        selectors,
      }));
      return keepAnnotations(store, { commandId: anId(), address, source: address, drafts, article });
    },
  ],
  code: [
    onAnnotation(async (store, { id }, draw) => {
      const edit = { codeIds: await someIds(store.database.codes, draw), newCodes: [pathFrom(draw)] };
      return editAnnotation(store, { commandId: anId(), id, address: null, edit });
    }),
    async (store, draw) => {
      const { codes, annotations } = store.database;
      const edit = { giveIds: await someIds(codes, draw), takeIds: await someIds(codes, draw) };
      const ids = await someIds(annotations, draw);
      return editAnnotations(store, {
        commandId: anId(),
        ids,
        edit: { ...edit, newCodes: [pathFrom(draw)] },
      });
    },
  ],
  note: [
    onAnnotation((store, { id }, draw) =>
      editAnnotation(store, { commandId: anId(), id, address: null, edit: { note: `注${draw(3)}` } }),
    ),
    async (store, draw) => {
      const ids = await someIds(store.database.annotations, draw);
      return editAnnotations(store, { commandId: anId(), ids, edit: { addNote: `加${draw(3)}` } });
    },
  ],
  're-attach': [reattach(false)],
  'adjust-ends': [reattach(true)],
  'merge-annotations': [
    onAnnotation(async (store, { id, articleId, target: { source } }, draw) => {
      const others = await store.database.annotations.where('articleId').equals(articleId).primaryKeys();
      const ids = [id, ...some(others, draw)];
      return mergeAnnotations(store, {
        commandId: anId(),
        ids,
        address: null,
        source,
        draft: passageFrom(draw),
      });
    }),
  ],
  delete: [
    onAnnotation((store, { id }) => removeAnnotation(store, { commandId: anId(), id, address: null })),
    async (store, draw) => {
      const ids = await someIds(store.database.annotations, draw);
      return removeAnnotations(store, { commandId: anId(), ids });
    },
  ],
  restore: [
    onAnnotation((store, { id }) => restoreAnnotation(store, { commandId: anId(), id, address: null })),
    async (store, draw) => {
      const ids = await someIds(store.database.annotations, draw);
      return restoreAnnotations(store, { commandId: anId(), ids });
    },
  ],
  'empty-trash': [
    async (store, draw) => {
      const deleted = one(await trashed(store), draw)?.annotation.deleted ?? null;
      return emptyTrash(store, { commandId: anId(), before: draw(2) === 0 ? null : deleted });
    },
  ],
} as const satisfies Readonly<Record<string, readonly Act[]>>;
