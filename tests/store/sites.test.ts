import { expect, it } from 'vitest';
import { pageLibrary } from '../../store/read';
import { hidePaint, isPaintHidden, setSiteRule, siteRule } from '../../store/sites';
import { aLibrary } from './a-library';

const [here, there] = ['https://news.example/a', 'https://news.example/b?x=1'];

it('keeps for a whole site, and for no other, that it is to see no paint', async () => {
  const store = await aLibrary().open();
  expect(await isPaintHidden(store, here)).toBe(false);
  await hidePaint(store, here, true);
  expect(await isPaintHidden(store, there)).toBe(true);
  expect(await isPaintHidden(store, 'https://sub.news.example/a')).toBe(false);
  expect((await pageLibrary(store, there)).isPaintHidden).toBe(true);
  await hidePaint(store, there, false);
  expect((await pageLibrary(store, here)).isPaintHidden).toBe(false);
});

it('records no operation of it: there is nothing to undo or to export', async () => {
  const store = await aLibrary().open();
  await hidePaint(store, here, true);
  expect(await store.database.operations.count()).toBe(0);
});

it('keeps for a whole site, and for no other, where the reader wants Pressmark', async () => {
  const store = await aLibrary().open();
  expect(await siteRule(store, here)).toBe('articles');
  await setSiteRule(store, here, 'never');
  expect(await siteRule(store, new URL('/another', here).href)).toBe('never');
  expect(await siteRule(store, 'https://another.example/')).toBe('articles');
  await setSiteRule(store, here, 'always');
  expect(await siteRule(store, here)).toBe('always');
  await setSiteRule(store, here, 'articles');
  expect(await siteRule(store, here)).toBe('articles');
  expect(await siteRule(store, '')).toBe('articles');
});
