/** What the sidebar lists, in which order, and what a search lets through. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grade } from '../../core/annotation';
import { articleCards, groupByArticle, isMatch } from '../../core/cards';
import { codeEntries } from '../../core/code-entry';
import { aCode, anAnnotation, anArticle, anId, aPlacement, aTarget, someMetadata } from '../builders';

const top = aCode({ name: '主体' });
const code = aCode({ name: 'Party', parentId: top.id });
const codes = codeEntries([top, code], []);

function placedAt(start: number | null) {
  return aTarget({ position: start === null ? null : { start, end: start + 4 } });
}

describe('isMatch', () => {
  const article = anArticle({
    metadata: someMetadata({ outlet: { value: 'The Jing’an Daily', from: 'meta' } }),
  });
  const annotation = anAnnotation({ codeIds: [code.id], note: 'see below', articleId: article.id });

  it.each([
    ['a word of the quote', '稳中'],
    ['a word of the note', 'BELOW'],
    ['a level of the path of a code', '主体'],
    ['the path of a code', '主体/party'],
    ['the title', '经济稳中'],
    ['the outlet', 'daily'],
    ['an author', '张三'],
    ['words in several places', '稳中 see party'],
    ['a phrase', '"see below"'],
    ['nothing at all', '  '],
  ])('finds by %s', (_name, search) => {
    expect(isMatch(annotation, article, codes, { search, codeFilter: null })).toBe(true);
  });

  it.each([
    ['a word that stands nowhere', 'nowhere'],
    ['a phrase across two fields', '"below 主体"'],
    ['one word too many', '稳中 nowhere'],
  ])('does not find by %s', (_name, search) => {
    expect(isMatch(annotation, article, codes, { search, codeFilter: null })).toBe(false);
  });

  it('asks for the code and the words, both', () => {
    expect(isMatch(annotation, article, codes, { search: '稳中', codeFilter: code.id })).toBe(true);
    expect(isMatch(annotation, article, codes, { search: 'nowhere', codeFilter: code.id })).toBe(false);
    // A code above is another code.
    expect(isMatch(annotation, article, codes, { search: '', codeFilter: top.id })).toBe(false);
    expect(isMatch(annotation, article, codes, { search: '', codeFilter: anId() })).toBe(false);
  });

  it('does without an article, without metadata, and with codes that no longer exist', () => {
    const bare = anAnnotation({ codeIds: [anId()] });
    const empty = anArticle({
      metadata: someMetadata({ title: null, authors: null, outlet: null, published: null, language: null }),
    });
    for (const known of [null, empty]) {
      expect(isMatch(bare, known, codes, { search: '稳中', codeFilter: null })).toBe(true);
      expect(isMatch(bare, known, codes, { search: '张三', codeFilter: null })).toBe(false);
    }
  });
});

describe('articleCards', () => {
  it('goes by the place on the page, then by the place that was, then by time', () => {
    const seen = anAnnotation({ note: 'seen', target: placedAt(900) });
    const unseen = anAnnotation({ note: 'unseen', target: placedAt(50) });
    const later = anAnnotation({ note: 'later', created: '2026-03-02T08:00:00Z' });
    const earlier = anAnnotation({ note: 'earlier', created: '2026-03-01T08:00:00Z' });
    const placements = [aPlacement({ id: seen.id, start: 3 })];
    const { cards, lost } = articleCards([later, earlier, unseen, seen], placements, 'zh');
    expect(cards.map(({ note }) => note)).toEqual(['seen', 'unseen', 'earlier', 'later']);
    expect(cards.map(({ placement }) => placement)).toEqual([placements[0], null, null, null]);
    expect(lost).toEqual([]);
  });

  it('sets apart what is lost and what the reader has to decide; what is pending stays in its place', () => {
    const grades: Grade[] = ['exact', 'moved', 'changed', 'ambiguous', 'lost', 'pending'];
    const annotations = grades.map((grade) => anAnnotation({ note: grade }));
    const placements = annotations.map(({ id }, index) =>
      aPlacement({ id, grade: grades[index] ?? 'lost', start: index }),
    );
    const { cards, unclear, lost } = articleCards(annotations, placements, null);
    expect(cards.map(({ note }) => note)).toEqual(['exact', 'moved', 'changed', 'pending']);
    expect(unclear).toMatchObject([{ note: 'ambiguous', placement: { grade: 'ambiguous' } }]);
    expect(lost).toMatchObject([{ note: 'lost', placement: { grade: 'lost' } }]);
  });

  it('carries over what a card shows, and nothing that it does not', () => {
    const annotation = anAnnotation({ codeIds: [code.id], note: '见' });
    expect(articleCards([annotation], [], 'zh-CN').cards).toEqual([
      {
        id: annotation.id,
        quote: '稳中向好',
        language: 'zh-CN',
        codeIds: [code.id],
        note: '见',
        created: annotation.created,
        placement: null,
      },
    ]);
  });

  it('shows each annotation once, whatever the page says, placements of strangers included', () => {
    const annotations = Array.from({ length: 6 }, (_, index) => anAnnotation({ target: placedAt(index) }));
    const ids = annotations.map(({ id }) => id);
    const placement = fc
      .record({
        id: fc.constantFrom(...ids, anId(), '__proto__'),
        grade: fc.constantFrom<Grade>('exact', 'moved', 'changed', 'ambiguous', 'lost', 'pending'),
        start: fc.option(fc.nat(), { nil: null }),
      })
      .map(aPlacement);
    fc.assert(
      fc.property(fc.array(placement), (placements) => {
        const { cards, unclear, lost } = articleCards(annotations, placements, null);
        expect([...cards, ...unclear, ...lost].map(({ id }) => id).sort()).toEqual(ids.toSorted());
      }),
    );
  });
});

describe('groupByArticle', () => {
  it('keeps the order in which articles and their annotations come', () => {
    const [first, second] = [
      anArticle(),
      anArticle({ addresses: ['https://b.example/', 'https://m.b.example/'] }),
    ];
    const annotations = [second, first, second].map(({ id }, index) =>
      anAnnotation({ articleId: id, note: `${index}` }),
    );
    const groups = groupByArticle(
      annotations,
      new Map([first, second].map((article) => [article.id, article])),
    );
    expect(groups.map(({ articleId }) => articleId)).toEqual([second.id, first.id]);
    expect(groups[0]).toMatchObject({
      title: '全区经济稳中向好',
      outlet: '静安报',
      published: '2024-01-10T09:31+08:00',
      language: 'zh-CN',
      address: 'https://b.example/',
      cards: [
        { note: '0', language: 'zh-CN', placement: null },
        { note: '2', language: 'zh-CN', placement: null },
      ],
    });
  });

  it('shows an article that is missing or says nothing of itself without inventing anything', () => {
    const silent = anArticle({
      metadata: someMetadata({ title: null, authors: null, outlet: null, published: null, language: null }),
    });
    const annotations = [anAnnotation({ articleId: silent.id }), anAnnotation()];
    const groups = groupByArticle(annotations, new Map([[silent.id, silent]]));
    const nothing = { title: null, outlet: null, published: null, language: null };
    expect(groups).toMatchObject([
      { ...nothing, address: 'https://news.example/2024/01/10/1.html' },
      { ...nothing, address: '' },
    ]);
  });
});
