/** What is exported of a library is what its archive in memory gives, in the same order. */

import { describe, expect, it } from 'vitest';
import { archiveSource } from '../../core/export/archive-source';
import type { ExportArticle, ExportSource } from '../../core/export/source';
import { narrowArchive } from '../../core/narrow-archive';
import { importArchive, readArchive } from '../../store/archive';
import { exportSource, wantedEverything, wantedIds } from '../../store/export-source';
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
  it('gives everything as an archive in memory does, with its trash, and the same when asked again', async () => {
    const store = await aFilledLibrary();
    const source = await exportSource(store, await wantedEverything(store));
    const archive = await readArchive(store, 'everything');
    expect(await told(source)).toEqual(await told(archiveSource(archive, { hasTrash: true })));
    expect(await articlesOf(source)).toEqual(await articlesOf(source));
    store.database.close();
  });

  it('gives chosen annotations as a narrowed archive does, and passes over those that are not there', async () => {
    const store = await aFilledLibrary();
    const archive = await readArchive(store, 'everything');
    const kept = archive.annotations.filter(({ deleted }) => deleted === null).map(({ id }) => id);
    const many = Array.from({ length: 600 }, anId);
    const source = await exportSource(store, await wantedIds(store, [...many, ...kept]));
    const narrow = archiveSource(narrowArchive(archive, new Set(kept)));
    expect(await articlesOf(source)).toEqual(await articlesOf(narrow));
    expect([source.articleCount, source.annotationCount]).toEqual([2, 2]);
    store.database.close();
  });

  it('names no code that was made since the export began', async () => {
    const store = await aFilledLibrary();
    const source = await exportSource(store, await wantedEverything(store));
    const { annotations } = await readArchive(store, 'everything');
    for (const { id } of annotations) await store.database.annotations.update(id, { codeIds: [anId()] });
    const given = (await articlesOf(source)).flatMap((one) => one.annotations);
    expect(given.map(({ codeIds }) => codeIds)).toEqual([[], [], [], []]);
    store.database.close();
  });
});
