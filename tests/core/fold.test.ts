import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../core/fold';

const folded = (text: string) => fold(text).folded;

describe('fold', () => {
  it.each([
    ['curly and straight quotation marks', '“It’s”', '"It\'s"'],
    ['corner brackets and curly quotation marks', '「全面深化」', '“全面深化”'],
    ['dashes of all lengths', '2019–2024 —— 今天', '2019-2024—今天'],
    ['an ellipsis and dots', 'Wait…… what', 'Wait...what'],
    ['dots with and without spaces between', 'Wait . . . what', 'Wait… what'],
    ['full width and half width', 'ＡＢＣ１２３，（ｶﾞｷﾞ）', 'ABC123,(ガギ)'],
    ['a ligature and its letters', 'oﬃce', 'office'],
    ['composed and decomposed letters', 'Tiếng Việt é', 'Tiếng Việt é'.normalize('NFD')],
    ['Hangul syllables and jamo', '한국어', '한국어'.normalize('NFD')],
    ['soft hyphens and zero-width characters', 'demo\u00adcra\u200bcy\ufeff', 'democracy'],
    ['all kinds of white space between words', 'one\u00a0two\n\n three', 'one two three'],
    ['a line break and nothing, between Chinese characters', '江津\n区委　会议', '江津区委会议'],
    ['Chinese with and without spaces around Latin letters', '使用 GPS 定位', '使用GPS定位'],
    ['a heart as emoji and as text', '❤️', '❤'],
  ])('makes %s equal', (_, one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  it.each([
    ['case', 'US', 'us'],
    ['accents', 'résumé', 'resume'],
    ['superscripts', '10²', '102'],
    ['the space between words', 'an ice', 'a nice'],
    ['the space between Korean words', '아버지가 방에', '아버지 가방에'],
    ['digits', '2024', '2025'],
  ])('keeps %s', (_, one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });

  it('says where each unit came from', () => {
    const { folded, starts, ends } = fold('a  —— ﬁn e\u0301\u00ad!');
    expect(folded).toBe('a-fin é!');
    expect([...starts]).toEqual([0, 3, 6, 6, 7, 8, 9, 12]);
    expect([...ends]).toEqual([1, 5, 7, 7, 8, 9, 11, 13]);
  });

  const text = fc
    .array(
      fc.constantFrom(
        ...'aZ9é한中が。，“—.… \n\t',
        'e\u0301',
        'ｶﾞ',
        'ﬃ',
        '\u00ad',
        '\u200b',
        '\u00a0',
        '\r\n',
        '𠮷',
        '😀',
        '👩🏽‍💻',
        '❤️',
        '🇨🇳',
        '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
        '1️⃣',
        'x\u0302\u0323',
        '\u1112\u1161\u11ab',
        '\ud800',
      ),
    )
    .map((parts) => parts.join(''));

  it('maps every unit back into the characters that it came from, in order', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(text, (sample) => {
        const { folded, starts, ends } = fold(sample);
        expect(starts).toHaveLength(folded.length);
        expect(ends).toHaveLength(folded.length);
        const segments = graphemes.segment(sample);
        for (let at = 0; at < folded.length; at += 1) {
          const [start, end] = [starts[at] ?? -1, ends[at] ?? -1];
          expect(start).toBeLessThan(end);
          if (at > 0) expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
          const source = sample.slice(start, end);
          const grapheme = segments.containing(start);
          const isRun = /^[\s\u00ad\u200b.…—]+$/u.test(source);
          expect(isRun || (grapheme?.segment ?? '').includes(source)).toBe(true);
        }
      }),
    );
  });

  it('is the same for text in composed and in decomposed form, and for text that is folded already', () => {
    fc.assert(
      fc.property(text, (sample) => {
        expect(folded(sample.normalize('NFD'))).toBe(folded(sample.normalize('NFC')));
        expect(folded(folded(sample))).toBe(folded(sample));
      }),
    );
  });

  it('folds a text longer than a call takes arguments', () => {
    expect(folded('新闻'.repeat(200_000))).toHaveLength(400_000);
  });
});
