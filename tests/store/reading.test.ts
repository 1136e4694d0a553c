/** An article is read with all that was kept of it, and with nothing of another. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingOf } from '../../core/reading/reading';
import { removeAnnotation } from '../../store/annotations';
import { importArchive } from '../../store/archive';
import { reading } from '../../store/reading';
import { anId, archives } from '../builders';
import { aDraft, address, aLibrary, keep } from './a-library';

test('of an article that is not there, nothing is read', async () => {
  const store = await aLibrary().open();
  expect(await reading(store, anId())).toBeNull();
});

test('an annotation stands in the text that was kept with it, until it goes to the trash', async () => {
  const store = await aLibrary().open();
  const { quote } = aDraft().selectors;
  const position = { start: 4, end: 8 };
  const { id, articleId } = await keep(store, { selectors: { quote, position, range: null } });
  const found = await reading(store, articleId);
  expect(found?.texts).toMatchObject([{ text: '全区经济稳中向好。', passages: [{ id, ...position }] }]);
  expect(found?.article).not.toHaveProperty('keys');
  await removeAnnotation(store, { commandId: anId(), id, address });
  expect(await reading(store, articleId)).toMatchObject({
    annotations: [],
    texts: [{ passages: [] }],
    apart: [],
  });
});

test('of any library each article is read as its records say', async () => {
  await fc.assert(
    fc.asyncProperty(archives, async (archive) => {
      const store = await aLibrary().open();
      await importArchive(store, anId(), archive);
      const { articles, annotations, snapshots } = store.database;
      const [kept, texts] = [await annotations.toArray(), await snapshots.toArray()];
      for (const { id } of await articles.toArray()) {
        const found = await reading(store, id);
        if (found === null) throw new Error('the article is there');
        const own = kept.filter(({ articleId, deleted }) => articleId === id && deleted === null);
        const named = new Set([found.article.snapshot, ...own.map(({ target }) => target.snapshot)]);
        const wanted = readingOf(
          found.article,
          own,
          texts.filter(({ sha256 }) => named.has(sha256)),
        );
        expect({ ...found, annotations: new Set(found.annotations) }).toEqual({
          ...wanted,
          annotations: new Set(own),
        });
      }
      store.database.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);
