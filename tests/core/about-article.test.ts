/** What the sidebar tells of an article: its facts, with what else was found, and people by what they did. */

import { expect, test } from 'vitest';
import { aboutArticle } from '../../core/about-article';
import { corrected, keepCorrections } from '../../core/correction';
import { anArticle, someMetadata } from '../builders';

const here = 'https://news.example/1';
const credits = {
  value: [
    { name: '闻知夏', role: 'reporter' },
    { name: '柏舟', role: 'duty-editor' },
    { name: '祝南乔', role: 'reviewer' },
  ],
  from: 'credit-line' as const,
};

const factOf = (about: ReturnType<typeof aboutArticle>, name: string) =>
  about.fields.find((field) => field.name === name);

test('the seven facts that every article is asked for are there though none was found, and no other', () => {
  const nothing = someMetadata({ title: null, authors: null, outlet: null, published: null, language: null });
  const { fields, id } = aboutArticle(null, nothing, here);
  expect(fields.map(({ name }) => name)).toEqual([
    'title',
    'authors',
    'outlet',
    'source',
    'published',
    'section',
    'language',
  ]);
  expect(fields.every(({ found }) => found === null)).toBe(true);
  expect(id).toBeNull();
});

test('a fact of its own is made of each role in the credits but those of authors', () => {
  const about = aboutArticle(null, someMetadata({ credits }), here);
  expect(factOf(about, 'duty-editor')?.found).toEqual({ value: ['柏舟'], from: 'credit-line' });
  expect(factOf(about, 'reviewer')?.found?.value).toEqual(['祝南乔']);
  expect(factOf(about, 'reporter')).toBeUndefined();
});

test('what was kept is told, and what the page says now is an alternative, each value once', () => {
  const article = anArticle({
    metadata: someMetadata({
      title: { value: '改正', from: 'reader', alternatives: [{ value: '旧题', from: 'meta' }] },
    }),
  });
  const read = someMetadata({
    title: {
      value: '旧题',
      from: 'heading',
      alternatives: [
        { value: '改正', from: 'meta' },
        { value: '另题', from: 'json-ld' },
      ],
    },
  });
  const title = factOf(aboutArticle(article, read, here), 'title');
  expect(title?.found?.value).toBe('改正');
  expect(title?.alternatives.map(({ value }) => value)).toEqual(['旧题', '另题']);
});

test('a correction keeps what the page said as an alternative, and never itself', () => {
  const once = corrected(someMetadata(), 'title', '改正一');
  const twice = corrected(once, 'title', '改正二');
  expect(twice.title).toEqual({
    value: '改正二',
    from: 'reader',
    alternatives: [{ value: '全区经济稳中向好', from: 'heading' }],
  });
  expect(corrected(twice, 'title', '全区经济稳中向好').title).toEqual({
    value: '全区经济稳中向好',
    from: 'reader',
  });
});

test('the people of one role are corrected without touching the others', () => {
  const metadata = corrected(someMetadata({ credits }), 'duty-editor', ['柏舟', '丁若谷']);
  expect(metadata.credits?.value).toEqual([
    { name: '闻知夏', role: 'reporter' },
    { name: '祝南乔', role: 'reviewer' },
    { name: '柏舟', role: 'duty-editor' },
    { name: '丁若谷', role: 'duty-editor' },
  ]);
  expect(corrected(metadata, 'duty-editor', null).credits?.value).toHaveLength(2);
  const only = someMetadata({ credits: { ...credits, value: credits.value.slice(1, 2) } });
  expect(corrected(only, 'duty-editor', null).credits).toBeNull();
});

test('a later reading overwrites everything but corrections', () => {
  const own = corrected(someMetadata({ credits }), 'duty-editor', ['丁若谷']);
  const read = someMetadata({ credits, title: { value: '新题', from: 'heading' } });
  const kept = keepCorrections(own, read);
  expect(kept.title?.value).toBe('新题');
  expect(kept.credits).toEqual(own.credits);
});
