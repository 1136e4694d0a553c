/** What a reader is shown of the text as it stood: true to the text that was kept, or to the quote's own context. */

import { describe, expect, it } from 'vitest';
import { frozenText } from '../../core/frozen-text';

const text = `${'甲'.repeat(250)}前文一句。消费回暖。后文一句。${'乙'.repeat(250)}`;
const exact = '消费回暖';
const start = text.indexOf(exact);
const quote = { exact, prefix: '前文一句。', suffix: '。后文一句。' };
const nowhere = { quote, position: null, range: null };
const there = { ...nowhere, position: { start, end: start + exact.length } };

describe('frozenText', () => {
  it('shows 200 units on either side of the words', () => {
    const shown = frozenText(text, there);
    expect(shown).toMatchObject({ words: exact, isCutBefore: true, isCutAfter: true });
    expect([shown.before.length, shown.after.length]).toEqual([200, 200]);
    expect(text).toContain(shown.before + shown.words + shown.after);
  });

  it('says where the text begins and ends', () => {
    expect(frozenText('前文一句。消费回暖。', { ...there, position: { start: 5, end: 9 } })).toEqual({
      before: '前文一句。',
      words: exact,
      after: '。',
      isCutBefore: false,
      isCutAfter: false,
    });
  });

  it('finds words without a position, or with a wrong one, by their context, where that stands there once', () => {
    for (const selectors of [nowhere, { ...nowhere, position: { start: 0, end: 4 } }]) {
      expect(frozenText(text, selectors)).toEqual(frozenText(text, there));
    }
  });

  it.each([
    ['no text was kept', null],
    ['the kept text does not say them', '别的文字'],
    ['it says them twice in that context', text + text],
  ])('falls back on the quote’s own context where %s', (_what, kept) => {
    const { prefix: before, suffix: after } = quote;
    expect(frozenText(kept, nowhere)).toEqual({
      before,
      words: exact,
      after,
      isCutBefore: true,
      isCutAfter: true,
    });
  });

  it('leaves off words that were cut, so that no figure is told wrongly', () => {
    const around = `${'word '.repeat(40)}1,234 one. Rain. A town of${' word'.repeat(36)} of 9,400 people`;
    const at = around.indexOf('Rain');
    const words = { ...nowhere, quote: { exact: 'Rain', prefix: '', suffix: '' } };
    const { before, after } = frozenText(around, { ...words, position: { start: at, end: at + 4 } });
    expect(before).toMatch(/^ word/u);
    expect(after).toMatch(/ of $/u);
  });

  it('cuts no character in half', () => {
    const faces = '😀'.repeat(150);
    const around = `${faces}！${exact}！${faces}`;
    const at = around.indexOf(exact);
    const { before, after } = frozenText(around, { ...there, position: { start: at, end: at + 4 } });
    expect(before.isWellFormed() && after.isWellFormed()).toBe(true);
    expect([before.length, after.length]).toEqual([199, 199]);
  });
});
