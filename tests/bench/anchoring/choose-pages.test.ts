import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { candidatesOf, halfOf, hostOf, isFit, type ListedPage, siteOf, wanted } from './choose-pages';

const manifest = '../shared/detect/manifest.jsonl';
const { CI } = process.env;

const page = (over: Partial<ListedPage>): ListedPage => ({
  id: 'one',
  url: 'https://www.example.org/news/1',
  urlKnown: true,
  lang: 'en',
  label: 'article',
  ...over,
});

describe('the rule that takes pages for the anchoring bench', () => {
  it('takes one page of a site, whatever its host', () => {
    const candidates = candidatesOf([
      page({ id: 'one', url: 'https://news.sina.com.cn/1' }),
      page({ id: 'two', url: 'https://finance.sina.com.cn/2' }),
      page({ id: 'three', url: 'https://www.sina.com.cn/3' }),
      page({ id: 'four', url: 'https://example.org/4' }),
    ]);
    expect(candidates.map(({ host }) => siteOf(host)).sort()).toEqual(['example.org', 'sina.com.cn']);
  });

  it('takes only articles whose address is known', () => {
    expect(candidatesOf([page({ label: 'nonarticle' }), page({ urlKnown: false })])).toEqual([]);
  });

  it('gives the same pages in whatever order they are listed', () => {
    const pages = ['a.org', 'b.org', 'c.org', 'news.c.org'].map((host) =>
      page({ id: host, url: `https://${host}/` }),
    );
    expect(candidatesOf([...pages].reverse())).toEqual(candidatesOf(pages));
  });

  it('tells a site’s half from its host alone, without www.', () => {
    const { host } = { host: hostOf('https://www.billboard.com/x') };
    expect(host).toBe('billboard.com');
    expect([halfOf(host), halfOf('sohu.com')]).toEqual(['tuning', 'test']);
  });

  it('asks for enough blocks and text, in the writing that the page is listed with', () => {
    const english = Array.from({ length: 8 }, () => 'The council met on Monday evening. '.repeat(10));
    const chinese = Array.from({ length: 8 }, () => '市议会星期一晚上开会。'.repeat(10));
    expect([isFit(english, 'other'), isFit(english.slice(1), 'other'), isFit(english, 'zh')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isFit(chinese, 'zh'), isFit(chinese, 'other')]).toEqual([true, false]);
    expect(isFit(Array(200).fill(english[0]), 'other')).toBe(false);
  });

  it.skipIf(!existsSync(manifest) && CI === undefined)(
    'finds candidates enough among the saved pages for both halves',
    () => {
      const pages = readFileSync(manifest, 'utf8')
        .trim()
        .split('\n')
        .map((line): ListedPage => JSON.parse(line));
      const candidates = candidatesOf(pages);
      for (const half of ['tuning', 'test'] as const) {
        for (const writing of ['zh', 'ja-ko', 'other'] as const) {
          const alike = candidates.filter((one) => one.half === half && one.writing === writing);
          expect(alike.length).toBeGreaterThanOrEqual(wanted[writing]);
        }
      }
      expect(3 * wanted.zh).toBeGreaterThanOrEqual(wanted.zh + wanted['ja-ko'] + wanted.other);
    },
  );
});
