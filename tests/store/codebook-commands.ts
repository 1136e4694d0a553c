/** Every command about the codebook, each acting on whatever is there. */

import type { CodebookFile } from '../../core/codebook-file';
import { colours } from '../../core/colour';
import { importCodebook, libraryCodebook } from '../../store/codebook-file';
import {
  allCodes,
  archiveCode,
  colourCode,
  describeCode,
  moveCode,
  newCode,
  renameCode,
} from '../../store/codes';
import type { Store } from '../../store/open-store';
import { deleteCodes, mergeCodes, splitCode } from '../../store/recode';
import { anId } from '../builders';
import { type Act, type Draw, names, one, pathFrom, someIds } from './draw';

const onCode =
  (act: (store: Store, id: string, draw: Draw) => Promise<unknown>): Act =>
  async (store, draw) => {
    const code = one(await allCodes(store), draw);
    if (code !== undefined) await act(store, code.id, draw);
  };

async function codebookFrom(store: Store, draw: Draw): Promise<CodebookFile> {
  const { codes } = await libraryCodebook(store);
  const known = codes.map((code) => ({ ...code, definition: draw(2) === 0 ? null : `义${draw(3)}` }));
  const fresh = pathFrom(draw).split('/');
  return { codes: [...known, { id: null, path: fresh, colour: null, definition: null, examples: ['例'] }] };
}

/** By the kind of the step that each makes. */
export const codebookCommands = {
  'new-code': [(store, draw) => newCode(store, { commandId: anId(), path: pathFrom(draw) })],
  'rename-code': [
    onCode((store, id, draw) =>
      renameCode(store, { commandId: anId(), id, name: names[draw(names.length)] ?? '' }),
    ),
  ],
  'colour-code': [
    onCode((store, id, draw) =>
      colourCode(store, { commandId: anId(), id, colour: colours[draw(8)] ?? 'grey' }),
    ),
  ],
  'describe-code': [
    onCode((store, id, draw) => {
      const shortcut = draw(2) === 0 ? null : String(1 + draw(3));
      const examples = draw(2) === 0 ? [] : [`例${draw(3)}`];
      const said = draw(2) === 0 ? { shortcut } : { definition: `义${draw(3)}`, examples };
      return describeCode(store, { commandId: anId(), id, ...said });
    }),
  ],
  'move-code': [
    onCode(async (store, id, draw) => {
      const parent = draw(3) === 0 ? undefined : one(await allCodes(store), draw);
      return moveCode(store, { commandId: anId(), id, parentId: parent?.id ?? null });
    }),
  ],
  'archive-code': [
    onCode((store, id, draw) => archiveCode(store, { commandId: anId(), id, isArchived: draw(2) === 0 })),
  ],
  'merge-codes': [
    onCode(async (store, intoId, draw) => {
      const ids = await someIds(store.database.codes, draw);
      return mergeCodes(store, { commandId: anId(), ids, intoId });
    }),
  ],
  'split-code': [
    onCode(async (store, id, draw) => {
      const annotationIds = await someIds(store.database.annotations, draw);
      return splitCode(store, { commandId: anId(), id, annotationIds, path: pathFrom(draw) });
    }),
  ],
  'delete-code': [onCode((store, id) => deleteCodes(store, { commandId: anId(), ids: [id] }))],
  'import-codebook': [
    async (store, draw) =>
      importCodebook(store, { commandId: anId(), file: await codebookFrom(store, draw) }),
  ],
} as const satisfies Readonly<Record<string, readonly Act[]>>;
