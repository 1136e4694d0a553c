/** Highlights of Obsidian Web Clipper come in as the words that they stand on. */

import { describe, expect, it } from 'vitest';
import { readWebClipper } from '../../../core/import/web-clipper';
import { readFile, refusalOf } from './environment';

const url = 'https://news.example/1.html';
const first = '<p>全区<strong>经济</strong>\n 稳中向好 &amp; 𠮷野家😀。</p>';

const file = [
  {
    url,
    title: '标题',
    highlights: [
      { text: first, timestamp: '2026-01-02T03:04:05.000Z', notes: ['见下文', '再看'] },
      { text: '<p>第一段</p>\n\n<li>第二段</li>', timestamp: '2026-01-02T03:05:00.000Z' },
      { text: '旧式', timestamp: 'Invalid Date' },
    ],
    data: [
      {
        id: '1767323045000_tx_0',
        type: 'text',
        xpath: '/html/body/p[1]',
        content: first,
        startOffset: 0,
        endOffset: 9,
        textQuote: { prefix: '据统计，', suffix: '其中' },
      },
    ],
  },
];

describe('readWebClipper', () => {
  it('takes words without their HTML, notes, times and what stands around the words', async () => {
    const { archive, bad, mended } = await readFile(readWebClipper, JSON.stringify(file));
    expect([bad, mended]).toEqual([[], []]);
    expect(archive.articles).toMatchObject([{ addresses: [url], metadata: { title: { value: '标题' } } }]);
    expect(archive.annotations.map(({ target }) => target.quote)).toEqual([
      { exact: '全区经济 稳中向好 & 𠮷野家😀。', prefix: '据统计，', suffix: '其中' },
      { exact: '第一段\n第二段', prefix: '', suffix: '' },
      { exact: '旧式', prefix: '', suffix: '' },
    ]);
    expect(archive.annotations.map(({ note }) => note)).toEqual(['见下文\n\n再看', '', '']);
    expect(archive.annotations.map(({ created }) => created)).toEqual([
      '2026-01-02T03:04:05.000Z',
      '2026-01-02T03:05:00.000Z',
      '2026-01-02T03:04:05.000Z',
    ]);
  });

  it('gives the same records whenever the file is read', async () => {
    const [one, other] = [
      await readFile(readWebClipper, JSON.stringify(file)),
      await readFile(readWebClipper, JSON.stringify(file)),
    ];
    expect(one).toEqual(other);
  });

  it('names each page and highlight that it leaves out', async () => {
    const highlights = [
      { text: '好' },
      { text: '好' },
      { text: '<p> </p>' },
      { text: 7 },
      { text: '一', notes: 'x' },
      null,
    ];
    const pages = [
      { url, highlights },
      { url: 'file:///a.html', highlights: [{ text: '好' }] },
      { url: 7, highlights: [] },
      { url, title: 7, highlights: [] },
      { url, highlights: {} },
      7,
    ];
    const { archive, bad } = await readFile(readWebClipper, JSON.stringify(pages));
    expect(archive.annotations).toHaveLength(1);
    expect(bad.map(({ where, why }) => `${where}: ${why}`)).toEqual([
      'page 1, highlight 2: has the same id as page 1, highlight 1',
      'page 1, highlight 3: has no quote',
      'page 1, highlight 4: text is not text',
      'page 1, highlight 5: notes is not a list of texts',
      'page 1, highlight 6: is not a record',
      'page 2, highlight 1: its page has no web address',
      'page 3: url is not text',
      'page 4: title is not text',
      'page 5: highlights is not a list',
      'page 6: is not a record',
    ]);
  });

  it('refuses what is no export of highlights', async () => {
    for (const other of ['{}', '7', '[{"url":"https://a.example"}]']) {
      expect(await refusalOf(readWebClipper, other)).toBe('file: is no list of pages with highlights');
    }
    expect(await refusalOf(readWebClipper, '[{"url":7,"highlights":[]}]')).toBe('page 1: url is not text');
  });
});
