/** Every occurrence of a phrase: the same words in other letters, whole words, and never across blocks by chance. */

import { describe, expect, it } from 'vitest';
import { describeOccurrence, findOccurrences } from '../../core/occurrences';

const found = (text: string, phrase: string, within = { start: 0, end: text.length }) =>
  findOccurrences(text, phrase, within).map(({ start, end }) => text.slice(start, end));

describe('findOccurrences', () => {
  it('finds the words in other letters, widths and accents', () => {
    const text = 'The Café shut. A CAFE opened. Every ｃａｆｅ did.';
    expect(found(text, 'café')).toEqual(['Café', 'CAFE', 'ｃａｆｅ']);
  });

  it('finds Chinese as part of longer words, and traditional characters by simplified ones', () => {
    expect(found('区委领导。該區委員會，区委书记。', '区委')).toEqual(['区委', '區委', '区委']);
  });

  it('finds whole words only where words are parted by spaces', () => {
    expect(found('Rain, rainfall, train and rain.', 'rain')).toEqual(['Rain', 'rain']);
    expect(found('第3期、第33期', '3')).toEqual(['3']);
    expect(found('用AI写作，AIGC不算', 'ai')).toEqual(['AI']);
  });

  it('tells none twice on the same words', () => {
    expect(found('哈哈哈', '哈哈')).toEqual(['哈哈']);
    expect(found('la la la la', 'la la')).toEqual(['la la', 'la la']);
  });

  it('goes from one line into the next only where the phrase does', () => {
    const text = '先源头\n后河床\n先源头后河床';
    expect(found(text, '源头后')).toEqual(['源头后']);
    expect(found(text, '源头\n\n后')).toEqual(['源头\n后']);
  });

  it('stays within the part that it is given, in offsets of the whole', () => {
    const text = 'rain\nno rain here\nrain';
    expect(findOccurrences(text, 'rain', { start: 5, end: 17 })).toEqual([{ start: 8, end: 12 }]);
  });

  it('takes runs of white space for one space', () => {
    expect(found('two  words', 'two words ')).toEqual(['two  words']);
  });

  it('finds nothing where nothing is asked', () => {
    expect(found('rain', ' \n ')).toEqual([]);
  });
});

describe('describeOccurrence', () => {
  it('shows what stands around it on its line, in whole characters', () => {
    const text = `before\n${'a'.repeat(39)}😀rain${'b'.repeat(60)}\nafter`;
    const start = text.indexOf('rain');
    const { words, before, after } = describeOccurrence(text, { start, end: start + 4 }, false);
    expect([words, before, after]).toEqual(['rain', `${'a'.repeat(38)}😀`, 'b'.repeat(40)]);
  });
});
