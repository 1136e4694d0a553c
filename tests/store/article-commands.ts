/** Every command about articles and their variables, and imports, each acting on whatever is there. */

import * as fc from 'fast-check';
import type { Archive } from '../../core/archive';
import { variableKinds } from '../../core/variable';
import { importArchive, readArchive } from '../../store/archive';
import { correctMetadata, joinAddress, splitAddress } from '../../store/articles';
import { keepDecided } from '../../store/coders';
import type { Store } from '../../store/open-store';
import { allVariables, fillVariable, removeVariable, saveVariable } from '../../store/variables';
import { anId, archives } from '../builders';
import { type Act, addressAt, type Draw, names, one } from './draw';

const importable = fc.sample(archives, { numRuns: 12, seed: 5 });

const onArticle =
  (act: (store: Store, articleId: string, draw: Draw, addresses: string[]) => Promise<unknown>): Act =>
  async (store, draw) => {
    const article = one(await store.database.articles.toArray(), draw);
    if (article !== undefined) await act(store, article.id, draw, article.addresses);
  };

/** Some of the library as of another day: other names and notes, newer or older, under these ids or new ones. */
async function likeTheLibrary(store: Store, draw: Draw): Promise<Archive> {
  const archive = await readArchive(store, 'everything');
  const modified = `20${20 + draw(20)}-01-01T00:00:00.000Z`;
  const renew = draw(2) === 0;
  const idOf = (id: string) => (renew ? id.replace(/^0{8}/u, '11111111') : id);
  return {
    ...archive,
    articles: archive.articles.map((article) => ({ ...article, id: idOf(article.id), modified })),
    variables: archive.variables.map((variable) => ({ ...variable, id: idOf(variable.id), modified })),
    codes: archive.codes.map((code) => ({
      ...code,
      id: idOf(code.id),
      parentId: code.parentId === null ? null : idOf(code.parentId),
      definition: `义${draw(3)}`,
      modified,
    })),
    annotations: archive.annotations.map((annotation) => ({
      ...annotation,
      id: idOf(annotation.id),
      articleId: idOf(annotation.articleId),
      codeIds: annotation.codeIds.map(idOf),
      note: `外${draw(3)}`,
      modified,
    })),
  };
}

/** By the kind of the step that each makes. */
export const articleCommands = {
  'edit-variable': [
    async (store, draw) => {
      const id = draw(2) === 0 ? null : (one(await allVariables(store), draw)?.id ?? null);
      const kind = variableKinds[draw(variableKinds.length)] ?? 'text';
      const name = names[draw(names.length)] ?? '';
      return saveVariable(store, { commandId: anId(), id, name, kind, choices: ['1', '2'] });
    },
    async (store, draw) => {
      const variable = one(await allVariables(store), draw);
      if (variable !== undefined) await removeVariable(store, { commandId: anId(), id: variable.id });
    },
  ],
  'fill-variable': [
    onArticle(async (store, articleId, draw) => {
      const variable = one(await allVariables(store), draw);
      if (variable === undefined) return;
      const value = ['', '1', '2', '2024-01-10'][draw(4)] ?? '';
      await fillVariable(store, { commandId: anId(), articleId, variableId: variable.id, value });
    }),
  ],
  'correct-metadata': [
    onArticle((store, articleId, draw) => {
      const field = draw(2) === 0 ? 'title' : 'authors';
      const value = draw(3) === 0 ? null : `题${draw(5)}`;
      return correctMetadata(store, { commandId: anId(), articleId, field, value });
    }),
  ],
  'add-address': [
    onArticle((store, articleId, draw) =>
      joinAddress(store, { commandId: anId(), articleId, address: addressAt(4 + draw(40)) }),
    ),
  ],
  join: [
    onArticle(async (store, articleId, draw) => {
      const other = one(await store.database.articles.toArray(), draw);
      const address = other?.addresses[0] ?? addressAt(0);
      return joinAddress(store, { commandId: anId(), articleId, address });
    }),
  ],
  split: [
    onArticle((store, articleId, draw, addresses) =>
      splitAddress(store, { commandId: anId(), articleId, address: one(addresses, draw) ?? '' }),
    ),
  ],
  decide: [
    async (store, draw) => {
      const { archive } = await decidable(store, draw);
      return keepDecided(store, anId(), { archive, creator: '乙 + 甲', codeIds: null });
    },
  ],
  import: [
    async (store, draw) => {
      const archive = one(importable, draw);
      if (archive !== undefined) await importArchive(store, anId(), archive);
    },
    async (store, draw) => importArchive(store, anId(), await likeTheLibrary(store, draw)),
  ],
} as const satisfies Readonly<Record<string, readonly Act[]>>;

/** What is found there, as if it had been decided so. */
async function decidable(store: Store, draw: Draw): Promise<{ archive: Archive }> {
  const archive = await likeTheLibrary(store, draw);
  const annotations = archive.annotations
    .filter(({ creator }) => creator === undefined)
    .map((annotation) => ({ ...annotation, id: anId(), creator: '乙 + 甲', deleted: null }));
  return { archive: { ...archive, annotations } };
}
