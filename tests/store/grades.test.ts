/** What pages said last of the words of their annotations, as searches of the library ask for it. */

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Grade } from '../../core/annotation';
import { parseQuery } from '../../core/query/parse-query';
import { removeAnnotation } from '../../store/annotations';
import { readArchive } from '../../store/archive';
import { keepGrades } from '../../store/grades';
import type { Store } from '../../store/open-store';
import { createLibrarySearch, foundIds } from '../../store/search';
import { nextUndoRedo } from '../../store/undo';
import { anId } from '../builders';
import { address, aLibrary, keep, type TestLibrary } from './a-library';

let library: TestLibrary;
let store: Store;
beforeEach(async () => {
  library = aLibrary();
  store = await library.open();
});
afterEach(() => store.database.close());

const { signal } = new AbortController();
const found = (query: string) =>
  foundIds(createLibrarySearch(store).find({ query: parseQuery(query), codes: [], signal }));
const says = (...placements: [id: string, grade: Grade][]) =>
  keepGrades(
    store,
    address,
    placements.map(([id, grade]) => ({ id, grade })),
  );

it('are found by their grade, also by a search that was asked before and after a restart', async () => {
  const [one, other] = [await keep(store), await keep(store)];
  const search = createLibrarySearch(store);
  const lost = () => foundIds(search.find({ query: parseQuery('grade:lost'), codes: [], signal }));
  expect(await lost()).toEqual([]);
  await says([one.id, 'lost'], [other.id, 'exact']);
  expect(await lost()).toEqual([one.id]);
  expect(await found('grade:exact')).toEqual([other.id]);
  expect(await found('-grade:lost')).toEqual([other.id]);
  store.database.close();
  store = await library.open();
  expect(await found('grade:lost')).toEqual([one.id]);
});

it('stay as they were while a page is still looking, and change with what it says then', async () => {
  const { id } = await keep(store);
  await says([id, 'lost']);
  await says([id, 'pending']);
  expect(await found('grade:lost')).toEqual([id]);
  await says([id, 'moved']);
  expect(await found('grade:lost')).toEqual([]);
  expect(await found('grade:moved')).toEqual([id]);
});

it('are taken of a page for its own annotations alone', async () => {
  const [own, others] = [await keep(store), await keep(store, {}, 'https://other.example/a.html')];
  await says([own.id, 'lost'], [others.id, 'lost'], [anId(), 'lost']);
  expect(await found('grade:lost')).toEqual([own.id]);
});

it('are no step, no part of an archive, and no writing where nothing changed', async () => {
  const { id } = await keep(store);
  const [before, archive] = [await nextUndoRedo(store), await readArchive(store, 'everything')];
  await says([id, 'lost']);
  expect(await nextUndoRedo(store)).toEqual(before);
  expect({ ...(await readArchive(store, 'everything')), exported: archive.exported }).toEqual(archive);
  const entries = await store.database.meta.toArray();
  await says([id, 'lost']);
  expect(await store.database.meta.toArray()).toEqual(entries);
});

it('are asked of what is in the trash too', async () => {
  const { id } = await keep(store);
  await says([id, 'lost']);
  await removeAnnotation(store, { commandId: anId(), id, address });
  expect(await found('grade:lost')).toEqual([]);
  const search = createLibrarySearch(store);
  const asked = { query: parseQuery('grade:lost'), codes: [], isTrashed: true, signal };
  expect(await foundIds(search.find(asked))).toEqual([id]);
});
