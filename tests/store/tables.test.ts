/** Each table counts what a plain look at every record counts, and each number opens just what it has counted. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../core/query/parse-query';
import { firstDay } from '../../core/query/query-date';
import { foldForSearch } from '../../core/search';
import { type CrossTable, cellSearch, countAt } from '../../core/tables/cross-table';
import type { CountWish } from '../../core/tables/table-wish';
import { importArchive } from '../../store/archive';
import type { Store } from '../../store/open-store';
import { type Asked, createLibrarySearch } from '../../store/search';
import { countTable } from '../../store/tables';
import { anAnnotation, anArchive, anArticle, anId, archives, aSnapshot, aTarget } from '../builders';
import { anyAnnotation, anyArticle, codebook } from '../core/query/any-query';
import { aLibrary } from './a-library';
import { cellsOf, naiveCells, naivePairs, type Records, readRecords } from './naive-tables';

const { signal } = new AbortController();

function asked(codes: Asked['codes'], text = ''): Asked {
  return { query: parseQuery(text), codes, signal };
}

async function count(store: Store, wish: CountWish, records: Records): Promise<CrossTable> {
  return countTable({ store, search: createLibrarySearch(store) }, asked(records.codes), wish);
}

function dayOf(published: string | undefined): string {
  const day = firstDay(published ?? '');
  return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) || !/^\d{4}-\d\d-\d\d$/u.test(day) ? '' : day;
}

test.each([true, false])(
  'every table of any library is a plain count over its records, rolled up: %s',
  async (isRolledUp) => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const store = await aLibrary().open();
        await importArchive(store, anId(), archive);
        const records = await readRecords(store);
        const cells = async (wish: CountWish) => cellsOf(await count(store, wish, records));
        expect(await cells({ kind: 'article', isRolledUp })).toEqual(
          naiveCells(records, (article) => article?.id ?? '', isRolledUp),
        );
        expect(await cells({ kind: 'outlet', isRolledUp })).toEqual(
          naiveCells(records, (article) => foldForSearch(article?.metadata.outlet?.value ?? ''), isRolledUp),
        );
        for (const [unit, length] of [
          ['day', 10],
          ['month', 7],
          ['year', 4],
        ] as const) {
          expect(await cells({ kind: 'time', unit, isRolledUp })).toEqual(
            naiveCells(
              records,
              (article) => dayOf(article?.metadata.published?.value).slice(0, length),
              isRolledUp,
            ),
          );
        }
        for (const within of ['annotation', 'words', 'article'] as const) {
          expect(await cells({ kind: 'pairs', within, isRolledUp })).toEqual(
            naivePairs(records, within, isRolledUp),
          );
        }
        store.database.close();
      }),
      { numRuns: 60 },
    );
  },
  120_000,
);

/** Where two codes, or two outlets, cannot be told apart by name, a query means both: here they can. */
const libraries = fc.array(fc.tuple(anyArticle, fc.array(anyAnnotation, { maxLength: 8 })), { maxLength: 4 });

test('each number opens as many annotations as it has counted', async () => {
  await fc.assert(
    fc.asyncProperty(libraries, fc.boolean(), async (given, isRolledUp) => {
      const store = await aLibrary().open();
      const articles = given.map(([article]) => ({
        ...article,
        addresses: [`https://x.example/${article.id}`],
      }));
      const annotations = given.flatMap(([{ id }, own]) => own.map((one) => ({ ...one, articleId: id })));
      await importArchive(store, anId(), anArchive({ codes: [...codebook], articles, annotations }));
      const search = createLibrarySearch(store);
      const wishes: CountWish[] = [
        { kind: 'article', isRolledUp },
        { kind: 'outlet', isRolledUp },
        { kind: 'time', unit: 'month', isRolledUp },
        { kind: 'pairs', within: 'annotation', isRolledUp },
      ];
      const base = parseQuery('-经济');
      for (const wish of wishes) {
        const table = await countTable({ store, search }, { ...asked(codebook), query: base }, wish);
        for (const [row, { key }] of table.rows.entries()) {
          for (const column of table.columns.keys()) {
            const text = cellSearch(table, base, row, column);
            if (key === '') expect(text).toBeNull();
            else
              expect((await search.newest(asked(codebook, text ?? '"?"'), 100)).total).toBe(
                countAt(table, row, column),
              );
          }
        }
      }
      store.database.close();
    }),
    { numRuns: 25 },
  );
}, 120_000);

const text = aSnapshot({ text: '全区经济稳中向好，各项指标符合预期。' });
const article = anArticle({ snapshot: text.sha256 });

function over(start: number, end: number, codeIds: string[]) {
  const target = aTarget({
    quote: { exact: text.text.slice(start, end), prefix: '', suffix: '' },
    position: { start, end },
    snapshot: text.sha256,
  });
  return anAnnotation({ articleId: article.id, target, codeIds });
}

test('a number of overlaps opens the annotations that overlap, one of articles those with the code of its row in them', async () => {
  const [top, , , economy] = codebook.map(({ id }) => id);
  if (top === undefined || economy === undefined) throw new Error('too few codes');
  const annotations = [over(0, 6, [top]), over(4, 8, [economy]), over(9, 12, [economy])];
  const store = await aLibrary().open();
  await importArchive(
    store,
    anId(),
    anArchive({ codes: [...codebook], articles: [article], snapshots: [text], annotations }),
  );
  const search = createLibrarySearch(store);
  const opened = async (within: 'words' | 'article', row: string, column: string) => {
    const table = await countTable({ store, search }, asked(codebook), {
      kind: 'pairs',
      within,
      isRolledUp: true,
    });
    const at = (key: string) => table.columns.findIndex((item) => item.key === key);
    const query = cellSearch(table, [], at(row), at(column)) ?? '';
    const found = await search.newest(asked(codebook, query), 10);
    return [countAt(table, at(row), at(column)), found.shown.map(({ id }) => id).sort()];
  };
  const ids = annotations.map(({ id }) => id);
  expect(await opened('words', top, economy)).toEqual([1, ids.slice(0, 2).sort()]);
  expect(await opened('article', top, economy)).toEqual([1, ids.slice(0, 1)]);
  expect(await opened('article', economy, top)).toEqual([1, ids.slice(1).sort()]);
});

test('a table ends with its signal', async () => {
  const store = await aLibrary().open();
  const ending = AbortSignal.abort(new Error('enough'));
  const source = { store, search: createLibrarySearch(store) };
  const wanted = { ...asked(codebook), signal: ending };
  await expect(countTable(source, wanted, { kind: 'article', isRolledUp: true })).rejects.toThrow('enough');
});
