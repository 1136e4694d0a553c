/** What a citation takes from an article. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationDate } from '../../../core/citation/citation-date';
import { citationItem } from '../../../core/citation/citation-item';
import { citationStyles, formatCitation } from '../../../core/citation/format-citation';
import { personName } from '../../../core/citation/person-name';
import { anArticle, archives, someMetadata } from '../../builders';

describe('citationItem', () => {
  it('has the outlet, the authors as they stand, the day in the page’s own time, and the day of reading', () => {
    const article = anArticle({ addresses: ['https://news.example/1.html?utm_source=x&id=3'] });
    expect(citationItem(article, '2026-03-01T08:00:00.000Z')).toEqual({
      kind: 'news',
      title: '全区经济稳中向好',
      outlet: '静安报',
      authors: [{ whole: '张三' }],
      published: { year: 2024, month: 1, day: 10 },
      accessed: { year: 2026, month: 3, day: 1 },
      url: 'https://news.example/1.html?id=3',
      language: 'zh-CN',
      section: null,
      page: null,
    });
  });

  it('names the source of the article where its outlet is not known', () => {
    const metadata = someMetadata({ outlet: null, source: { value: '江津融媒体中心', from: 'credit-line' } });
    expect(citationItem(anArticle({ metadata }), null)).toMatchObject({
      kind: 'news',
      outlet: '江津融媒体中心',
    });
  });

  it('is a web page without any outlet, and at the address of a government', () => {
    const metadata = someMetadata({ outlet: null });
    expect(citationItem(anArticle({ metadata }), null).kind).toBe('web');
    expect(citationItem(anArticle({ addresses: ['http://www.shanghai.gov.cn/1.html'] }), null).kind).toBe(
      'web',
    );
    expect(citationItem(anArticle({ addresses: ['https://gov.example/1.html'] }), null).kind).toBe('news');
  });

  it('becomes one line of sound text in every style, whatever the page says', () => {
    fc.assert(
      fc.property(archives, ({ articles }) => {
        for (const article of articles) {
          const item = citationItem(article, article.created);
          for (const style of citationStyles) {
            const line = formatCitation(item, style);
            expect(line).toBe(line.trim());
            expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\p{Cs}]/u);
            expect(line).toContain(item.title);
          }
        }
      }),
    );
  });
});

describe('citationDate', () => {
  it.each([
    ['2024-01-10T09:31+08:00', { year: 2024, month: 1, day: 10 }],
    ['2024-01', { year: 2024, month: 1, day: null }],
    ['2024', { year: 2024, month: null, day: null }],
    ['2024-13-01', { year: 2024, month: null, day: null }],
    ['2024-02-40', { year: 2024, month: 2, day: null }],
    ['20240110', null],
    ['yesterday', null],
    ['0000-01-01', null],
  ])('reads %j', (value, date) => {
    expect(citationDate(value)).toEqual(date);
  });
});

describe('personName', () => {
  it.each([
    ['Smith, John', 'Smith', 'John'],
    ['John Russell Brown', 'Brown', 'John Russell'],
    ['John R. Brown', 'Brown', 'John R.'],
    ['Ursula von der Leyen', 'von der Leyen', 'Ursula'],
    ['Jean-Paul Sartre', 'Sartre', 'Jean-Paul'],
    ['Carrie Lam', 'Lam', 'Carrie'],
    ['Conor O’Brien', 'O’Brien', 'Conor'],
    ['Élise Müller', 'Müller', 'Élise'],
  ])('knows the two parts of %s', (name, family, given) => {
    expect(personName(name)).toEqual({ family, given });
  });

  it.each([
    '张三',
    '欧阳, 三',
    '张 三',
    'Zhang Yunbi',
    'Xi Jinping',
    'Eileen Guo',
    'Lam Ka-sing',
    'Chan Ho-him',
    'Kim Jong-un',
    'Nguyen Van Minh',
    'Reuters',
    'Associated Press',
    'CNN Staff',
    'The Editorial Board',
    'Robert Smith, MD',
    'John Smith, Jane Doe',
    'Jane Doe and John Roe',
    'By Jane Doe',
    'Malcolm X',
    'jane doe',
    'Madonna',
    'Иван Петров',
    '<b>Jane</b> Doe',
    '',
  ])('leaves %j whole', (name) => {
    expect(personName(name)).toEqual({ whole: name });
  });
});
