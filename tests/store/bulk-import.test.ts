/** An import of any size is one step that is whole or absent, whatever ends it, and goes on from its file. */

import { IDBObjectStore } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Archive, parseArchive, serializeArchive } from '../../core/archive';
import { sliceArchive } from '../../core/slice-archive';
import { importArchive, planImport, readArchive } from '../../store/archive';
import { forgetImport, importFile, waitingImport } from '../../store/bulk-import';
import { annotationHistory } from '../../store/history';
import { checkIntegrity } from '../../store/integrity';
import type { Store } from '../../store/open-store';
import { nextUndoRedo, redo, undo } from '../../store/undo';
import { aCode, anAnnotation, anArchive, anArticle, anId, archives, aSnapshot, aVariable } from '../builders';
import { aLibrary, contents, keep, records } from './a-library';
import { expectInStep } from './in-step';

vi.setConfig({ testTimeout: 120_000 });
afterEach(() => vi.restoreAllMocks());

/** Of 1,700 annotations: one article has most of them, many have one, some none. */
function aLargeArchive(): Archive {
  const text = aSnapshot();
  const codes = [aCode({ name: '甲' }), aCode({ name: '乙' })];
  const variables = [aVariable()];
  const articles = Array.from({ length: 560 }, (_, index) =>
    anArticle({
      addresses: [`https://news.example/${index}`],
      snapshot: index % 9 === 0 ? text.sha256 : null,
    }),
  );
  const annotations = Array.from({ length: 1_700 }, (_, index) =>
    anAnnotation({
      articleId: articles[index < 1_200 ? 3 : index - 1_200]?.id ?? '',
      codeIds: codes.slice(index % 3).map(({ id }) => id),
      deleted: index % 50 === 0 ? '2026-03-01T08:00:00.000Z' : null,
    }),
  );
  return anArchive({ articles, annotations, codes, variables, snapshots: [text] });
}

const asText = async (store: Store) =>
  serializeArchive({ ...(await readArchive(store, 'everything')), exported: '' });

test('a large import is one step: undo takes all of it back, redo makes all of it again, and nothing else', async () => {
  const library = aLibrary();
  const store = await library.open();
  const { id } = await keep(store, { newCodes: ['甲'], note: '先' });
  const before = await records(store);
  const archive = aLargeArchive();
  const planned = await planImport(store, archive);
  const told = library.announcements.length;
  const seen: number[] = [];
  const done = await importArchive(store, anId(), archive, { progress: (count) => seen.push(count) });
  expect(done).toEqual(planned);
  expect(seen.at(-1)).toBe(1_700);
  expect(seen.length).toBeGreaterThan(4);
  expect(library.announcements).toHaveLength(told + 1);
  const after = await records(store);
  expect(after.annotations).toHaveLength(1_701);
  await expectInStep(store);
  expect(await nextUndoRedo(store)).toMatchObject({ undo: { kind: 'import', changes: [] }, redo: null });
  expect((await nextUndoRedo(store)).undo?.parts?.annotationCount).toBe(1_700);
  const [one] = archive.annotations;
  expect(await annotationHistory(store, one?.id ?? '')).toMatchObject([{ kind: 'import', isUndone: false }]);

  for (let round = 0; round < 2; round += 1) {
    expect(await undo(store, anId())).toMatchObject({ kind: 'import' });
    expect(await records(store)).toEqual(before);
    await expectInStep(store);
    expect(await annotationHistory(store, one?.id ?? '')).toMatchObject([{ isUndone: true }]);
    expect(await nextUndoRedo(store)).toMatchObject({ undo: { kind: 'keep' }, redo: { kind: 'import' } });
    expect(await redo(store, anId())).toMatchObject({ kind: 'import' });
    expect(await records(store)).toEqual(after);
    await expectInStep(store);
  }
  await undo(store, anId());
  await undo(store, anId());
  expect(await store.database.annotations.get(id)).toBeUndefined();
  expect(await nextUndoRedo(store)).toMatchObject({ undo: null, redo: { kind: 'keep' } });
});

test('asked twice with one command id it is imported once', async () => {
  const store = await aLibrary().open();
  const archive = aLargeArchive();
  const commandId = anId();
  await importArchive(store, commandId, archive);
  const after = await contents(store);
  await importArchive(store, commandId, archive);
  expect(await contents(store)).toEqual(after);
});

test('a library that comes in gives the same file when it goes out', async () => {
  const [source, target] = await Promise.all([aLibrary().open(), aLibrary().open()]);
  await importArchive(source, anId(), aLargeArchive());
  const file = await asText(source);
  await importArchive(
    target,
    anId(),
    parseArchive(file.replace('"exported": ""', '"exported": "2026-03-01T08:00:00.000Z"')),
  );
  expect(await asText(target)).toBe(file);
});

describe('whatever ends it', () => {
  const mutations = ['add', 'put', 'delete'] as const;

  /** Ends the transaction with the write of that number, as a kill does. */
  function endAt(number: number): () => number {
    let count = 0;
    for (const name of mutations) {
      const original = IDBObjectStore.prototype[name] as (this: IDBObjectStore, value: unknown) => IDBRequest;
      const broken = function (this: IDBObjectStore, value: unknown) {
        count += 1;
        const request = original.call(this, value);
        if (count === number) request.addEventListener('success', () => this.transaction.abort());
        return request;
      };
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(broken as never);
    }
    return () => count;
  }

  test('at any of many moments, nothing of it is there, and the next start has it go on from the file', async () => {
    const archive = aLargeArchive();
    const file = new Blob([serializeArchive(archive)]);
    const library = aLibrary();
    const store = await library.open();
    await keep(store);
    const before = await contents(store);
    const counted = endAt(0);
    const whole = await aLibrary().open();
    await keep(whole);
    await importArchive(whole, anId(), archive);
    const writes = counted();
    vi.restoreAllMocks();
    for (let moment = 1; moment <= 15; moment += 1) {
      // The first writes are those of the file itself.
      endAt(1 + Math.ceil((writes * moment) / 16));
      await expect(importArchive(store, anId(), archive)).rejects.toThrow();
      vi.restoreAllMocks();
      expect(await contents(store)).toEqual(before);
    }
    expect(await checkIntegrity(store, { signal: new AbortController().signal })).toEqual({
      segments: 0,
      counts: false,
    });

    // As a kill leaves it: the file is there, and nothing of what it holds.
    const commandId = anId();
    await store.database.meta.put({
      key: 'import',
      value: JSON.stringify({ commandId, fileName: '库.json', begun: '2026-03-01T08:00:00.000Z' }),
      file,
    });
    store.database.close();
    const next = await library.open();
    const waiting = await waitingImport(next);
    expect(waiting).toMatchObject({ commandId, fileName: '库.json' });
    if (waiting === null) return;
    await importFile(next, waiting, parseArchive(await waiting.file.text()));
    expect(await waitingImport(next)).toBeNull();
    expect((await records(next)).annotations).toHaveLength(1_701);
    await expectInStep(next);
  });

  test('cancelled by the reader at any slice, nothing of it is there and nothing waits', async () => {
    const store = await aLibrary().open();
    await keep(store);
    const before = await contents(store);
    const archive = aLargeArchive();
    for (let slice = 1; slice <= 5; slice += 1) {
      const controller = new AbortController();
      let seen = 0;
      const progress = () => {
        seen += 1;
        if (seen === slice) controller.abort();
      };
      const given = { commandId: anId(), fileName: 'x.json', file: new Blob(['']) };
      const importing = importFile(store, given, archive, { signal: controller.signal, progress });
      await expect(importing).rejects.toThrow(/abort/iu);
      expect(await contents(store)).toEqual(before);
      expect(await waitingImport(store)).toBeNull();
    }
  });

  test('after all was written, it does not wait any more; what is not wanted is forgotten', async () => {
    const store = await aLibrary().open();
    const commandId = anId();
    const value = JSON.stringify({ commandId, fileName: 'x.json', begun: '2026-03-01T08:00:00.000Z' });
    await importArchive(store, commandId, anArchive({ articles: [anArticle()] }));
    await store.database.meta.put({ key: 'import', value, file: new Blob(['{}']) });
    expect(await waitingImport(store)).toBeNull();
    expect(await store.database.meta.get('import')).toBeUndefined();
    const other = JSON.stringify({ commandId: anId(), fileName: 'x.json', begun: '' });
    await store.database.meta.put({ key: 'import', value: other, file: new Blob(['{}']) });
    expect(await waitingImport(store)).not.toBeNull();
    await forgetImport(store);
    expect(await waitingImport(store)).toBeNull();
  });
});

test('slices hold every record once, articles with their annotations, and every text before what names it', () => {
  const check = (archive: Archive) => {
    const slices = sliceArchive(archive);
    const texts = new Set<string>();
    const given = new Set(archive.snapshots.map(({ sha256 }) => sha256));
    for (const { articles, annotations, snapshots, codes, variables } of slices) {
      for (const { sha256 } of snapshots) texts.add(sha256);
      const ids = new Set(articles.map(({ id }) => id));
      expect(annotations.every(({ articleId }) => ids.has(articleId))).toBe(true);
      const named = [
        ...articles.map((one) => one.snapshot),
        ...annotations.map(({ target }) => target.snapshot),
      ];
      expect(named.every((digest) => digest === null || !given.has(digest) || texts.has(digest))).toBe(true);
      expect(codes).toEqual(archive.codes);
      expect(variables).toEqual(archive.variables);
      expect(annotations.length).toBeLessThanOrEqual(500);
    }
    const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
    expect(idsOf(slices.flatMap(({ annotations }) => annotations))).toEqual(idsOf(archive.annotations));
    expect([...new Set(idsOf(slices.flatMap(({ articles }) => articles)))]).toEqual(idsOf(archive.articles));
    expect(texts).toEqual(given);
  };
  check(aLargeArchive());
  fc.assert(fc.property(archives, check), { numRuns: 50 });
});
