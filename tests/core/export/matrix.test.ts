/** The matrices count what the annotations say. */

import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { parse } from 'papaparse';
import { expect, it } from 'vitest';
import { archiveSource } from '../../../core/export/archive-source';
import { type MatrixChoice, matrixCsvExporter, matrixXlsxExporter } from '../../../core/export/matrix';
import { aCode, anAnnotation, anArchive, anArticle, archives, someMetadata } from '../../builders';
import { bytesOf, textOf } from './written';

const inOutlet = (outlet: string | null, day: string) =>
  anArticle({
    metadata: someMetadata({
      outlet: outlet === null ? null : { value: outlet, from: 'meta' },
      published: { value: day, from: 'meta', zoneAssumed: false },
    }),
  });
const articles = [
  inOutlet('静安报', '2024-01-01'),
  inOutlet('静安报', '2024-01-02'),
  inOutlet(null, '2024-01-03'),
];
const top = aCode({ name: '主体' });
const [below, unused] = [aCode({ name: '区委', parentId: top.id }), aCode({ name: '=1+1' })];
const given: [article: number, codeIds: string[]][] = [
  [0, [top.id]],
  [0, [top.id, below.id]],
  [1, [below.id]],
  [2, []],
];
const source = archiveSource(
  anArchive({
    articles,
    codes: [top, below, unused],
    annotations: given.map(([article, codeIds]) =>
      anAnnotation({ articleId: articles[article]?.id ?? '', codeIds }),
    ),
  }),
);

async function rows(choice: MatrixChoice, of = source): Promise<string[][]> {
  const csv = await textOf(matrixCsvExporter(choice, 'data'), of);
  return parse<string[]>(csv, { delimiter: ',', newline: '\n', skipEmptyLines: true }).data;
}

it('counts the annotations with each code in each article, those without any too', async () => {
  const [headings, ...counts] = await rows({ by: 'article', values: 'counts' });
  expect(headings).toEqual([
    'article_id',
    'canonical_url',
    'title',
    'outlet',
    'published_day',
    '=1+1',
    '主体',
    '主体/区委',
  ]);
  expect(counts.map((row) => row.slice(5))).toEqual([
    ['0', '2', '1'],
    ['0', '0', '1'],
    ['0', '0', '0'],
  ]);
});

it('or says whether there are any', async () => {
  const [, ...counts] = await rows({ by: 'article', values: 'presence' });
  expect(counts[0]?.slice(5)).toEqual(['0', '1', '1']);
});

it('adds the articles of an outlet up', async () => {
  expect(await rows({ by: 'outlet', values: 'counts' })).toEqual([
    ['outlet', 'articles', '=1+1', '主体', '主体/区委'],
    ['', '1', '0', '0', '0'],
    ['静安报', '2', '0', '2', '2'],
  ]);
});

it('has every coding once, by article and by outlet', async () => {
  await fc.assert(
    fc.asyncProperty(archives, async (archive) => {
      const of = archiveSource(archive);
      const codings = archive.annotations
        .filter(({ deleted }) => deleted === null)
        .reduce((sum, { codeIds }) => sum + codeIds.length, 0);
      for (const [by, facts] of [
        ['article', 5],
        ['outlet', 2],
      ] as const) {
        const [, ...counts] = await rows({ by, values: 'counts' }, of);
        expect(counts.flatMap((row) => row.slice(facts)).reduce((sum, cell) => sum + Number(cell), 0)).toBe(
          codings,
        );
      }
    }),
    { numRuns: 50 },
  );
});

it('is harmless in Excel, as CSV and as a workbook', async () => {
  const choice = { by: 'outlet', values: 'counts' } as const;
  expect(await textOf(matrixCsvExporter(choice, 'excel'), source)).toMatch(/^\uFEFFoutlet,articles,'=1\+1,/u);
  const zip = unzipSync(await bytesOf(matrixXlsxExporter(choice), source));
  const sheet = Buffer.from(zip['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('<c r="D3"><v>2</v></c>');
});
