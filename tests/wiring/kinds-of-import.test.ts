/** What is chosen in the one field for files: of which kind it is, and what becomes of words that differ here and there. */

import { describe, expect, test } from 'vitest';
import { toCodebookCsv } from '../../core/codebook-file/codebook-csv';
import { toQdc } from '../../core/codebook-file/qdc';
import { editAnnotation } from '../../store/annotations';
import type { Store } from '../../store/open-store';
import { undo } from '../../store/undo';
import { pendingFile } from '../../wiring/pending-import';
import { readFile } from '../../wiring/read-file';
import { anId } from '../builders';
import { aLibrary, records } from '../store/a-library';

const code = { id: null, colour: 'green', definition: '谁', examples: [], isApplied: true } as const;
const codebook = {
  codes: [
    { ...code, path: ['主体'], examples: [] },
    { ...code, path: ['主体', '区委'], examples: [] },
  ],
};

async function takeIn(store: Store, content: string, name = 'file') {
  const pending = await pendingFile(store, new File([content], name));
  await pending.write(anId(), {});
  return pending.report;
}

describe('a codebook among the files for annotations', () => {
  test.each([
    ['REFI-QDA', toQdc(codebook, anId)],
    ['CSV of ours', toCodebookCsv(codebook)],
    ['CSV of Taguette', 'tag,description\n主体,谁\n主体/区委,谁\n'],
    ['CSV of QualCoder', '主体>>区委,谁\n'],
  ])('as %s is taken in as a codebook, as one step', async (_, content) => {
    const store = await aLibrary().open();
    expect(await takeIn(store, content)).toMatchObject({ isCodebook: true, added: 2, bad: [] });
    expect((await records(store)).codes.map(({ name }) => name).sort()).toEqual(['主体', '区委']);
    await undo(store, anId());
    expect((await records(store)).codes).toEqual([]);
  });

  test('is no backup, and that is said', async () => {
    const store = await aLibrary().open();
    const backup = readFile(store, 'codes.csv', new Blob(['tag,description\n主体,谁\n']));
    await expect(backup).rejects.toMatchObject({ fault: 'codebook', where: 'file' });
  });

  test.each([
    ['Highlight,Book Title,Tags\n好,书,框架\n'],
    ['[{"url":"https://a.example/","highlights":[]}]'],
    ['"tag"'],
  ])('is not what %j is', async (content) => {
    const store = await aLibrary().open();
    const outcome = await pendingFile(store, new File([content], 'file')).catch(() => null);
    expect(outcome?.report.isCodebook === true).toBe(content === '"tag"');
  });
});

const readwise = (note: string, tags: string, date = '') =>
  `Highlight,Book Title,Note,Tags,Highlighted at\n稳中向好,标题,${note},${tags},${date}\n`;

async function written(store: Store) {
  const { annotations, codes } = await records(store);
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  return annotations.map(({ note, codeIds }) => [note, ...codeIds.map((id) => names.get(id))]);
}

async function write(store: Store, note: string): Promise<void> {
  const [annotation] = await store.database.annotations.toArray();
  await editAnnotation(store, { commandId: anId(), id: annotation?.id ?? '', address: null, edit: { note } });
}

describe('a file that tells no times, taken in again', () => {
  test('leaves what was written here, adds what was written there, and the dry run says so', async () => {
    const store = await aLibrary().open();
    await takeIn(store, readwise('一', '框架'));
    await write(store, '一，改过');
    expect(await takeIn(store, readwise('二', '主体'))).toMatchObject({ undated: 1, kept: 0 });
    expect(await written(store)).toEqual([['一，改过\n\n二', '框架', '主体']]);
    await undo(store, anId());
    expect(await written(store)).toEqual([['一，改过', '框架']]);
  });

  test('changes nothing where the words are here already', async () => {
    const store = await aLibrary().open();
    await takeIn(store, readwise('一', '框架'));
    await write(store, '一，改过');
    const before = await records(store);
    expect(await takeIn(store, readwise('一', '框架'))).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect(await records(store)).toEqual(before);
  });
});

test('a file that is older than what was written here replaces nothing, and the dry run counts it', async () => {
  const store = await aLibrary().open();
  const older = '2020-05-01 10:00:00+00:00';
  await takeIn(store, readwise('一', '框架', older));
  await write(store, '一，改过');
  const report = await takeIn(store, readwise('二', '框架', older));
  expect(report).toMatchObject({ undated: 0, kept: 1, changed: 0 });
  expect(await written(store)).toEqual([['一，改过', '框架']]);
});
