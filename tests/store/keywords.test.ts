/** Words in their context, from the quotes that are found, or from the kept texts of their articles. */

import { beforeEach, expect, test } from 'vitest';
import { parseQuery } from '../../core/query/parse-query';
import type { KeywordWish } from '../../core/tables/table-wish';
import { importArchive } from '../../store/archive';
import { findKeywords } from '../../store/keywords';
import type { Store } from '../../store/open-store';
import { createLibrarySearch } from '../../store/search';
import { anAnnotation, anArchive, anArticle, anId, aSnapshot, aTarget, someMetadata } from '../builders';
import { aLibrary } from './a-library';

const chinese = aSnapshot({ text: '导语。\n全区经济稳中向好，經濟结构优化。\n完。' });
const english = aSnapshot({ text: 'The economy grew.\nEconomists say the ECONOMY will grow on.' });

function published(value: string) {
  return { value, from: 'meta' as const, zoneAssumed: false };
}

const older = anArticle({
  snapshot: english.sha256,
  metadata: someMetadata({ published: published('2023-05-01') }),
});
const newer = anArticle({
  addresses: ['https://news.example/2.html'],
  snapshot: chinese.sha256,
  metadata: someMetadata({ published: published('2024-05-01') }),
});

function quoted(articleId: string, snapshot: typeof chinese, exact: string, note = '') {
  const start = snapshot.text.indexOf(exact);
  const position = { start, end: start + exact.length };
  const target = aTarget({ quote: { exact, prefix: '', suffix: '' }, position, snapshot: snapshot.sha256 });
  return anAnnotation({ articleId, target, note });
}

const annotations = [
  quoted(newer.id, chinese, '全区经济稳中向好，經濟结构优化'),
  quoted(older.id, english, 'the ECONOMY will grow on'),
  quoted(older.id, english, 'The economy grew'),
  quoted(newer.id, chinese, '导语', '与经济无关, no economy'),
];

let store: Store;

beforeEach(async () => {
  store = await aLibrary().open();
  const archive = anArchive({ articles: [older, newer], snapshots: [chinese, english], annotations });
  await importArchive(store, anId(), archive);
});

async function find(words: string, over: Partial<KeywordWish> = {}, query = '') {
  const asked = { query: parseQuery(query), codes: [], signal: new AbortController().signal };
  const wish: KeywordWish = { words, from: 'quotes', reach: 6, most: 100, ...over };
  return findKeywords({ store, search: createLibrarySearch(store) }, asked, wish);
}

test('in quotes each place of the words is a line, in the order of dates and places, whichever script', async () => {
  const { lines, isCut, articles } = await find('经济');
  expect(lines.map(({ before, keyword, after }) => [before, keyword, after])).toEqual([
    ['全区', '经济', '稳中向好，經'],
    ['济稳中向好，', '經濟', '结构优化'],
  ]);
  expect(isCut).toBe(false);
  expect(articles.get(newer.id)).toMatchObject({ outlet: '静安报', language: 'zh-CN' });
  expect((await find('economy')).lines.map(({ keyword }) => keyword)).toEqual(['economy', 'ECONOMY']);
});

test('a word that stands in a note alone is no line', async () => {
  expect((await find('无关')).lines).toEqual([]);
});

test('in texts the words are found where nobody has kept them, by whole words at the ends', async () => {
  const { lines } = await find('econom', { from: 'texts', reach: 14 });
  expect(lines.map(({ before, keyword, after }) => `${before}[${keyword}]${after}`)).toEqual([
    'The [econom]y grew.',
    '[Econom]ists say the ',
    ' say the [ECONOM]Y will grow ',
  ]);
  expect(lines.every(({ annotationId }) => annotationId === null)).toBe(true);
  expect(lines.map(({ start, keyword }) => english.text.slice(start, start + keyword.length))).toEqual(
    lines.map(({ keyword }) => keyword),
  );
});

test('the query narrows what is looked through', async () => {
  expect((await find('经济', { from: 'texts' }, 'before:2024')).lines).toEqual([]);
  expect((await find('经济', { from: 'texts' }, 'after:2024')).lines).toHaveLength(2);
});

test('of more lines than wanted the first are given, and it says so', async () => {
  expect(await find('经济', { most: 1 })).toMatchObject({ lines: [{ keyword: '经济' }], isCut: true });
});

test.each(['', '-经济', 'code:经济', '""'])('words that ask for nothing find nothing: %s', async (words) => {
  expect((await find(words)).lines).toEqual([]);
});
