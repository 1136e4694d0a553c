/** What a reader is told of an edit: every word of both texts once, and the change no larger than it was. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stretch, wordDifference } from '../../core/word-difference';
import { anyText } from '../builders';

/** `[-removed-]` and `{+added+}`. */
function written(before: string, after: string): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return wordDifference(before, after)
    .map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
    .join('');
}

const textOf = (stretches: readonly Stretch[], kind: Stretch['kind']) =>
  stretches
    .filter((stretch) => stretch.kind === 'same' || stretch.kind === kind)
    .map(({ text }) => text)
    .join('');

describe('wordDifference', () => {
  it.each([
    ['the same', 'at noon', 'at noon', 'at noon'],
    ['a word', 'fell at noon', 'fell at dusk', 'fell at [-noon-]{+dusk+}'],
    [
      'several words in a row',
      'it rose to nine today',
      'it fell by two today',
      'it [-rose to nine-]{+fell by two+} today',
    ],
    ['a figure with its marks', 'by 3.5 percent', 'by 4.1 percent', 'by [-3.5-]{+4.1+} percent'],
    [
      'a word for two',
      'printed eleven letters',
      'printed twelve angry letters',
      'printed [-eleven-]{+twelve angry+} letters',
    ],
    ['a word more', 'the wall', 'the old wall', 'the {+old +}wall'],
    ['a word less, at the end', 'the wall fell', 'the wall', 'the wall[- fell-]'],
    [
      'Chinese characters, no more than changed',
      '全区经济稳中向好',
      '全区经济稳中有进',
      '全区经济稳中[-向好-]{+有进+}',
    ],
    ['Chinese with one character left between', '消费回暖', '出口回升', '[-消费回暖-]{+出口回升+}'],
    [
      'Chinese beside Latin and figures',
      '增长3.2%，A股上涨',
      '增长5%，B股上涨',
      '增长[-3.2-]{+5+}%，[-A-]{+B+}股上涨',
    ],
    ['everything', 'one', '二', '[-one-]{+二+}'],
    ['nothing left', 'one two', '', '[-one two-]'],
    ['nothing before', '', 'one', '{+one+}'],
    ['only the kind of white space', 'one\ntwo', 'one\u00a0two', 'one\ntwo'],
    ['an emoji as a whole', 'ok 👩‍👩‍👧', 'ok 👩‍👩‍👦', 'ok [-👩‍👩‍👧-]{+👩‍👩‍👦+}'],
    ['a letter with its accent', 'cafe\u0301', 'cafe', '[-cafe\u0301-]{+cafe+}'],
    ['Korean by words', '서울 시장이 말했다', '서울 시민이 말했다', '서울 [-시장이-]{+시민이+} 말했다'],
    ['two edits far apart', 'a b c d e f', 'x b c d e y', '[-a-]{+x+} b c d e [-f-]{+y+}'],
  ])('marks %s', (_what, before, after, expected) => {
    expect(written(before, after)).toBe(expected);
  });

  it('loses no word of either text, whatever they are', () => {
    const spaces = (text: string) => text.replace(/\s+/gu, ' ');
    const edited = fc
      .tuple(anyText, anyText, anyText, anyText)
      .map(([start, was, is, end]) => [start + was + end, start + is + end] as const);
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(anyText, anyText)), ([before, after]) => {
        const stretches = wordDifference(before, after);
        expect(textOf(stretches, 'removed')).toBe(before);
        expect(spaces(textOf(stretches, 'added'))).toBe(spaces(after));
        expect(stretches.every(({ text }) => text !== '')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds two edits in a quote of ten thousand characters', () => {
    const long = '河水清了又浊，'.repeat(1_500);
    const difference = wordDifference(`甲${long}乙`, `丙${long}丁`);
    expect(difference.map(({ kind, text }) => [kind, text.length])).toEqual([
      ['removed', 1],
      ['added', 1],
      ['same', long.length],
      ['removed', 1],
      ['added', 1],
    ]);
  });

  it('calls a text that has nothing in common replaced, and does not look for long', () => {
    const [before, after] = ['甲乙丙丁'.repeat(5_000), 'one two '.repeat(5_000)];
    expect(wordDifference(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });
});
