import { describe, expect, it } from 'vitest';
import { readSavedSearches } from '../../core/saved-search';
import { removeSearch, savedSearches, saveSearch } from '../../store/saved-searches';
import { aLibrary } from './a-library';

describe('a search with a name', () => {
  it('is kept and forgotten, in the order of the names; a name has one search', async () => {
    const store = await aLibrary().open();
    expect(await savedSearches(store)).toEqual([]);
    await saveSearch(store, { name: '10 budget', view: 'q=budget' });
    await saveSearch(store, { name: '2 tax', view: 'q=tax' });
    await saveSearch(store, { name: '10 budget', view: 'q=code%3Abudget' });
    const saved = await savedSearches(store);
    expect(saved.map(({ name, view }) => [name, view])).toEqual([
      ['2 tax', 'q=tax'],
      ['10 budget', 'q=code%3Abudget'],
    ]);
    await removeSearch(store, saved[0]?.id ?? '');
    expect((await savedSearches(store)).map(({ name }) => name)).toEqual(['10 budget']);
    store.database.close();
  });

  it('is no step of the library', async () => {
    const store = await aLibrary().open();
    await saveSearch(store, { name: 'tax', view: 'q=tax' });
    expect(await store.database.operations.count()).toBe(0);
    store.database.close();
  });

  it('is none where what was kept is damaged', () => {
    expect(readSavedSearches('{"0":1}')).toEqual([]);
    expect(readSavedSearches('[{"name":1}]')).toEqual([]);
  });

  it('is not kept in a library that newer code has written', async () => {
    const store = { ...(await aLibrary().open()), readOnly: true };
    await expect(saveSearch(store, { name: 'tax', view: '' })).rejects.toMatchObject({
      name: 'NewerLibraryError',
    });
    store.database.close();
  });
});
