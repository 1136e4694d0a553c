/** Highlights of Readwise come in from its CSV. */

import { describe, expect, it } from 'vitest';
import { readReadwise } from '../../../core/import/readwise';
import { readFile, refusalOf } from './environment';

const head =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags';

describe('readReadwise', () => {
  it("reads Readwise's own export: words, title, author, note, tags, page and time", async () => {
    const file = `\uFEFF${head}\r\n"第一行，
""第二行""😀",全区经济稳中向好,张三,,见下文,yellow,"框架/经济框架, .favorite,评论",page,12,2024-05-01 10:00:00+00:00,读过\r\n另一句,全区经济稳中向好,张三,,,,,order,0,,\r\n`;
    const { archive, bad, mended } = await readFile(readReadwise, file);
    expect(archive.articles).toMatchObject([
      { metadata: { title: { value: '全区经济稳中向好' }, authors: { value: ['张三'] } } },
    ]);
    expect(archive.articles[0]?.addresses[0]).toMatch(/^https:\/\/imported\.invalid\/[\da-f]{64}$/u);
    expect(mended).toEqual([{ where: 'line 2', how: 'made-address' }]);
    expect(archive.annotations.map(({ target }) => target.quote.exact)).toEqual([
      '第一行，\n"第二行"😀',
      '另一句',
    ]);
    expect(archive.annotations[0]).toMatchObject({
      note: '见下文\n\np. 12',
      created: '2024-05-01T10:00:00.000Z',
    });
    expect(archive.codes.map(({ name }) => name)).toEqual(['框架', '经济框架', '评论']);
    expect(bad).toEqual([
      { where: 'file', why: 'colours are left out: here codes have colours' },
      { where: 'file', why: 'tags of whole documents are left out' },
    ]);
    expect(await readFile(readReadwise, file)).toEqual({ archive, bad, mended });
  });

  it('reads what other programs write for Readwise, with addresses', async () => {
    const file =
      'Highlight,Title,Author,URL,Note,Location,Date\n好,标题,,https://news.example/1.html,,,2024-05-01\n';
    const { archive, bad, mended } = await readFile(readReadwise, file);
    expect([bad, mended]).toEqual([[], []]);
    expect(archive.annotations[0]).toMatchObject({
      target: { source: 'https://news.example/1.html', quote: { exact: '好' } },
      created: '2024-05-01T00:00:00.000Z',
    });
  });

  it('names the line of each highlight that it leaves out', async () => {
    const rows = ['好,书,,,', ',书,,,', '好,书,,,', '好,,,,', '"两\n行",书,,,', '好,,,,,,,,,,'];
    const { archive, bad } = await readFile(readReadwise, [head, ...rows].join('\n'));
    expect(archive.annotations).toHaveLength(2);
    expect(bad.map(({ where, why }) => `${where}: ${why}`)).toEqual([
      'line 3: has no quote',
      'line 4: has the same id as line 2',
      'line 5: its page has no web address',
      'line 8: its page has no web address',
    ]);
  });

  it.each([
    ['a table of something else', 'a,b\n1,2', 'line 1: has no column "Highlight"'],
    ['highlights of nothing', 'Highlight,Note\n好,', 'line 1: has neither a column "Book Title" nor "URL"'],
    ['an open quotation mark', `${head}\n"好`, 'line 2: a quotation mark is never closed'],
    ['a NUL', `${head}\n好\0,书`, 'line 2: has a NUL character'],
    ['no words at all', `${head}\n,书\n,书`, 'line 2: has no quote (and 1 more)'],
    ['nothing', '', 'line 1: has no column "Highlight"'],
  ])('refuses %s and names the line', async (_name, file, message) => {
    expect(await refusalOf(readReadwise, file)).toBe(message);
  });
});
