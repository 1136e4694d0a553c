/** The chosen table is counted at once, and again when an annotation is kept. */

import { expect, test, vi } from 'vitest';
import { usualChoice } from '../../components/tables/tables-model';
import { followTable } from '../../entrypoints/library/follow-tables';
import { allCodes } from '../../store/codes';
import { createLibrarySearch } from '../../store/search';
import { aLibrary, keep } from '../store/a-library';

async function aSource() {
  const store = await aLibrary().open();
  await keep(store, { newCodes: ['主体'] });
  const asked = { query: [], codes: await allCodes(store) };
  return { store, search: createLibrarySearch(store), asked };
}

test('a table is counted, and counted anew after each change, until its signal', async () => {
  const { asked, ...source } = await aSource();
  const ending = new AbortController();
  const show = vi.fn<Parameters<typeof followTable>[3]['show']>();
  followTable(source, asked, usualChoice, { show, fail: expect.unreachable, signal: ending.signal });
  await vi.waitFor(() =>
    expect(show.mock.lastCall?.[0].table?.columns).toMatchObject([{ label: '主体', total: 1 }]),
  );
  await keep(source.store, { codeIds: asked.codes.map(({ id }) => id) });
  await vi.waitFor(() =>
    expect(show.mock.lastCall?.[0].table?.columns).toMatchObject([{ label: '主体', total: 2 }]),
  );
  ending.abort();
});

test('keywords are found where keywords are chosen', async () => {
  const { asked, ...source } = await aSource();
  const ending = new AbortController();
  const show = vi.fn<Parameters<typeof followTable>[3]['show']>();
  const choice = {
    ...usualChoice,
    kind: 'keywords' as const,
    keywords: { ...usualChoice.keywords, words: '稳中' },
  };
  followTable(source, asked, choice, { show, fail: expect.unreachable, signal: ending.signal });
  await vi.waitFor(() =>
    expect(show.mock.lastCall?.[0].keywords?.lines).toMatchObject([{ keyword: '稳中' }]),
  );
  ending.abort();
});
