/** What is exported of a library is what its archive in memory gives, in the same order. */

import { describe, expect, it } from 'vitest';
import { archiveSource } from '../../core/export/archive-source';
import type { ExportArticle, ExportSource } from '../../core/export/source';
import { importArchive, readArchive } from '../../store/archive';
import { exportSource } from '../../store/export-source';
import type { Store } from '../../store/open-store';
import {
  aCode,
  anAnnotation,
  anArchive,
  anArticle,
  anId,
  aSnapshot,
  aTarget,
  someMetadata,
} from '../builders';
import { aLibrary } from './a-library';

async function articlesOf(source: ExportSource): Promise<ExportArticle[]> {
  const all: ExportArticle[] = [];
  for await (const one of source.articles()) all.push(one);
  return all;
}

async function told(source: ExportSource) {
  const { articleCount, annotationCount, codes, variables } = source;
  return { articleCount, annotationCount, codes, variables, articles: await articlesOf(source) };
}

/** Three articles, of which one has only annotations in the trash, and one none. */
async function aFilledLibrary(): Promise<Store> {
  const store = await aLibrary().open();
  const snapshot = aSnapshot({ text: '全区经济稳中向好。' });
  const code = aCode();
  const titles = ['乙', '甲', '丙', '丁'];
  const articles = titles.map((title, index) =>
    anArticle({
      addresses: [`https://news.example/${index}.html`],
      snapshot: index === 0 ? snapshot.sha256 : null,
      metadata: someMetadata({
        title: { value: title, from: 'heading' },
        ...(index === 2 && { published: null }),
      }),
    }),
  );
  const ids = articles.map(({ id }) => id);
  const target = aTarget({ position: { start: 4, end: 8 }, snapshot: snapshot.sha256 });
  const annotations = [
    anAnnotation({ articleId: ids[0] ?? '', target, codeIds: [code.id] }),
    anAnnotation({ articleId: ids[0] ?? '', deleted: '2026-03-02T08:00:00.000Z' }),
    anAnnotation({ articleId: ids[2] ?? '' }),
    anAnnotation({ articleId: ids[1] ?? '', deleted: '2026-03-02T08:00:00.000Z' }),
  ];
  await importArchive(
    store,
    anId(),
    anArchive({ articles, annotations, codes: [code], snapshots: [snapshot] }),
  );
  return store;
}

describe('exportSource', () => {
  it.each([
    [false, true],
    [false, false],
    [true, true],
    [true, false],
  ])(
    'gives everything as an archive in memory does, with its trash: %s, with texts: %s',
    async (hasTrash, hasTexts) => {
      const store = await aFilledLibrary();
      const archive = await readArchive(store, 'everything');
      const source = await exportSource(store, { scope: 'everything', hasTrash, hasTexts });
      expect(await told(source)).toEqual(await told(archiveSource(archive, { hasTrash, hasTexts })));
      expect(await articlesOf(source)).toEqual(await articlesOf(source));
      store.database.close();
    },
  );

  it('gives chosen annotations, and one article', async () => {
    const store = await aFilledLibrary();
    const archive = await readArchive(store, 'everything');
    const kept = archive.annotations.filter(({ deleted }) => deleted === null);
    const [first] = kept;
    const chosen = await exportSource(store, { scope: { annotationIds: [first?.id ?? '', anId()] } });
    const narrow = archiveSource({ ...archive, annotations: first === undefined ? [] : [first] });
    expect(await articlesOf(chosen)).toEqual(await articlesOf(narrow));
    expect([chosen.articleCount, chosen.annotationCount]).toEqual([1, 1]);
    const one = await exportSource(store, { scope: { articleId: first?.articleId ?? '' } });
    expect((await articlesOf(one)).map(({ annotations }) => annotations)).toEqual([[first]]);
    store.database.close();
  });

  it('gives chosen annotations from the trash where that is wanted', async () => {
    const store = await aFilledLibrary();
    const { annotations } = await readArchive(store, 'everything');
    const annotationIds = annotations.filter(({ deleted }) => deleted !== null).map(({ id }) => id);
    const kept = await exportSource(store, { scope: { annotationIds } });
    const trash = await exportSource(store, { scope: { annotationIds }, hasTrash: true });
    expect([kept.annotationCount, kept.articleCount, trash.annotationCount, trash.articleCount]).toEqual([
      0, 0, 2, 2,
    ]);
    expect((await articlesOf(trash)).flatMap((one) => one.annotations)).toHaveLength(2);
    store.database.close();
  });

  it('names no code that was made since the export began, and says when an article is not there', async () => {
    const store = await aFilledLibrary();
    const source = await exportSource(store, { scope: 'everything' });
    const [annotation] = (await readArchive(store, 'everything')).annotations;
    await store.database.annotations.update(annotation?.id ?? '', { codeIds: [anId()] });
    for (const { annotations } of await articlesOf(source)) {
      for (const { codeIds } of annotations)
        expect(codeIds.filter((id) => !source.codes.some((code) => code.id === id))).toEqual([]);
    }
    await expect(exportSource(store, { scope: { articleId: anId() } })).rejects.toThrow('there is no record');
    store.database.close();
  });

  it('gives articles that are read ahead each once, in order, and says where reading failed when their turn comes', async () => {
    const store = await aLibrary().open();
    const articles = Array.from({ length: 85 }, (_, index) =>
      anArticle({
        addresses: [`https://news.example/${index}.html`],
        metadata: someMetadata({ title: { value: `题 ${(index * 7) % 85}`.padStart(6), from: 'heading' } }),
      }),
    );
    const annotations = articles.map(({ id }) => anAnnotation({ articleId: id }));
    await importArchive(store, anId(), anArchive({ articles, annotations }));
    const archive = await readArchive(store, 'everything');
    const source = await exportSource(store, { scope: 'everything' });
    expect(await articlesOf(source)).toEqual(await articlesOf(archiveSource(archive)));

    const reading = source.articles()[Symbol.asyncIterator]();
    expect((await reading.next()).done).toBe(false);
    store.database.close();
    const rest = async () => {
      while ((await reading.next()).done !== true);
    };
    await expect(rest()).rejects.toThrow();
  });
});
