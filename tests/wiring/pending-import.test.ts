/** An import that was confirmed tells how far it is, and stops when the reader says so. */

import { expect, test, vi } from 'vitest';
import { serializeArchive } from '../../core/archive';
import { waitingImport } from '../../store/bulk-import';
import { createAttempt, noOutcome, type Outcome } from '../../wiring/attempt';
import { importActions } from '../../wiring/pending-import';
import { anAnnotation, anArchive, anArticle } from '../builders';
import { aLibrary } from '../store/a-library';

const article = anArticle();
const annotations = Array.from({ length: 1_300 }, () => anAnnotation({ articleId: article.id }));
const file = new File([serializeArchive(anArchive({ articles: [article], annotations }))], 'library.json');

async function waiting() {
  const store = await aLibrary().open();
  let outcome: Outcome = noOutcome;
  const seen: number[] = [];
  const listeners: (() => void)[] = [];
  const show = (change: Partial<Outcome>) => {
    outcome = { ...outcome, ...change };
    const done = outcome.importReport?.written?.done;
    if (done !== undefined) seen.push(done);
    for (const listener of listeners) listener();
  };
  const attempt = createAttempt({ outcome: () => outcome, show });
  const actions = importActions({ store, attempt, show });
  actions.readImport(file);
  await vi.waitFor(() => expect(outcome.importReport).toMatchObject({ added: 1_300 }), 20_000);
  return { store, actions, seen, listeners, outcome: () => outcome };
}

test('it tells after each slice how many are written, and then that all are', async () => {
  const { actions, outcome, seen, store } = await waiting();
  actions.confirmImport();
  await vi.waitFor(() => expect(outcome().status).toMatchObject({ kind: 'imported', count: 1_300 }), 20_000);
  expect(seen).toEqual([0, 500, 1_000, 1_300]);
  expect(outcome().importReport).toBeNull();
  expect(await store.database.annotations.count()).toBe(1_300);
});

test('cancelled in the middle, nothing is written, nothing waits, and there is no complaint', async () => {
  const { actions, outcome, seen, listeners, store } = await waiting();
  let isCancelled = false;
  listeners.push(() => {
    if (isCancelled || seen.at(-1) !== 500) return;
    isCancelled = true;
    actions.cancelImport();
  });
  actions.confirmImport();
  await vi.waitFor(() => expect(outcome().importReport).toBeNull(), 20_000);
  expect(outcome()).toMatchObject({ status: null, problem: null });
  expect(await store.database.annotations.count()).toBe(0);
  expect(await store.database.operations.count()).toBe(0);
  expect(await waitingImport(store)).toBeNull();
});
