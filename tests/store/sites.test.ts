import { expect, it } from 'vitest';
import { pageLibrary } from '../../store/read';
import { hidePaint, isPaintHidden } from '../../store/sites';
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
