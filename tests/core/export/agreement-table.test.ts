/** The table of agreement holds all that is needed to compute the figures again. */

import { parse } from 'papaparse';
import { expect, it } from 'vitest';
import { agreementExporter } from '../../../core/export/agreement-table';
import { archiveSource } from '../../../core/export/archive-source';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aTarget } from '../../builders';
import { someOptions, textOf } from './written';

const text = '😀一句。二句。';
const snapshot = aSnapshot({ text });
const [first, second] = [anArticle({ snapshot: snapshot.sha256 }), anArticle()];
const top = aCode({ name: '主体' });
const below = aCode({ name: '区委', parentId: top.id });
const coding = (articleId: string, exact: string, codeIds: string[], creator?: string) => {
  const start = text.indexOf(exact);
  const target = aTarget({
    quote: { exact, prefix: '', suffix: '' },
    position: start < 0 ? null : { start, end: start + exact.length },
    snapshot: start < 0 ? null : snapshot.sha256,
  });
  return anAnnotation({ articleId, codeIds, target, ...(creator !== undefined && { creator }) });
};
const source = archiveSource(
  anArchive({
    articles: [first, second],
    snapshots: [snapshot],
    codes: [top, below],
    annotations: [
      coding(first.id, '一句', [below.id, top.id], '甲'),
      coding(first.id, '二句', [top.id]),
      coding(first.id, '三句', [top.id]),
      coding(second.id, '一句', [top.id], '甲'),
    ],
  }),
);

async function rows(choice: Parameters<typeof agreementExporter>[0]): Promise<string[][]> {
  return parse<string[]>(await textOf(agreementExporter(choice), source), { skipEmptyLines: true }).data;
}

it('has a row for each code of each coder in each unit, and one for a coder who gave none', async () => {
  const unit = (number: number, ...place: string[]) => [
    `${first.id}/s${number}`,
    'sentence',
    first.id,
    ...place,
  ];
  expect(await rows({ kind: 'sentence', isReadByAll: false })).toEqual([
    ['unit_id', 'unit_kind', 'article_id', 'start_cp', 'end_cp', 'coder', 'code', 'value'],
    [...unit(1, '0', '4'), '我', '', '0'],
    [...unit(1, '0', '4'), '甲', '主体', '1'],
    [...unit(1, '0', '4'), '甲', '主体/区委', '1'],
    [...unit(2, '4', '7'), '我', '主体', '1'],
    [...unit(2, '4', '7'), '甲', '', '0'],
  ]);
});

it('counts an article without annotations of a coder as unread, or as read where all have read all', async () => {
  const inSecond = async (isReadByAll: boolean) =>
    (await rows({ kind: 'article', isReadByAll }))
      .filter(([unit]) => unit === second.id)
      .map((row) => row.slice(3));
  expect(await inSecond(false)).toEqual([['', '', '甲', '主体', '1']]);
  expect(await inSecond(true)).toEqual([
    ['', '', '我', '', '0'],
    ['', '', '甲', '主体', '1'],
  ]);
});

it('says how many annotations have no place in a unit', async () => {
  const losses = (kind: 'article' | 'sentence') =>
    agreementExporter({ kind, isReadByAll: true }).losses(source, someOptions);
  expect(await losses('sentence')).toEqual([{ what: 'lost-place', count: 2 }]);
  expect(await losses('article')).toEqual([]);
});
