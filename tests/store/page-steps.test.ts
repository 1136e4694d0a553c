/** A page takes back what was done to its own article, and learns of nothing else. */

import { expect, test } from 'vitest';
import { removeAnnotation } from '../../store/annotations';
import { colourCode } from '../../store/codes';
import { redoOnPage, undoOnPage } from '../../store/page-steps';
import { anId } from '../builders';
import { address, aLibrary, keep, records } from './a-library';

const elsewhere = 'https://news.example/2024/01/11/2.html';
const ask = (at = address) => ({ commandId: anId(), address: at });

test('where nothing was done there is nothing to take back', async () => {
  const store = await aLibrary().open();
  expect(await undoOnPage(store, ask())).toBe('none');
  expect(await redoOnPage(store, ask())).toBe('none');
});

test('what the page did last is taken back and done again, down to the empty library and up', async () => {
  const store = await aLibrary().open();
  const kept = await keep(store, { newCodes: ['主体/区委'] });
  await removeAnnotation(store, { commandId: anId(), id: kept.id, address });
  const full = await records(store);
  expect(await undoOnPage(store, ask())).toEqual({ kind: 'delete', count: 1 });
  expect(await undoOnPage(store, ask())).toEqual({ kind: 'keep', count: 1 });
  expect(await records(store)).toMatchObject({ articles: [], annotations: [], codes: [] });
  expect(await redoOnPage(store, ask())).toEqual({ kind: 'keep', count: 1 });
  expect(await redoOnPage(store, ask())).toEqual({ kind: 'delete', count: 1 });
  expect(await records(store)).toEqual(full);
});

test('a step on another article is left alone, although the page’s own stand below it', async () => {
  const store = await aLibrary().open();
  await keep(store);
  await keep(store, {}, elsewhere);
  const before = await records(store);
  expect(await undoOnPage(store, ask())).toBe('elsewhere');
  expect(await records(store)).toEqual(before);
  await undoOnPage(store, ask(elsewhere));
  expect(await redoOnPage(store, ask())).toBe('elsewhere');
});

test('a step of the codebook is the codebook’s', async () => {
  const store = await aLibrary().open();
  const { codeIds } = await keep(store, { newCodes: ['区委'] });
  await colourCode(store, { commandId: anId(), id: codeIds[0] ?? '', colour: 'pink' });
  expect(await undoOnPage(store, ask())).toBe('elsewhere');
});

test('asked again with the same id, it takes back one step only', async () => {
  const store = await aLibrary().open();
  await keep(store);
  await keep(store);
  const request = ask();
  await undoOnPage(store, request);
  await undoOnPage(store, request);
  expect(await store.database.annotations.count()).toBe(1);
});
