/** Texts travel with the annotations that name them, and no import brings a position that its text does not confirm. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArchive, serializeArchive } from '../../core/archive';
import { importArchive, planImport, readArchive } from '../../store/archive';
import { sha256 } from '../../store/digest';
import type { Store } from '../../store/open-store';
import { anAnnotation, anArchive, anArticle, anId, archives, aSnapshot, aTarget } from '../builders';
import { aDraft, aLibrary, keep } from './a-library';

const texts = ['全区经济稳中向好。', '更正。全区经济稳中向好。'];

/** One article of which two texts were kept, beside another. */
async function anEditedArticle(): Promise<{ store: Store; articleId: string }> {
  const store = await aLibrary().open();
  let articleId = '';
  for (const text of texts) {
    const start = text.indexOf('稳中向好');
    const quote = { exact: '稳中向好', prefix: text.slice(0, start), suffix: '。' };
    const selectors = { quote, position: { start, end: start + 4 }, range: null };
    ({ articleId } = await keep(store, { selectors, article: { ...aDraft().article, text } }));
  }
  await keep(
    store,
    { article: { ...aDraft().article, text: '别的文章。稳中向好。' } },
    'https://news.example/2',
  );
  return { store, articleId };
}

test('the archive of everything has every text that is named, and comes back equal', async () => {
  const { store } = await anEditedArticle();
  const archive = parseArchive(serializeArchive(await readArchive(store, 'everything')));
  expect(archive.snapshots).toHaveLength(3);
  const target = await aLibrary().open();
  await importArchive(target, anId(), archive);
  expect(await target.database.annotations.toArray()).toEqual(await store.database.annotations.toArray());
  expect(await target.database.snapshots.toArray()).toEqual(await store.database.snapshots.toArray());
});

test('the archive of one article has all texts that its annotations name, and no other', async () => {
  const { store, articleId } = await anEditedArticle();
  const { snapshots } = await readArchive(store, { articleId });
  expect(snapshots.map(({ text }) => text).sort()).toEqual([...texts].sort());
});

test('an annotation whose text says other words comes in without its position, also a second time', async () => {
  const snapshot = aSnapshot({ text: '全区经济稳中向好。' });
  const article = anArticle({ snapshot: snapshot.sha256 });
  const target = aTarget({ position: { start: 3, end: 7 }, snapshot: snapshot.sha256 });
  const annotation = anAnnotation({ articleId: article.id, target });
  const archive = anArchive({ articles: [article], snapshots: [snapshot], annotations: [annotation] });
  const store = await aLibrary().open();
  await importArchive(store, anId(), archive);
  expect((await store.database.annotations.get(annotation.id))?.target).toEqual(aTarget());
  expect((await planImport(store, archive)).annotations).toMatchObject({ same: 1, changed: 0 });
});

test('an annotation is measured by the text of the library where the archive has none', async () => {
  const store = await aLibrary().open();
  await keep(store, { article: { ...aDraft().article, text: '全区经济稳中向好。' } });
  const digest = await sha256('全区经济稳中向好。');
  const article = anArticle({ addresses: ['https://news.example/3'], snapshot: digest });
  const place = (start: number) => aTarget({ position: { start, end: start + 4 }, snapshot: digest });
  const annotations = [4, 0].map((start) => anAnnotation({ articleId: article.id, target: place(start) }));
  await importArchive(store, anId(), anArchive({ articles: [article], annotations }));
  const ids = annotations.map(({ id }) => id);
  const stored = await store.database.annotations.bulkGet(ids);
  expect(stored.map((annotation) => annotation?.target)).toEqual([place(4), aTarget()]);
});

test('an annotation whose text is nowhere comes in as it is: quotes can travel without it', async () => {
  const article = anArticle({ snapshot: 'f'.repeat(64) });
  const target = aTarget({ position: { start: 4, end: 8 }, snapshot: 'f'.repeat(64) });
  const annotation = anAnnotation({ articleId: article.id, target });
  const store = await aLibrary().open();
  await importArchive(store, anId(), anArchive({ articles: [article], annotations: [annotation] }));
  expect(await store.database.annotations.get(annotation.id)).toEqual(annotation);
});

test('after any two imports every position cuts its quote out of the stored text that it names', async () => {
  await fc.assert(
    fc.asyncProperty(archives, archives, async (one, other) => {
      const store = await aLibrary().open();
      await importArchive(store, anId(), one);
      await importArchive(store, anId(), other);
      for (const { target } of await store.database.annotations.toArray()) {
        const text = (await store.database.snapshots.get(target.snapshot ?? ''))?.text;
        if (text === undefined || target.position === null) continue;
        expect(text.slice(target.position.start, target.position.end)).toBe(target.quote.exact);
      }
      store.database.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
