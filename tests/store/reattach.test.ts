/** Giving an annotation other words: the old ones stay in the history, and each position counts in the text that it names. */

import { expect, test } from 'vitest';
import type { Selectors } from '../../core/annotation';
import { reattachAnnotation, removeAnnotation } from '../../store/annotations';
import { readArchive } from '../../store/archive';
import { sha256 } from '../../store/digest';
import { NotYourAnnotationError, RecordNotFoundError } from '../../store/errors';
import { readFrozenText } from '../../store/frozen-text';
import type { Store } from '../../store/open-store';
import { redo, undo } from '../../store/undo';
import { anId, someMetadata } from '../builders';
import { address, aLibrary, contents, keep } from './a-library';

const filler = '全区经济稳中向好，各项指标符合预期，社会大局保持稳定，人民生活持续改善。'.repeat(3);
const first = `${filler}第一段：消费回暖。${filler}第二段：出口增长。${filler}`;
const edited = `更正。${filler}第一段：消费回升。${filler}第二段：出口增长。${filler}`;

/** The first `exact` in `text`, as a page describes it. */
function selectorsIn(text: string, exact: string): Selectors {
  const start = text.indexOf(exact);
  const end = start + exact.length;
  const quote = {
    exact,
    prefix: text.slice(Math.max(0, start - 64), start),
    suffix: text.slice(end, end + 64),
  };
  return { quote, position: { start, end }, range: null };
}

function articleOf(text: string | null) {
  return { metadata: someMetadata(), text };
}

function keepIn(store: Store, text: string, exact: string) {
  return keep(store, { selectors: selectorsIn(text, exact), article: articleOf(text), note: '见' });
}

function attach(store: Store, id: string, text: string | null, selectors: Selectors, commandId = anId()) {
  const source = `${address}?from=feed`;
  return reattachAnnotation(store, { commandId, id, address, source, selectors, article: articleOf(text) });
}

test('the annotation has the new words, their place in the text of now, and where they were chosen; all else stays', async () => {
  const store = await aLibrary().open();
  const kept = await keepIn(store, first, '消费回暖');
  const attached = await attach(store, kept.id, edited, selectorsIn(edited, '消费回升'));
  expect(attached).toEqual({
    ...kept,
    target: {
      ...selectorsIn(edited, '消费回升'),
      source: `${address}?from=feed`,
      snapshot: await sha256(edited),
    },
    modified: attached.modified,
  });
  expect(attached.modified > kept.modified).toBe(true);
  expect(await store.database.annotations.get(kept.id)).toEqual(attached);
});

test('undo brings the old words back and redo the new ones, each with its text, after a restart too', async () => {
  const library = aLibrary();
  let store = await library.open();
  const kept = await keepIn(store, first, '消费回暖');
  const attached = await attach(store, kept.id, edited, selectorsIn(edited, '消费回升'));
  const restart = async () => {
    store.database.close();
    store = await library.open();
  };
  await restart();
  expect(await undo(store, anId())).toMatchObject({ kind: 're-attach' });
  expect(await store.database.annotations.get(kept.id)).toEqual(kept);
  await restart();
  expect(await redo(store, anId())).toMatchObject({ kind: 're-attach' });
  expect(await store.database.annotations.get(kept.id)).toEqual(attached);
  expect(await store.database.snapshots.count()).toBe(2);
});

test('the operation tells of both places and of nothing else', async () => {
  const library = aLibrary();
  const store = await library.open();
  const kept = await keepIn(store, first, '消费回暖');
  const commandId = anId();
  const attached = await attach(store, kept.id, edited, selectorsIn(edited, '消费回升'), commandId);
  const operation = await store.database.operations.get(commandId);
  expect(operation).toMatchObject({ kind: 're-attach', undoes: null });
  expect(operation?.changes).toEqual([
    {
      table: 'annotations',
      id: kept.id,
      before: { target: kept.target, modified: kept.modified },
      after: { target: attached.target, modified: attached.modified },
    },
  ]);
  expect(library.announcements.at(-1)).toEqual({
    kind: 're-attach',
    articleIds: [kept.articleId],
    codebook: false,
  });
});

test('the same command does it once, whatever it says the second time', async () => {
  const store = await aLibrary().open();
  const kept = await keepIn(store, first, '消费回暖');
  const commandId = anId();
  const attached = await attach(store, kept.id, edited, selectorsIn(edited, '消费回升'), commandId);
  const after = await contents(store);
  expect(await attach(store, kept.id, edited, selectorsIn(edited, '出口增长'), commandId)).toEqual(attached);
  expect(await contents(store)).toEqual(after);
});

test('words that stand in a text that is kept store no further one', async () => {
  const store = await aLibrary().open();
  const kept = await keepIn(store, first, '消费回暖');
  const tail = `${first}\n更新：3 minutes ago`;
  const attached = await attach(store, kept.id, tail, selectorsIn(tail, '出口增长'));
  expect(attached.target.snapshot).toBe(kept.target.snapshot);
  expect(await store.database.snapshots.count()).toBe(1);
});

test('a position that the page’s own text contradicts is not stored, and the words are', async () => {
  const store = await aLibrary().open();
  const kept = await keepIn(store, first, '消费回暖');
  const selectors = { ...selectorsIn(edited, '消费回升'), position: { start: 0, end: 4 } };
  const attached = await attach(store, kept.id, edited, selectors);
  expect(attached.target).toMatchObject({
    quote: { exact: '消费回升' },
    position: null,
    snapshot: null,
  });
});

test('a page that was too large to send its text gives the words a place without a text', async () => {
  const store = await aLibrary().open();
  const kept = await keepIn(store, first, '消费回暖');
  const attached = await attach(store, kept.id, null, selectorsIn(edited, '消费回升'));
  expect(attached.target).toMatchObject({
    position: selectorsIn(edited, '消费回升').position,
    snapshot: null,
  });
});

test('the same place once more writes nothing', async () => {
  const store = await aLibrary().open();
  const kept = await keepIn(store, first, '消费回暖');
  const attached = await attach(store, kept.id, edited, selectorsIn(edited, '消费回升'));
  const after = await contents(store);
  expect(await attach(store, kept.id, edited, selectorsIn(edited, '消费回升'))).toEqual(attached);
  expect(await contents(store)).toEqual(after);
});

test('a page cannot move an annotation of another article, nor one that does not exist', async () => {
  const store = await aLibrary().open();
  const elsewhere = await keep(store, {}, 'https://other.example/b.html');
  const before = await contents(store);
  const selectors = selectorsIn(edited, '消费回升');
  await expect(attach(store, elsewhere.id, edited, selectors)).rejects.toThrow(NotYourAnnotationError);
  await expect(attach(store, anId(), edited, selectors)).rejects.toThrow(RecordNotFoundError);
  expect(await contents(store)).toEqual(before);
});

test('one that was deleted meanwhile stays in the trash', async () => {
  const store = await aLibrary().open();
  const kept = await keepIn(store, first, '消费回暖');
  const { deleted } = await removeAnnotation(store, { commandId: anId(), id: kept.id, address });
  const attached = await attach(store, kept.id, edited, selectorsIn(edited, '消费回升'));
  expect(attached.deleted).toBe(deleted);
});

test('an archive takes out the text of the new place, and still that of the article', async () => {
  const store = await aLibrary().open();
  const kept = await keepIn(store, first, '消费回暖');
  await attach(store, kept.id, edited, selectorsIn(edited, '消费回升'));
  const { snapshots } = await readArchive(store, 'everything');
  expect(snapshots.map(({ text }) => text).sort()).toEqual([first, edited].sort());
});

test('what stood around the words is read from the text in which they were chosen, the old and the new', async () => {
  const store = await aLibrary().open();
  const kept = await keepIn(store, first, '消费回暖');
  const old = await readFrozenText(store, kept.id);
  expect(first).toContain(old.before + old.words + old.after);
  expect(old.before).toContain('第一段：');
  await attach(store, kept.id, edited, selectorsIn(edited, '消费回升'));
  const now = await readFrozenText(store, kept.id);
  expect(edited).toContain(now.before + now.words + now.after);
  await expect(readFrozenText(store, anId())).rejects.toThrow(RecordNotFoundError);
});

test('words that lay outside the article are shown with their own context', async () => {
  const store = await aLibrary().open();
  const quote = { exact: '相关阅读', prefix: '更多：', suffix: '（三）' };
  const kept = await keep(store, {
    selectors: { quote, position: null, range: null },
    article: articleOf(first),
  });
  expect(await readFrozenText(store, kept.id)).toMatchObject({
    before: '更多：',
    words: '相关阅读',
    after: '（三）',
  });
});
