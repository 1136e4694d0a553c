/** Several annotations kept at once, several made one, and an end moved. */

import { expect, test } from 'vitest';
import type { Selectors } from '../../core/annotation';
import {
  keepAnnotations,
  mergeAnnotations,
  reattachAnnotation,
  removeAnnotation,
} from '../../store/annotations';
import { articleAnnotations } from '../../store/read';
import { redo, undo } from '../../store/undo';
import { anId, someMetadata } from '../builders';
import { namesOn } from './a-codebook';
import { address, aLibrary, contents, keep, records } from './a-library';

const text = '督察、监督与督导并行，督察先行。';
const article = { metadata: someMetadata(), text };
const other = 'https://news.example/2';
const named = (name: string) => expect.objectContaining({ name });

function selectorsAt(start: number, end: number): Selectors {
  const quote = { exact: text.slice(start, end), prefix: text.slice(0, start), suffix: text.slice(end) };
  return { quote, position: { start, end }, range: null };
}

const draftAt = (start: number, newCodes: string[] = []) => ({
  selectors: selectorsAt(start, start + 2),
  codeIds: [],
  newCodes,
  note: '',
});

async function keepBoth() {
  const library = aLibrary();
  const store = await library.open();
  const drafts = [draftAt(11, ['制度/督察']), draftAt(0, ['制度/督察', '重复'])];
  const request = { commandId: anId(), address, source: address, drafts, article };
  return { library, store, request, kept: await keepAnnotations(store, request) };
}

test('every occurrence is kept as an annotation of its own, in the given order, in one step', async () => {
  const { library, store, request, kept } = await keepBoth();
  expect(kept.map(({ target }) => target.position?.start)).toEqual([11, 0]);
  expect(library.announcements.map(({ kind }) => kind)).toEqual(['keep']);
  expect(await store.database.articles.count()).toBe(1);
  expect(await store.database.snapshots.count()).toBe(1);
  expect(await store.database.codes.count()).toBe(3);
  expect(await namesOn(store, kept[1]?.id ?? '')).toEqual(['督察', '重复']);
  expect(await keepAnnotations(store, request)).toEqual(kept);
  const after = await records(store);
  await undo(store, anId());
  expect(await records(store)).toEqual({ articles: [], annotations: [], codes: [], variables: [] });
  expect(await keepAnnotations(store, request)).toEqual(kept);
  await redo(store, anId());
  expect(await records(store)).toStrictEqual(after);
});

test('where one of several cannot be kept, none is', async () => {
  const { store, request } = await keepBoth();
  const before = await contents(store);
  const drafts = [draftAt(0, ['新']), { ...draftAt(3), codeIds: [anId()] }];
  const kept = keepAnnotations(store, { ...request, commandId: anId(), drafts });
  await expect(kept).rejects.toThrow(named('RecordNotFoundError'));
  expect(await contents(store)).toEqual(before);
});

test('the first of several stands for all, with their codes and notes once, and the others are in the trash', async () => {
  const { store, kept } = await keepBoth();
  const [late, early] = kept.map(({ id }) => id);
  const third = await keep(store, {
    note: '备注',
    newCodes: ['重复'],
    article,
    selectors: selectorsAt(3, 5),
  });
  const fourth = await keep(store, { note: '备注', article });
  await removeAnnotation(store, { commandId: anId(), id: fourth.id, address });
  const before = await records(store);
  const ids = [early ?? '', late ?? '', third.id, fourth.id, third.id];
  const draft = { selectors: selectorsAt(0, 13), article };
  const request = { commandId: anId(), ids, address, source: `${address}#top`, draft };
  const merged = await mergeAnnotations(store, request);
  expect(merged).toMatchObject({
    id: early,
    note: '备注',
    target: {
      source: `${address}#top`,
      position: { start: 0, end: 13 },
      quote: { exact: text.slice(0, 13) },
    },
  });
  expect(await namesOn(store, merged.id)).toEqual(['督察', '重复']);
  expect((await articleAnnotations(store, merged.articleId)).map(({ id }) => id)).toEqual([early]);
  const trashedBefore = before.annotations.find(({ id }) => id === fourth.id)?.deleted;
  expect((await store.database.annotations.get(fourth.id))?.deleted).toBe(trashedBefore);
  expect(await mergeAnnotations(store, request)).toEqual(merged);
  const after = await records(store);
  expect(await undo(store, anId())).toMatchObject({ kind: 'merge-annotations' });
  expect(await records(store)).toStrictEqual(before);
  await redo(store, anId());
  expect(await records(store)).toStrictEqual(after);
});

test('what several have become is not in the trash, though the first of them was', async () => {
  const { store, kept } = await keepBoth();
  const ids = kept.map(({ id }) => id);
  await removeAnnotation(store, { commandId: anId(), id: ids[0] ?? '', address });
  const draft = { selectors: selectorsAt(0, 13), article };
  await mergeAnnotations(store, { commandId: anId(), ids, address, source: address, draft });
  const [first, second] = await store.database.annotations.bulkGet(ids);
  expect([first?.deleted, second?.deleted === null]).toEqual([null, false]);
});

test('annotations of two articles, of another page, or that are not there do not become one', async () => {
  const { store, kept } = await keepBoth();
  const [first = ''] = kept.map(({ id }) => id);
  const stranger = await keep(store, {}, other);
  const before = await contents(store);
  const draft = { selectors: selectorsAt(0, 5), article };
  const merge = (ids: string[], from: string | null) =>
    mergeAnnotations(store, { commandId: anId(), ids, address: from, source: address, draft });
  await expect(merge([first, stranger.id], null)).rejects.toThrow(named('OtherArticleError'));
  await expect(merge([first, stranger.id], address)).rejects.toThrow(named('NotYourAnnotationError'));
  await expect(merge([first, stranger.id], other)).rejects.toThrow(named('NotYourAnnotationError'));
  await expect(merge([first, anId()], address)).rejects.toThrow(named('RecordNotFoundError'));
  await expect(merge([], address)).rejects.toThrow(named('RecordNotFoundError'));
  expect(await contents(store)).toEqual(before);
});

test('a moved end is a step of its own name, with the place before and after', async () => {
  const { library, store, kept } = await keepBoth();
  const [annotation] = kept;
  const id = annotation?.id ?? '';
  const selectors = selectorsAt(11, 15);
  const request = { commandId: anId(), id, address, source: address, selectors, article, isAdjusted: true };
  const adjusted = await reattachAnnotation(store, request);
  expect(adjusted).toMatchObject({
    codeIds: annotation?.codeIds,
    target: { position: { start: 11, end: 15 } },
  });
  expect(adjusted.target.snapshot).toBe(annotation?.target.snapshot);
  expect(library.announcements.at(-1)?.kind).toBe('adjust-ends');
  expect(await undo(store, anId())).toMatchObject({ kind: 'adjust-ends' });
  expect(await store.database.annotations.get(id)).toStrictEqual(annotation);
});
