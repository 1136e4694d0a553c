// @vitest-environment jsdom
/** What a page says about its article, and what must not be read into it. */

import { describe, expect, test } from 'vitest';
import type { Metadata } from '../../../core/article';
import { metadataToKeep } from '../../../page/metadata/metadata-to-keep';
import { readMetadata } from '../../../page/metadata/read-metadata';
import { customerExample, hasSavedPages } from '../saved-pages';

const chinese = '会议要求，各部门要把这项工作放在重要位置，明确责任，抓好落实，确保各项措施取得实效。';
const english =
  'The council voted on the plan for the harbour, and the mayor said that work would start in spring. ';

interface Parts {
  head?: string;
  before?: string;
  text?: string;
  after?: string;
}

function read({ head = '', before = '', text = english, after = '' }: Parts, url = 'https://n.example/x') {
  const body = `${before}<div id="text">${`<p>${text}</p>`.repeat(5)}${after}</div>`;
  const html = `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  return readMetadata(new DOMParser().parseFromString(html, 'text/html'), url);
}

/** The part that is kept with an article, without how sure it is and what else was found. */
function readKept(parts: Parts, url?: string) {
  return plainly(metadataToKeep(read(parts, url)));
}

function plainly(kept: Metadata) {
  const plain = Object.entries(kept).map(([field, found]) => {
    if (found === null) return [field, null];
    const { confidence: _, alternatives: __, ...rest } = found;
    return [field, rest];
  });
  return Object.fromEntries(plain);
}

const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('readMetadata', () => {
  test('leaves everything null that the page does not say', () => {
    expect(readKept({})).toMatchObject({
      title: null,
      authors: null,
      outlet: null,
      source: null,
      published: null,
      language: null,
      section: null,
    });
  });

  describe('title', () => {
    test('is the heading that the page’s title begins with, so the site’s suffix is gone', () => {
      const head = '<title>区委召开会议_要闻_江津网</title>';
      expect(readKept({ head, before: '<div class="bt">区委召开会议</div>', text: chinese }).title).toEqual({
        value: '区委召开会议',
        from: 'heading',
      });
    });

    test('is not the section or the site, though these stand in headings', () => {
      const head = '<title>Harbour plan passes the council - The Daily</title>';
      const before = '<h1>The Daily</h1><h2>Harbour plan passes the council</h2>';
      expect(read({ head, before }).title?.value).toBe('Harbour plan passes the council');
    });

    test('is the one first-level heading of a page whose head says nothing', () => {
      expect(readKept({ before: '<h1>Harbour plan</h1>' }).title).toEqual({
        value: 'Harbour plan',
        from: 'heading',
      });
      expect(read({ before: '<h1>The Daily</h1><h1>Harbour plan</h1>' }).title).toBeNull();
    });

    test('is the page’s title without the site where no heading agrees', () => {
      expect(readKept({ head: '<title>Harbour plan passes | The Daily</title>' }).title).toEqual({
        value: 'Harbour plan passes',
        from: 'title-element',
      });
    });
  });

  describe('authors', () => {
    test.each([
      ['记者 苏展', ['苏展']],
      ['记者：张三 李四', ['张三', '李四']],
      ['（新华社记者王小明、赵六）', ['王小明', '赵六']],
      ['文/钱七', ['钱七']],
      ['作者：阿不都·热西提', ['阿不都·热西提']],
      ['记者 张三 通讯员 李四', ['张三', '李四']],
      ['〔記者王小明／台北報導〕', ['王小明']],
    ])('are read from “%s”', (line, names) => {
      expect(readKept({ text: chinese, after: `<p>${line}</p>` }).authors).toEqual({
        value: names,
        from: 'credit-line',
      });
    });

    test.each([
      '记者从会上获悉',
      '责任编辑：谷亚淋',
      '编审：罗梅',
      '记者采访了解到',
      '来源：新华社',
      '张三 摄',
    ])('are not read from “%s”', (line) =>
      expect(read({ text: chinese, after: `<p>${line}</p>` }).authors).toBeNull(),
    );

    test('are read from an English byline', () => {
      expect(read({ before: '<p>By Ann Lee and Bo Chen</p>' }).authors?.value).toEqual([
        'Ann Lee',
        'Bo Chen',
      ]);
    });

    test('are the people of the JSON-LD, not its organisations', () => {
      const author = [
        { '@type': 'Person', name: 'Ann Lee' },
        { '@type': 'Organization', name: 'The Daily' },
      ];
      expect(readKept({ head: jsonLd({ '@type': 'NewsArticle', author }) }).authors).toEqual({
        value: ['Ann Lee'],
        from: 'json-ld',
      });
    });

    test.each(['The Daily', '104363', 'admin', 'https://n.example/ann'])(
      'are not the meta author “%s”',
      (name) => {
        const head = `<meta property="og:site_name" content="The Daily"><meta name="author" content="${name}">`;
        expect(read({ head }).authors).toBeNull();
      },
    );

    test('are not the duty editor that a Chinese page gives as its meta author', () => {
      const head = '<meta name="author" content="谷亚淋">';
      expect(read({ head, text: chinese, after: '<p>责任编辑：谷亚淋</p>' }).authors).toBeNull();
    });
  });

  describe('source', () => {
    test.each([
      ['2024-01-10 09:31 来源:江津融媒体中心', '江津融媒体中心'],
      ['来源：<a href="/">新华网</a> 责任编辑：王五', '新华网'],
      ['2019-09-26 10:56:28 证券时报网', '证券时报网'],
    ])('is read from “%s”', (line, name) => {
      expect(readKept({ text: chinese, before: `<div>${line}</div>` }).source).toEqual({
        value: name,
        from: 'credit-line',
      });
    });

    test('is not the source of a picture', () => {
      expect(read({ text: chinese, before: '<div>图片来源：视觉中国</div>' }).source).toBeNull();
    });
  });

  describe('published', () => {
    test('keeps the offset of the page', () => {
      const head = jsonLd({ '@type': 'NewsArticle', datePublished: '2024-03-03T08:05:00-0500' });
      expect(readKept({ head }).published).toEqual({
        value: '2024-03-03T08:05:00-05:00',
        from: 'json-ld',
        zoneAssumed: false,
      });
    });

    test('is taken as Beijing time on a Chinese page without an offset, and says so', () => {
      expect(readKept({ text: chinese, before: '<div>2024年1月10日 09:31</div>' }).published).toEqual({
        value: '2024-01-10T09:31+08:00',
        from: 'credit-line',
        zoneAssumed: true,
      });
    });

    test('and author are not those of another article whose data a single-page application left behind', () => {
      const other = jsonLd({
        '@type': 'NewsArticle',
        headline: 'The Night Bus Learns to Wait',
        author: { name: 'Rosalind Achterberg' },
        datePublished: '2025-10-02T07:15:00+02:00',
      });
      const head = `<title>Nine Schools, One Orchard | The Valley Post</title>${other}`;
      const heading = '<h1>Nine Schools, One Orchard</h1>';
      const dateline = '<p>By Caspian Oyelaran · 9 October 2025, 9 am CEST</p>';
      const { title, authors, published } = read({ head, before: heading + dateline });
      expect(title?.value).toBe('Nine Schools, One Orchard');
      expect(authors?.value).toEqual(['Caspian Oyelaran']);
      expect(published?.value).toMatch(/^2025-10-09/u);

      const byline = '<p>By Rosalind Achterberg · 2 October 2025</p>';
      expect(read({ head, before: heading + byline }).published?.value).toMatch(/^2025-10-02T07:15/u);
    });

    test('has no offset on another page that gives none, and none where there is only a day', () => {
      expect(read({ before: '<div>March 3, 2024 at 8:05 p.m.</div>' }).published?.value).toBe(
        '2024-03-03T20:05',
      );
      expect(readKept({ text: chinese, before: '<div>2024-01-10</div>' }).published).toEqual({
        value: '2024-01-10',
        from: 'credit-line',
        zoneAssumed: false,
      });
    });

    test('is as precise as the most precise place that names the same day', () => {
      const head = '<meta name="PubDate" content="2024-01-10">';
      expect(read({ head, text: chinese, before: '<div>2024-01-10 09:31</div>' }).published?.value).toBe(
        '2024-01-10T09:31+08:00',
      );
    });

    test.each([
      ['the day of a change', '<div>Updated March 4, 2024</div>'],
      [
        'a suggested story',
        '<ul><li><a href="/y">Other</a> <time datetime="2020-01-01">2020-01-01</time></li></ul>',
      ],
      ['a day that does not exist', '<div>2024-02-30</div>'],
      ['a day and month in open order', '<div>03/04/2024</div>'],
    ])('is not read from %s', (_, before) => expect(read({ before }).published).toBeNull());

    test('falls back on the day in the address', () => {
      expect(readKept({}, 'https://n.example/2024/03/03/harbour').published).toEqual({
        value: '2024-03-03',
        from: 'address',
        zoneAssumed: false,
      });
    });
  });

  describe('structured data', () => {
    test('is found in lists and graphs, with line feeds in strings and commas too many', () => {
      const head = `<script type="application/ld+json">[{"@graph": [{"@type": ["Thing", "NewsArticle"], "headline": "Harbour
        plan", "publisher": {"name": "The Daily"}, "articleSection": ["City"], "inLanguage": "en_GB",}]}]</script>`;
      const { title, outlet, section, language } = read({ head });
      expect([title?.value, outlet?.value, section?.value, language?.value]).toEqual([
        'Harbour plan',
        'The Daily',
        'City',
        'en-GB',
      ]);
    });

    test.each([
      '',
      '{',
      'null',
      '[]',
      '7',
      '{"@graph": 7}',
      '{"@type": "NewsArticle", "author": [null, 7, {}, [[]]], "headline": {"name": {}}}',
    ])('that reads %j does no harm', (text) =>
      expect(read({ head: `<script type="application/ld+json">${text}</script>` }).title).toBeNull(),
    );

    test('that nests 100,000 levels deep does no harm', () => {
      const deep = `{"@type": "NewsArticle", "headline": ${'{"name": '.repeat(100_000)}1${'}'.repeat(100_000)}}`;
      expect(read({ head: `<script type="application/ld+json">${deep}</script>` }).title).toBeNull();
    });
  });

  test('cuts and cleans what a hostile page says', () => {
    const long = `A\u0000\u202e\ud800 ${'😀'.repeat(5_000)}`;
    const head = jsonLd({ '@type': 'NewsArticle', headline: long, publisher: long, articleSection: long });
    const { title, outlet, section } = read({ head });
    for (const [value, most] of [
      [title?.value, 2_000],
      [outlet?.value, 500],
      [section?.value, 500],
    ] as const) {
      expect(value?.length).toBeLessThanOrEqual(most);
      expect(value).toMatch(/^A (?:😀)+$/u);
    }
  });
});

describe.skipIf(!hasSavedPages)('on the customer’s example', () => {
  test('reads title, author, source and time as they stand in the page', () => {
    const { title, authors, source, published } = plainly(
      metadataToKeep(readMetadata(customerExample(), 'http://www.jiangjin.example/a/1.html')),
    );
    expect(title).toEqual({ value: '刁伟:全面深化“1+3+N”建设 提升政法工作制度化水平', from: 'heading' });
    expect(authors).toEqual({ value: ['苏展'], from: 'credit-line' });
    expect(source).toEqual({ value: '江津融媒体中心', from: 'credit-line' });
    expect(published).toEqual({ value: '2024-01-10T09:31+08:00', from: 'credit-line', zoneAssumed: true });
  });
});
