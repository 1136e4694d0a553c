/** The export of the current search holds what *Everything* lists, and no more. */

import { expect, it } from 'vitest';
import type { Annotation } from '../../core/annotation';
import { chosenArticles } from '../../entrypoints/sidepanel/chosen-articles';
import { type Facts, type FoundFacts, nothingKnown } from '../../entrypoints/sidepanel/facts';
import { followSearch } from '../../entrypoints/sidepanel/follow-library';
import { allCodes } from '../../store/codes';
import { createLibrarySearch } from '../../store/search';
import { aLibrary, keep } from '../store/a-library';

const options = { coder: '', hasTexts: false };

it.each([
  ['tax', '主体', ['taxes of a district']],
  ['tax', null, ['taxes of a district', 'no code, but tax']],
  ['', '主体', ['taxes of a district', 'syntax']],
  ['-district', null, ['syntax', 'no code, but tax']],
])('of %j with the code %j', async (search, filter, wanted) => {
  const store = await aLibrary().open();
  await keep(store, { note: 'taxes of a district', newCodes: ['主体/区委'] });
  await keep(store, { note: 'syntax', newCodes: ['主体'] }, 'https://news.example/other');
  await keep(store, { note: 'no code, but tax' });
  const codes = await allCodes(store);
  const codeFilter = codes.find(({ name }) => name === filter)?.id ?? null;
  const wish = { ...nothingKnown.wish, view: 'everything' as const, search, codeFilter };
  const ending = new AbortController();
  const found = await new Promise<FoundFacts>((show, fail) => {
    const { signal } = ending;
    followSearch({ store, search: createLibrarySearch(store) }, wish, { signal, show, fail });
  });
  ending.abort();
  expect(found.shown.map(({ note }) => note).sort()).toEqual(wanted.toSorted());
  const facts: Facts = { ...nothingKnown, wish, found, library: { ...nothingKnown.library, codes } };
  const source = await chosenArticles(store, facts, { format: 'archive', scope: 'search', options });
  const annotations: Annotation[] = [];
  for await (const article of source.articles()) annotations.push(...article.annotations);
  expect(new Set(annotations.map(({ id }) => id))).toEqual(new Set(found.shown.map(({ id }) => id)));
  store.database.close();
});
