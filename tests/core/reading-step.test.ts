import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadingUnit, readingStep } from '../../core/reading-step';

const english = 'A headline\nThe wall held. “It will hold,” she said. Nobody else spoke.\n\nThe end.';
const chinese = '标题\n各区要压实责任。监督工作不能放松！“督导组将再来。”会议今天结束。';

/** What is read on the way from one end of the text to the other. */
function walk(text: string, by: ReadingUnit, towards: 'back' | 'forward', language: string | null): string[] {
  const all = { start: 0, end: text.length };
  const read: string[] = [];
  let at = towards === 'forward' ? { start: 0, end: 0 } : { start: text.length, end: text.length };
  for (;;) {
    const next = readingStep(text, at, by, towards, all, language);
    if (next === null) return read;
    read.push(text.slice(next.start, next.end));
    at = next;
  }
}

describe('readingStep', () => {
  test('goes through English by sentences, and over empty lines', () => {
    const sentences = [
      'A headline',
      'The wall held.',
      '“It will hold,” she said.',
      'Nobody else spoke.',
      'The end.',
    ];
    expect(walk(english, 'sentence', 'forward', 'en')).toEqual(sentences);
    expect(walk(english, 'sentence', 'back', 'en')).toEqual(sentences.toReversed());
  });

  test('goes through Chinese by sentences', () => {
    const sentences = walk(chinese, 'sentence', 'forward', 'zh');
    expect(sentences.slice(0, 3)).toEqual(['标题', '各区要压实责任。', '监督工作不能放松！']);
    expect(sentences.at(-1)).toBe('会议今天结束。');
    expect(walk(chinese, 'sentence', 'back', 'zh')).toEqual(sentences.toReversed());
  });

  test('goes through both by paragraphs', () => {
    expect(walk(english, 'paragraph', 'forward', 'en')).toHaveLength(3);
    expect(walk(chinese, 'paragraph', 'back', 'zh')).toEqual([chinese.split('\n')[1], '标题']);
  });

  test('keeps to the part that can be read, and goes on from the middle of a sentence', () => {
    const within = { start: english.indexOf('The wall'), end: english.indexOf('\n\n') };
    const held = english.indexOf('held');
    const step = (towards: 'back' | 'forward') =>
      readingStep(english, { start: held, end: held + 4 }, 'sentence', towards, within, 'en');
    expect(step('back')).toBe(null);
    const next = step('forward');
    expect(english.slice(next?.start, next?.end)).toBe('“It will hold,” she said.');
  });

  test('comes by each character that is no white space once, there and back', () => {
    const text = fc.stringMatching(/^[a-zA-Z.!?。！“” \n的一👍]{0,80}$/u);
    const by = fc.constantFrom<ReadingUnit>('sentence', 'paragraph');
    fc.assert(
      fc.property(text, by, (words, unit) => {
        const read = walk(words, unit, 'forward', null);
        expect(read.join('').replace(/\s/gu, '')).toBe(words.replace(/\s/gu, ''));
        expect(walk(words, unit, 'back', null)).toEqual(read.toReversed());
      }),
    );
  });
});
