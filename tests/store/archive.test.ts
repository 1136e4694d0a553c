/** Out of one library and into another: equal, once, joined where both know the same thing, and undone in one step. */

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parseArchive, serializeArchive } from '../../core/archive';
import { nameKey } from '../../core/codebook/code-place';
import { editAnnotation, removeAnnotation } from '../../store/annotations';
import { importArchive, planImport, readArchive } from '../../store/archive';
import { renameCode } from '../../store/codes';
import type { Store } from '../../store/open-store';
import type { Tally } from '../../store/table-merge';
import { redo, undo } from '../../store/undo';
import { fillVariable, saveVariable } from '../../store/variables';
import { aCode, anAnnotation, anArchive, anArticle, anId, archives, aSnapshot } from '../builders';
import { address, aLibrary, contents, keep, records } from './a-library';

// Thousands of records in one test take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const tally = (over: Partial<Tally> = {}): Tally => ({ added: 0, changed: 0, same: 0, kept: 0, ...over });

async function aFullLibrary(): Promise<Store> {
  const store = await aLibrary().open();
  const { id } = await keep(store, { newCodes: ['主体/区委', '经济'], note: '甲' });
  await keep(store, { newCodes: ['主体/政府'] }, 'https://news.example/2');
  const trashed = await keep(store);
  await removeAnnotation(store, { commandId: anId(), id: trashed.id, address });
  await editAnnotation(store, { commandId: anId(), id, address, edit: { note: '乙' } });
  const year = { commandId: anId(), id: null, name: '年份', kind: 'number', choices: [] } as const;
  const { id: variableId } = await saveVariable(store, year);
  await fillVariable(store, { commandId: anId(), articleId: trashed.articleId, variableId, value: '2024' });
  return store;
}

test('a library that went out as a file and into an empty library is equal, with the trash', async () => {
  const source = await aFullLibrary();
  const archive = parseArchive(serializeArchive(await readArchive(source, 'everything')));
  const target = await aLibrary().open();
  const plan = await planImport(target, archive);
  expect(plan).toEqual({
    articles: tally({ added: 2 }),
    annotations: tally({ added: 3 }),
    codes: tally({ added: 4 }),
    variables: tally({ added: 1 }),
    bad: [],
  });
  expect(await importArchive(target, anId(), archive)).toEqual(plan);
  expect(await records(target)).toEqual(await records(source));
  expect(await target.database.snapshots.toArray()).toEqual(await source.database.snapshots.toArray());
});

test('a dry run writes nothing', async () => {
  const archive = await readArchive(await aFullLibrary(), 'everything');
  const target = await aLibrary().open();
  const before = await contents(target);
  await planImport(target, archive);
  expect(await contents(target)).toEqual(before);
});

test('importing the same archive again finds everything the same and writes no operation', async () => {
  const archive = await readArchive(await aFullLibrary(), 'everything');
  const target = await aLibrary().open();
  await importArchive(target, anId(), archive);
  const before = await contents(target);
  const again = await importArchive(target, anId(), archive);
  expect(again).toEqual({
    articles: tally({ same: 2 }),
    annotations: tally({ same: 3 }),
    codes: tally({ same: 4 }),
    variables: tally({ same: 1 }),
    bad: [],
  });
  expect(await contents(target)).toEqual(before);
});

test('an import is one operation, which undo takes back whole and redo does again', async () => {
  const archive = await readArchive(await aFullLibrary(), 'everything');
  const target = await aLibrary().open();
  await keep(target, { newCodes: ['经济'], note: '我的' });
  const before = await records(target);
  await importArchive(target, anId(), archive);
  const after = await records(target);
  expect(await undo(target, anId())).toMatchObject({ kind: 'import' });
  expect(await records(target)).toEqual(before);
  await redo(target, anId());
  expect(await records(target)).toEqual(after);
});

test('an article known under another id takes the annotations and the further addresses', async () => {
  const target = await aLibrary().open();
  const own = await keep(target);
  const mobile = 'https://m.news.example/1';
  const article = anArticle({ addresses: [mobile, address] });
  const annotation = anAnnotation({ articleId: article.id });
  const archive = anArchive({ articles: [article], annotations: [annotation] });
  const plan = await importArchive(target, anId(), archive);
  expect(plan).toMatchObject({ articles: tally({ changed: 1 }), annotations: tally({ added: 1 }) });
  expect(await target.database.articles.toArray()).toMatchObject([
    { id: own.articleId, addresses: [address, mobile] },
  ]);
  expect((await target.database.annotations.get(annotation.id))?.articleId).toBe(own.articleId);
});

test('an address stays with the article of the library that has it', async () => {
  const target = await aLibrary().open();
  const other = await keep(target, {}, 'https://news.example/2');
  const { articleId } = await keep(target);
  const own = await target.database.articles.get(articleId);
  const article = anArticle({ ...own, addresses: ['https://news.example/2', address] });
  await importArchive(target, anId(), anArchive({ articles: [article] }));
  expect((await target.database.articles.get(articleId))?.addresses).toEqual([address]);
  expect((await target.database.articles.get(other.articleId))?.addresses).toEqual([
    'https://news.example/2',
  ]);
});

test('two articles of the archive that share an address become one', async () => {
  const target = await aLibrary().open();
  const [first, second] = [
    anArticle(),
    anArticle({ addresses: [...anArticle().addresses, 'https://b.example/'] }),
  ];
  const annotation = anAnnotation({ articleId: second.id });
  const archive = anArchive({ articles: [first, second], annotations: [annotation] });
  await importArchive(target, anId(), archive);
  expect(await target.database.articles.toArray()).toMatchObject([
    { id: first.id, addresses: second.addresses },
  ]);
  expect(await target.database.annotations.toArray()).toMatchObject([{ articleId: first.id }]);
  expect(await planImport(target, archive)).toMatchObject({ articles: tally({ same: 2 }) });
});

test('a code of the same path is the same code, and the annotations follow', async () => {
  const target = await aLibrary().open();
  const [own = ''] = (await keep(target, { newCodes: ['主体/Party'] })).codeIds;
  const top = aCode({ name: '主体' });
  const below = aCode({ name: 'ＰＡＲＴＹ', parentId: top.id });
  const fresh = aCode({ name: '新', parentId: below.id });
  const article = anArticle();
  const annotation = anAnnotation({ articleId: article.id, codeIds: [below.id, fresh.id] });
  const archive = anArchive({ codes: [fresh, below, top], articles: [article], annotations: [annotation] });
  const plan = await importArchive(target, anId(), archive);
  expect(plan.codes).toEqual(tally({ same: 2, added: 1 }));
  expect((await target.database.annotations.get(annotation.id))?.codeIds).toEqual([own, fresh.id]);
  expect((await target.database.codes.get(fresh.id))?.parentId).toBe(own);
});

test('where both sides differ, the later change wins and the fields of neither are lost', async () => {
  const target = await aLibrary().open();
  const mine = await keep(target, { note: '库' });
  const theirs = await keep(target, { note: '库' });
  await target.database.table('annotations').update(theirs.id, { rating: 5 });
  const archive = await readArchive(target, 'everything');
  const older = { ...mine, note: '旧', modified: '2020-01-01T00:00:00.000Z' };
  const newer = { ...theirs, note: '新', modified: '2040-01-01T00:00:00.000Z', mood: 'good' };
  const plan = await importArchive(target, anId(), { ...archive, annotations: [older, newer] });
  expect(plan.annotations).toEqual(tally({ changed: 1, kept: 1 }));
  expect((await target.database.annotations.get(mine.id))?.note).toBe('库');
  expect(await target.database.annotations.get(theirs.id)).toEqual({ ...newer, rating: 5 });
});

test('a newer code is renamed, but not to the name of its neighbour', async () => {
  const target = await aLibrary().open();
  const [first = '', second = ''] = (await keep(target, { newCodes: ['甲', '乙'] })).codeIds;
  const archive = await readArchive(target, 'everything');
  const later = { modified: '2040-01-01T00:00:00.000Z' };
  const codes = archive.codes.map((code) =>
    code.id === first ? { ...code, ...later, name: '乙' } : { ...code, ...later, name: '丙' },
  );
  await importArchive(target, anId(), { ...archive, codes });
  const names = (await target.database.codes.bulkGet([first, second])).map((code) => code?.name);
  expect(new Set(names).size).toBe(2);
  expect(names[1]).toBe('丙');
});

test('a text that is not what its digest says is left out and named; its annotations come in', async () => {
  const target = await aLibrary().open();
  const forged = aSnapshot({ sha256: 'a'.repeat(64) });
  const article = anArticle({ snapshot: forged.sha256 });
  const annotation = anAnnotation({ articleId: article.id });
  const archive = anArchive({ articles: [article], snapshots: [forged], annotations: [annotation] });
  const plan = await importArchive(target, anId(), archive);
  expect(plan.bad).toEqual([
    { where: `snapshot ${forged.sha256}`, why: 'the text does not have this digest' },
  ]);
  expect(await target.database.snapshots.count()).toBe(0);
  expect(await target.database.annotations.count()).toBe(1);
});

test('the archive of one article has its text, its annotations, their codes and those above, and no more', async () => {
  const source = await aFullLibrary();
  const article = await source.database.articles.where('addresses').equals('https://news.example/2').first();
  const archive = await readArchive(source, { articleId: article?.id ?? '' });
  expect(archive.articles).toEqual([article]);
  expect(archive.annotations).toHaveLength(1);
  expect(archive.snapshots.map(({ sha256 }) => sha256)).toEqual([article?.snapshot]);
  expect(archive.codes.map(({ name }) => name).sort()).toEqual(['主体', '政府'].sort());
  await expect(readArchive(source, { articleId: anId() })).rejects.toThrow(
    expect.objectContaining({ name: 'RecordNotFoundError' }),
  );
});

test('a codebook nested five thousand levels deep comes in', async () => {
  const codes = [aCode()];
  for (let level = 1; level < 5_000; level += 1) codes.push(aCode({ parentId: codes.at(-1)?.id ?? null }));
  const target = await aLibrary().open();
  const plan = await importArchive(target, anId(), anArchive({ codes: codes.toReversed() }));
  expect(plan.codes).toEqual(tally({ added: 5_000 }));
});

test('any two archives come in whole, a second time change nothing, and undo in two steps', async () => {
  await fc.assert(
    fc.asyncProperty(archives, archives, async (one, other) => {
      const target = await aLibrary().open();
      const start = await records(target);
      await importArchive(target, anId(), one);
      await importArchive(target, anId(), other);
      const end = await records(target);
      const ids = new Set(end.annotations.map(({ id }) => id));
      for (const { id } of [...one.annotations, ...other.annotations]) expect(ids).toContain(id);
      const articleIds = new Set(end.articles.map(({ id }) => id));
      for (const { articleId } of end.annotations) expect(articleIds).toContain(articleId);
      const addresses = end.articles.flatMap((article) => [...new Set(article.addresses)]);
      expect(new Set(addresses).size).toBe(addresses.length);

      const names = new Set(end.variables.map(({ kind, name }) => `${kind}/${nameKey(name)}`));
      for (const { kind, name } of [...one.variables, ...other.variables]) {
        expect(names).toContain(`${kind}/${nameKey(name)}`);
      }
      const digits = end.codes.flatMap(({ shortcut }) => shortcut ?? []);
      expect(new Set(digits).size).toBe(digits.length);

      const operations = await target.database.operations.count();
      await importArchive(target, anId(), other);
      expect(await target.database.operations.count()).toBe(operations);
      while ((await undo(target, anId())) !== null);
      expect(await records(target)).toStrictEqual(start);
      target.database.close();
    }),
    { numRuns: 60 },
  );
});

test('a rename after the export is kept when the older archive comes back', async () => {
  const store = await aFullLibrary();
  const archive = await readArchive(store, 'everything');
  const [code] = archive.codes;
  await renameCode(store, { commandId: anId(), id: code?.id ?? '', name: '改名' });
  const plan = await importArchive(store, anId(), archive);
  expect(plan.codes).toEqual(tally({ same: 3, kept: 1 }));
});
