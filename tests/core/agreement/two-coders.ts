/** A packet of two articles, and what people may have made of it. */

import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { Annotation } from '../../../core/annotation';
import type { Archive } from '../../../core/archive';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aTarget } from '../../builders';

export const environment = {
  now: '2026-04-01T08:00:00.000Z',
  digest: async (text: string) => createHash('sha256').update(text).digest('hex'),
};

const snapshots = [
  '😀全区经济稳中向好。𠮷野家开业！他说：“很好。”\n第二段。',
  '区委部署。督导组到位。\n一把手负责。',
].map((text) => aSnapshot({ text }));
export const packetCodes = ['经济', '主体', '制度'].map((name) => aCode({ name }));
export const packet = anArchive({
  articles: snapshots.map(({ sha256 }, index) =>
    anArticle({ addresses: [`https://news.example/packet/${index}`], snapshot: sha256 }),
  ),
  snapshots,
  codes: packetCodes,
});

/** An annotation on words of one of the articles. */
export function coding(
  article: number,
  exact: string,
  codes: number[],
  over: Partial<Annotation> = {},
): Annotation {
  const { id = '' } = packet.articles[article] ?? {};
  const { text = '', sha256 = null } = snapshots[article] ?? {};
  const start = text.indexOf(exact);
  return anAnnotation({
    articleId: id,
    codeIds: codes.map((code) => packetCodes[code]?.id ?? ''),
    target: aTarget({
      quote: { exact, prefix: '', suffix: '' },
      position: { start, end: start + exact.length },
      snapshot: sha256,
    }),
    ...over,
  });
}

export function codedBy(...annotations: Annotation[]): Archive {
  return { ...packet, annotations };
}

/** Any passages with any codes. */
export const anyCodings: fc.Arbitrary<Annotation[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.uuid(),
      article: fc.nat(1),
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 12 }),
      codes: fc.subarray([0, 1, 2]),
    })
    .map(({ id, article, start, length, codes }) => {
      const { text = '' } = snapshots[article] ?? {};
      const from = start % text.length;
      const exact = text.slice(from, from + length);
      const made = coding(article, exact, codes, { id });
      const position = { start: from, end: from + exact.length };
      return { ...made, target: { ...made.target, position } };
    }),
  { maxLength: 8, selector: ({ id }) => id },
);
