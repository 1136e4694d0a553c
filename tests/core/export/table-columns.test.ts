/** What stands in the columns of the tables. */

import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../core/archive';
import { archiveSource } from '../../../core/export/archive-source';
import type { ExportOptions } from '../../../core/export/source';
import type { Cell, Table } from '../../../core/export/table';
import { annotationTable, articleTable, codebookTable } from '../../../core/export/tables';
import {
  aCode,
  anAnnotation,
  anArchive,
  anArticle,
  aSnapshot,
  aTarget,
  aVariable,
  someMetadata,
} from '../../builders';
import { someOptions } from './written';

async function recordsOf(table: Table): Promise<Record<string, Cell>[]> {
  const records: Record<string, Cell>[] = [];
  for await (const row of table.rows()) {
    records.push(Object.fromEntries(table.columns.map(({ name }, index) => [name, row[index] ?? null])));
  }
  return records;
}

const rowsOf = (archive: Archive, over: Partial<ExportOptions> = {}) =>
  recordsOf(annotationTable(archiveSource(archive), { ...someOptions, ...over }));

const top = aCode({ name: '主体', colour: 'pink' });
const codes = [top, aCode({ name: '区委', parentId: top.id, colour: 'blue' }), aCode({ name: 'a;"b"' })];
const snapshot = aSnapshot({ text: '😀𠮷野家：稳中向好' });
const article = anArticle({
  addresses: ['https://news.example/a', 'https://m.news.example/a'],
  snapshot: snapshot.sha256,
  metadata: someMetadata({ authors: { value: ['张三', '李四'], from: 'credit-line' } }),
});
const placed = aTarget({
  source: 'https://m.news.example/a?utm_source=x#top',
  position: { start: 7, end: 11 },
  snapshot: snapshot.sha256,
});

describe('the table of annotations', () => {
  it('has the columns of the agreed list, in its order, then one for each variable', () => {
    const { columns } = annotationTable(
      archiveSource(anArchive({ variables: [aVariable({ name: '级别' })] })),
      someOptions,
    );
    expect(columns.map(({ name }) => name).join()).toBe(
      'url,passage_link,canonical_url,title,outlet,source,authors,published,published_day,section,language,captured_at,' +
        'text_sha256,quote,prefix,suffix,start_cp,end_cp,code_path,code_id,color,memo,coder,created,modified,' +
        'anchor_status,annotation_id,article_id,级别',
    );
  });

  it('joins the codes of an annotation, and counts its place in code points', async () => {
    const annotation = anAnnotation({
      articleId: article.id,
      target: placed,
      codeIds: codes.map(({ id }) => id),
    });
    const rows = await rowsOf(
      anArchive({ articles: [article], annotations: [annotation], codes, snapshots: [snapshot] }),
    );
    const passage = `${encodeURIComponent('全区经济')}-,${encodeURIComponent('稳中向好')},-${encodeURIComponent('。')}`;
    expect(rows).toMatchObject([
      {
        url: 'https://m.news.example/a',
        passage_link: `https://m.news.example/a#:~:text=${passage}`,
        canonical_url: 'https://news.example/a',
        authors: '张三; 李四',
        published: '2024-01-10T09:31+08:00',
        published_day: '2024-01-10',
        captured_at: snapshot.captured,
        text_sha256: snapshot.sha256,
        start_cp: 5,
        end_cp: 9,
        code_path: '主体; 主体/区委; "a;""b"""',
        code_id: codes.map(({ id }) => id).join('; '),
        color: 'pink',
        coder: '我',
        anchor_status: 'exact',
        annotation_id: annotation.id,
        article_id: article.id,
      },
    ]);
  });

  it('has a row for each coding where that is wanted, and one for an annotation without any', async () => {
    const annotations = [
      anAnnotation({ articleId: article.id, codeIds: [top.id, codes[1]?.id ?? ''], note: '一' }),
      anAnnotation({ articleId: article.id, note: '二' }),
    ];
    const rows = await rowsOf(anArchive({ articles: [article], annotations, codes }), { rowsOf: 'coding' });
    expect(rows.map(({ memo, code_path, color }) => [memo, code_path, color])).toEqual([
      ['一', '主体', 'pink'],
      ['一', '主体/区委', 'blue'],
      ['二', '', 'yellow'],
    ]);
  });

  it('says which annotations have lost their place, and of which nobody knows', async () => {
    const annotations = [
      anAnnotation({ articleId: article.id, target: { ...placed, position: { start: 1, end: 5 } } }),
      anAnnotation({ articleId: article.id, target: aTarget() }),
      anAnnotation({
        articleId: article.id,
        target: { ...placed, position: { start: 9, end: 13 }, snapshot: 'f'.repeat(64) },
      }),
    ];
    const rows = await rowsOf(anArchive({ articles: [article], annotations, snapshots: [snapshot] }));
    expect(rows.map(({ anchor_status, start_cp }) => [anchor_status, start_cp])).toEqual([
      ['lost', null],
      ['unknown', null],
      ['lost', null],
    ]);
  });

  it('keeps the name of a coder that the annotation came with', async () => {
    const annotations = [anAnnotation({ articleId: article.id, creator: '王五' })];
    expect(await rowsOf(anArchive({ articles: [article], annotations }))).toMatchObject([{ coder: '王五' }]);
  });

  it.each([
    ['2024-01-10', '2024-01-10'],
    ['2024-01', null],
    ['2023', null],
  ])('of a date as precise as %s gives the day %s', async (value, day) => {
    const dated = anArticle({
      metadata: someMetadata({ published: { value, from: 'meta', zoneAssumed: false } }),
    });
    const annotations = [anAnnotation({ articleId: dated.id })];
    expect(await rowsOf(anArchive({ articles: [dated], annotations }))).toMatchObject([
      { published: value, published_day: day },
    ]);
  });

  it('makes numbers of variables that are numbers, as far as a spreadsheet can hold them, and of no others', async () => {
    const variables = [
      aVariable({ name: 'number', kind: 'number' }),
      aVariable({ name: 'large', kind: 'number' }),
      aVariable({ name: 'word', kind: 'number' }),
      aVariable({ name: 'code', kind: 'text' }),
      aVariable({ name: 'URL', kind: 'text' }),
      aVariable({ name: 'empty', kind: 'number' }),
    ];
    const values = ['-12.50', '123456789012345678', '十二', '0012', '1E10', ''];
    const described = anArticle({
      variables: Object.fromEntries(variables.map(({ id }, index) => [id, values[index] ?? ''])),
    });
    const annotations = [anAnnotation({ articleId: described.id })];
    expect(await rowsOf(anArchive({ articles: [described], annotations, variables }))).toMatchObject([
      {
        number: -12.5,
        large: '123456789012345678',
        word: '十二',
        code: '0012',
        'URL 2': '1E10',
        empty: null,
      },
    ]);
  });
});

describe('the other tables', () => {
  it('list each article once, with its addresses and the number of its annotations', async () => {
    const annotations = [anAnnotation({ articleId: article.id }), anAnnotation({ articleId: article.id })];
    const source = archiveSource(anArchive({ articles: [article], annotations }));
    expect(await recordsOf(articleTable(source))).toMatchObject([
      { addresses: article.addresses.join('\n'), annotations: 2, text_sha256: snapshot.sha256 },
    ]);
  });

  it('list the whole codebook, codes under those above them', async () => {
    const rows = await recordsOf(codebookTable({ codes: codes.toReversed() }));
    expect(rows.map(({ code_path }) => code_path)).toEqual(['a;"b"', '主体', '主体/区委']);
  });
});
