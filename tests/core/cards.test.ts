/** What the sidebar lists, and in which order. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grade } from '../../core/annotation';
import { articleCards, groupByArticle } from '../../core/cards';
import { aCode, anAnnotation, anArticle, anId, aPlacement, aTarget, someMetadata } from '../builders';

const code = aCode({ name: 'Party' });

function placedAt(start: number | null) {
  return aTarget({ position: start === null ? null : { start, end: start + 4 } });
}

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
