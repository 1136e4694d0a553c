/** Which units an article has, and which codes count for them. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateUnits } from '../../../core/agreement/rate-units';
import { unitKinds, unitsOf } from '../../../core/agreement/units';
import { anAnnotation, anArticle, anyText, aTarget } from '../../builders';

const text =
  '全区经济稳中向好。𠮷野家开业😀！\n\n  第二段：他说：“很好。”然后走了。  \n——\nMr. Li left. So did I.';
const article = anArticle();

function wordsOf(kind: (typeof unitKinds)[number]): string[] {
  return unitsOf(article, text, kind).map(({ span }) => text.slice(span?.start, span?.end));
}

describe('unitsOf', () => {
  it('parts a text into paragraphs, without blanks at their ends', () => {
    expect(wordsOf('paragraph')).toEqual([
      '全区经济稳中向好。𠮷野家开业😀！',
      '第二段：他说：“很好。”然后走了。',
      '——',
      'Mr. Li left. So did I.',
    ]);
  });

  it('parts Chinese and English into sentences, and leaves out what has no words', () => {
    const sentences = wordsOf('sentence');
    expect(sentences.slice(0, 2)).toEqual(['全区经济稳中向好。', '𠮷野家开业😀！']);
    expect(sentences.at(-1)).toBe('So did I.');
    expect(sentences).not.toContain('——');
  });

  it('numbers them, and gives the same ones again', () => {
    expect(unitsOf(article, text, 'sentence')[1]).toEqual({
      id: `${article.id}/s2`,
      kind: 'sentence',
      articleId: article.id,
      span: { start: 9, end: 18 },
    });
    expect(unitsOf(article, text, 'paragraph')[1]?.id).toBe(`${article.id}/p2`);
  });

  it('without a text knows the article only', () => {
    expect(unitKinds.map((kind) => unitsOf(article, null, kind).length)).toEqual([1, 0, 0]);
  });

  it('of any text are in order, do not overlap, and neither begin nor end with a blank', () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.constantFrom('paragraph', 'sentence'), (lines, kind) => {
        const whole = lines.join('\n');
        let before = 0;
        for (const { span } of unitsOf(article, whole, kind)) {
          const words = whole.slice(span?.start, span?.end);
          expect(span?.start).toBeGreaterThanOrEqual(before);
          expect(words.trim()).toBe(words);
          expect(words).not.toBe('');
          before = span?.end ?? 0;
        }
      }),
    );
  });
});

describe('rateUnits', () => {
  const coding = (exact: string, codeIds: string[], creator: string) => {
    const start = text.indexOf(exact);
    const position = start < 0 ? null : { start, end: start + exact.length };
    const quote = { exact, prefix: '', suffix: '' };
    return anAnnotation({ articleId: article.id, codeIds, creator, target: aTarget({ quote, position }) });
  };
  const annotations = [
    coding('稳中向好', ['x'], '甲'),
    coding('向好。𠮷野', ['y', 'x'], '乙'),
    coding('开业', [], '甲'),
    { ...coding('第二段', ['y'], '甲'), deleted: '2026-03-02T08:00:00Z' },
    coding('从来没有', ['y'], '乙'),
  ];
  const coded = { article, text, annotations, readers: ['乙', '甲', '丙'] };
  const coderOf = ({ creator = '我' }) => creator;

  it('counts a code for each unit that its words touch, and for every reader what they left uncoded', () => {
    const { units } = rateUnits(coded, 'sentence', coderOf);
    expect(
      units.slice(0, 3).map(({ ratings }) => ratings.map(({ coder, codes }) => [coder, ...codes])),
    ).toEqual([
      [['丙'], ['乙', 'x', 'y'], ['甲', 'x']],
      [['丙'], ['乙', 'x', 'y'], ['甲']],
      [['丙'], ['乙'], ['甲']],
    ]);
    expect(units[0]?.annotations).toEqual(annotations.slice(0, 2));
  });

  it('names annotations whose words the text does not say', () => {
    expect(rateUnits(coded, 'paragraph', coderOf).unplaced).toEqual([annotations[4]]);
  });

  it('counts them for the article all the same', () => {
    const { units, unplaced } = rateUnits(coded, 'article', coderOf);
    expect(units.map(({ ratings }) => ratings.map(({ coder, codes }) => [coder, ...codes]))).toEqual([
      [['丙'], ['乙', 'x', 'y'], ['甲', 'x']],
    ]);
    expect(unplaced).toEqual([]);
  });
});
