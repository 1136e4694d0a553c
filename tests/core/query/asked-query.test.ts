/** What the sidebar's search field and its code filter let through, together. */

import { expect, it } from 'vitest';
import { askedQuery, type Wish } from '../../../core/query/asked-query';
import { createMatcher } from '../../../core/query/scan';
import { aCode, anAnnotation, anArticle, anId, someMetadata } from '../../builders';

const top = aCode({ name: '主体' });
const code = aCode({ name: 'Party/"line"', parentId: top.id });
const codes = [top, code, aCode({ name: 'Party' })];
const article = anArticle({
  metadata: someMetadata({ outlet: { value: 'The Jing’an Daily', from: 'meta' } }),
});
const annotation = anAnnotation({ codeIds: [code.id], note: 'see below', articleId: article.id });

function isListed(wish: Partial<Wish>, given = annotation, of: typeof article | null = article): boolean {
  const query = askedQuery({ search: '', codeFilter: null, ...wish }, codes);
  return createMatcher(query, codes)(given, of);
}

it.each([
  ['a word of the quote', '稳中'],
  ['the start of a word of the note', 'BEL'],
  ['a level of the path of a code', '主体'],
  ['the path of a code', '主体/party'],
  ['the title', '经济稳中'],
  ['the outlet', 'daily'],
  ['an author', '张三'],
  ['words in several places', '稳中 see party'],
  ['a phrase', '"see below"'],
  ['a field', 'outlet:daily code:主体'],
  ['nothing at all', '  '],
])('what is typed finds by %s', (_name, search) => {
  expect(isListed({ search })).toBe(true);
});

it.each([
  ['a word that stands nowhere', 'nowhere'],
  ['the end of a word', 'elow'],
  ['a phrase across two fields', '"below 主体"'],
  ['one word too many', '稳中 nowhere'],
])('what is typed does not find by %s', (_name, search) => {
  expect(isListed({ search })).toBe(false);
});

it('asks for the words and the code or one under it, both', () => {
  expect(isListed({ search: '稳中', codeFilter: code.id })).toBe(true);
  expect(isListed({ search: 'nowhere', codeFilter: code.id })).toBe(false);
  expect(isListed({ codeFilter: top.id })).toBe(true);
  expect(isListed({ codeFilter: codes[2]?.id ?? '' })).toBe(false);
});

it('finds nothing by a code that no longer exists', () => {
  const gone = anId();
  expect(isListed({ codeFilter: gone })).toBe(false);
  expect(isListed({ codeFilter: gone }, anAnnotation({ codeIds: [gone] }))).toBe(false);
});

it('does without an article, without metadata, and with codes that no longer exist', () => {
  const bare = anAnnotation({ codeIds: [anId()] });
  const empty = anArticle({
    metadata: someMetadata({ title: null, authors: null, outlet: null, published: null, language: null }),
  });
  for (const known of [null, empty]) {
    expect(isListed({ search: '稳中' }, bare, known)).toBe(true);
    expect(isListed({ search: '张三' }, bare, known)).toBe(false);
  }
});
