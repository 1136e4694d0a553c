/** Queries, codebooks and annotations that are likely to meet: few words in many forms. */

import * as fc from 'fast-check';
import type { Annotation } from '../../../core/annotation';
import type { Article } from '../../../core/article';
import type { Code } from '../../../core/code';
import { aCode, anAnnotation, anArticle, anyText, aTarget, someMetadata } from '../../builders';

const words = [
  '经济',
  '經濟',
  '经',
  '区委',
  '稳中向好',
  'Economy',
  'economies',
  'ECON',
  'café',
  'cafe\u0301',
  'tax',
  'taxes',
  '５G',
  '5g',
  'a-b',
  '《新政》',
  'हिन्दी',
  'ＡＢＣ',
];

/** Words with and without blanks between them. */
export const anyWords = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', ' ', '\u3000', '\n', ', ')), {
    maxLength: 6,
  })
  .map((parts) => parts.flat().join(''));

const mark = fc.constantFrom('"', '“', '”', '＂', '「', '」', '『', '』', '«', '»');
const head = fc
  .tuple(
    fc.constantFrom('', '', '', '-', '－'),
    fc.constantFrom(
      '',
      '',
      'code',
      'only',
      'id',
      'outlet',
      'before',
      'after',
      'LANG',
      'note',
      'grade',
      'has',
      'text',
      '注意',
      'http',
    ),
    fc.constantFrom(':', '：'),
  )
  .map(([minus, field, colon]) => (field === '' ? minus : minus + field + colon));
const value = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(
    '主体/区委',
    '/主体',
    '/主体／区委',
    '委',
    '2024',
    '2024-01',
    '2024年1月10日',
    '2024-13',
    'zh',
    'en-GB',
  ),
  fc.constantFrom('lost', 'note', '静安报', 'The Times', ''),
  anyWords,
);

/** What a person may have typed. */
export const anyQueryText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(head, value).map((parts) => parts.join('')) },
      {
        weight: 4,
        arbitrary: fc.tuple(head, mark, value, mark).map((parts) => parts.join('')),
      },
      { weight: 1, arbitrary: anyText },
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(' '));

export const codebook: readonly Code[] = (() => {
  const top = aCode({ name: '主体' });
  const committee = aCode({ name: '區委', parentId: top.id });
  const economy = aCode({ name: 'Economy' });
  return [
    top,
    committee,
    aCode({ name: '书记', parentId: committee.id }),
    economy,
    aCode({ name: '区委', parentId: economy.id }),
  ];
})();

export const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    title: anyWords,
    outlet: fc.constantFrom(null, '静安报', '靜安報', 'The Times', 'Times'),
    author: fc.constantFrom(null, '张三', 'Ann Économie'),
    published: fc.constantFrom(null, '2023', '2024-01', '2024-01-10T09:31+08:00', '2024-02-01'),
    language: fc.constantFrom(null, 'zh', 'zh-CN', 'en'),
  })
  .map(({ title, outlet, author, published, language }) => {
    const from = 'meta' as const;
    return anArticle({
      metadata: someMetadata({
        title: title === '' ? null : { value: title, from },
        outlet: outlet === null ? null : { value: outlet, from },
        authors: author === null ? null : { value: [author], from },
        published: published === null ? null : { value: published, from, zoneAssumed: false },
        language: language === null ? null : { value: language, from },
      }),
    });
  });

export const anyAnnotation: fc.Arbitrary<Annotation> = fc
  .record({
    exact: anyWords,
    note: fc.oneof(fc.constant(''), anyWords),
    codeIds: fc.subarray(codebook.map(({ id }) => id)),
    isTrashed: fc.nat(5).map((chance) => chance === 0),
  })
  .map(({ exact, note, codeIds, isTrashed }) =>
    anAnnotation({
      target: aTarget({ quote: { exact, prefix: '', suffix: '' } }),
      note,
      codeIds,
      deleted: isTrashed ? '2026-03-01T08:00:00.000Z' : null,
    }),
  );
