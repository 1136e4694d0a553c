/** A backup holds everything: after a wipe it gives back the same library, and it is made when its time has come. */

import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parseArchive, readArchiveFile, serializeArchive } from '../../core/archive';
import { BackupNotSavedError } from '../../core/backup';
import { importArchive, readArchive } from '../../store/archive';
import { backUp, backUpIfDue, backupState, chooseBackup, makeBackup } from '../../store/backup';
import { allChoices } from '../../store/choices';
import type { Store } from '../../store/open-store';
import { changeSettings, settings } from '../../store/settings';
import { hidePaint, setSiteRule } from '../../store/sites';
import { anArchive, anId, archives } from '../builders';
import { aLibrary, keep } from './a-library';
import { expectInStep } from './in-step';

async function digestOf(store: Store): Promise<string> {
  const archive = await readArchive(store, 'everything');
  const all = serializeArchive({ ...archive, exported: '', choices: await allChoices(store) });
  return createHash('sha256').update(all).digest('hex');
}

const choices = fc.record({
  isCodebookLocked: fc.boolean(),
  key: fc.constantFrom('k', 'Alt+s', null),
  hidden: fc.boolean(),
  rule: fc.constantFrom('always', 'never', 'articles'),
  search: fc.option(fc.string(), { nil: null }),
});

test('backup, wipe, restore: 200 random libraries are the same by digest, with trash and settings', async () => {
  await fc.assert(
    fc.asyncProperty(archives, choices, async (given, chosen) => {
      const store = await aLibrary().open();
      await importArchive(store, anId(), given);
      const { isCodebookLocked, key, hidden, rule, search } = chosen;
      await changeSettings(store, { isCodebookLocked, keys: key === null ? {} : { 'toolbar-keep': key } });
      await hidePaint(store, 'https://news.example/1', hidden);
      await setSiteRule(store, 'https://other.example/1', rule);
      if (search !== null) {
        await store.database.meta.put({ key: 'saved-searches', value: JSON.stringify([{ name: search }]) });
      }
      const { content } = await makeBackup(store);

      const wiped = await aLibrary().open();
      const { archive, bad } = readArchiveFile(await content.text());
      expect(bad).toEqual([]);
      await importArchive(wiped, anId(), archive);
      expect(await digestOf(wiped)).toBe(await digestOf(store));
      await expectInStep(wiped);
      for (const { database } of [store, wiped]) database.close();
    }),
    { numRuns: 200 },
  );
}, 300_000);

test('a restore changes no choice that the reader has made since, and takes nothing else for a choice', async () => {
  const store = await aLibrary().open();
  await changeSettings(store, { isCodebookLocked: true });
  await keep(store);
  const device = await store.database.meta.get('device');
  const foreign = {
    settings: '{"isCodebookLocked":false}',
    device: 'x',
    'in-use/1': 'x',
    'shown: https://a.example': 'never',
  };
  await importArchive(store, anId(), anArchive({ choices: foreign }));
  expect((await settings(store)).isCodebookLocked).toBe(true);
  expect(await store.database.meta.get('device')).toEqual(device);
  expect(Object.keys(await allChoices(store)).sort()).toEqual(['settings', 'shown: https://a.example']);
});

test('choices that are none do not spoil the records of a file', () => {
  const file =
    '{"format":"pressmark-archive","version":1,"exported":"2026-03-01T08:00:00.000Z","articles":[],"snapshots":[],"annotations":[],"codes":[],"choices":{"settings":7}}';
  expect(parseArchive(file).choices).toEqual({});
});

const hour = 3_600_000;

async function aUsedLibrary() {
  const store = await aLibrary().open();
  let time = Date.parse('2026-03-01T08:00:00Z');
  store.environment.now = () => time;
  await keep(store);
  const save = vi.fn(async () => {});
  return { store, save, pass: (hours: number) => (time += hours * hour) };
}

test('nothing is saved by itself until the reader asks for it', async () => {
  const { store, save } = await aUsedLibrary();
  expect(await backUpIfDue(store, save)).toBe(false);
  expect(save).not.toHaveBeenCalled();
});

test('a daily backup is made at the first start after a day, once, and only where something has changed', async () => {
  const { store, save, pass } = await aUsedLibrary();
  await chooseBackup(store, 'daily');
  expect(await backUpIfDue(store, save)).toBe(true);
  expect(await backupState(store)).toMatchObject({
    last: { at: '2026-03-01T08:00:00.000Z', fileName: 'Pressmark backup 2026-03-01.json' },
    failure: null,
  });
  await keep(store);
  expect(await backUpIfDue(store, save)).toBe(false);
  // Days in which the browser did not run: the one that was missed is made once.
  pass(24 * 5);
  expect(await backUpIfDue(store, save)).toBe(true);
  pass(24);
  expect(await backUpIfDue(store, save)).toBe(false);
  await keep(store);
  expect(await backUpIfDue(store, save)).toBe(true);
  await chooseBackup(store, 'weekly');
  await keep(store);
  pass(24 * 6);
  expect(await backUpIfDue(store, save)).toBe(false);
  pass(24);
  expect(await backUpIfDue(store, save)).toBe(true);
  expect(save).toHaveBeenCalledTimes(4);
});

test('one that failed is noted with its reason until one is saved, and tried again after an hour', async () => {
  const { store, save, pass } = await aUsedLibrary();
  await chooseBackup(store, 'daily');
  save.mockRejectedValueOnce(new BackupNotSavedError('permission', 'downloads are not allowed'));
  expect(await backUpIfDue(store, save)).toBe(false);
  expect((await backupState(store)).failure).toMatchObject({ why: 'permission' });
  expect((await backupState(store)).last).toBeNull();
  expect(await backUpIfDue(store, save)).toBe(false);
  expect(save).toHaveBeenCalledTimes(1);
  pass(1);
  save.mockRejectedValueOnce(new Error('FILE_NO_SPACE'));
  await expect(backUp(store, save)).rejects.toThrow('FILE_NO_SPACE');
  expect((await backupState(store)).failure).toMatchObject({
    why: 'not-saved',
    detail: 'Error: FILE_NO_SPACE',
  });
  pass(1);
  expect(await backUpIfDue(store, save)).toBe(true);
  expect((await backupState(store)).failure).toBeNull();
});
