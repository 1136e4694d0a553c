/** Random annotations in segments, as a search goes through them, and what a plain reading makes of them. */

import * as fc from 'fast-check';
import type { Annotation } from '../../core/annotation';
import type { Article } from '../../core/article';
import { entryOf, headOf, type Packed, pack } from '../../core/query/packed';
import { anyAnnotation, anyArticle } from './query/any-query';

export interface AnyLibrary {
  annotations: Annotation[];
  articles: Article[];
  segments: Packed[];
}

const moments = [
  '2026-03-01T08:00:00.000Z',
  '2026-03-01T08:00:00.001Z',
  '1969-01-01T00:00:00.000Z',
  'no time',
];

/** In the order of article and id, as the library keeps them. */
export const anyLibrary: fc.Arbitrary<AnyLibrary> = fc
  .record({
    articles: fc.array(anyArticle, { minLength: 1, maxLength: 4 }),
    drawn: fc.array(
      fc.record({
        annotation: anyAnnotation,
        article: fc.nat(3),
        created: fc.constantFrom(...moments),
        start: fc.constantFrom(null, 0, 7, 70_000),
      }),
      { maxLength: 30 },
    ),
    size: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ articles, drawn, size }) => {
    const annotations = drawn
      .map(({ annotation, article, created, start }) => ({
        ...annotation,
        articleId: articles[article % articles.length]?.id ?? '',
        created,
        target: { ...annotation.target, position: start === null ? null : { start, end: start + 4 } },
      }))
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    const heads = new Map(articles.map((article) => [article.id, headOf(article)]));
    const segments: Packed[] = [];
    for (let from = 0; from < annotations.length; from += size) {
      segments.push(pack(annotations.slice(from, from + size).map(entryOf), heads));
    }
    return { annotations, articles, segments };
  });

function keyOf({ articleId, id }: Annotation): string {
  return `${articleId}\0${id}`;
}
