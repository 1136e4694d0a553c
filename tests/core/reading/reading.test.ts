/** An annotation stands in the text that it names, where that says its words, and in no other. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingOf, textOf } from '../../../core/reading/reading';
import { anAnnotation, anArticle, archives, aSnapshot, aTarget } from '../../builders';

const march3 = aSnapshot({ text: '三月三日：稳中向好。', captured: '2026-03-03T08:00:00.000Z' });
const march5 = aSnapshot({ text: '三月五日的更正：稳中向好。', captured: '2026-03-05T08:00:00.000Z' });
const article = anArticle({ snapshot: march3.sha256 });
const quote = { exact: '稳中向好', prefix: '', suffix: '' };

function placed(id: string, over: Parameters<typeof aTarget>[0]) {
  return anAnnotation({ id, articleId: article.id, target: aTarget({ quote, ...over }) });
}

test('each annotation stands in the text that it names, the first kept text first', () => {
  const reading = readingOf(
    article,
    [
      placed('later', { snapshot: march5.sha256, position: { start: 8, end: 12 } }),
      placed('first', { snapshot: march3.sha256, position: { start: 5, end: 9 } }),
    ],
    [march5, march3],
  );
  expect(reading.texts.map(({ sha256, passages }) => [sha256, passages.map(({ id }) => id)])).toEqual([
    [march3.sha256, ['first']],
    [march5.sha256, ['later']],
  ]);
  expect(textOf(reading, 'later')?.sha256).toBe(march5.sha256);
  expect(textOf(reading, 'nobody')).toBeNull();
});

test.each([
  ['has no place', { snapshot: march3.sha256, position: null }],
  ['names a text that was not kept', { snapshot: 'f'.repeat(64), position: { start: 5, end: 9 } }],
  ['names no text', { snapshot: null, position: { start: 5, end: 9 } }],
  [
    'names a place where the text says something else',
    { snapshot: march3.sha256, position: { start: 4, end: 8 } },
  ],
  ['names a place beyond the text', { snapshot: march3.sha256, position: { start: 50, end: 54 } }],
])('an annotation that %s stands apart and is painted nowhere', (_, target) => {
  const reading = readingOf(article, [placed('odd', target)], [march3]);
  expect(reading.apart).toEqual(['odd']);
  expect(reading.texts.flatMap(({ passages }) => passages)).toEqual([]);
});

test('of any library every annotation stands in one text, which says its words there, or apart', () => {
  fc.assert(
    fc.property(archives, ({ articles, annotations, snapshots }) => {
      for (const one of articles) {
        const own = annotations.filter(({ articleId }) => articleId === one.id);
        const { texts, apart } = readingOf(one, own, snapshots);
        const shown = texts.flatMap(({ passages }) => passages.map(({ id }) => id));
        expect([...shown, ...apart].sort()).toEqual(own.map(({ id }) => id).sort());
        for (const { text, passages } of texts) {
          for (const { id, start, end } of passages) {
            const said = own.find((annotation) => annotation.id === id)?.target.quote.exact;
            expect(text.slice(start, end)).toBe(said);
          }
        }
      }
    }),
  );
});
