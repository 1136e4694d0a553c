import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustEnds, type EndMove, type EndStep } from '../../core/adjust-ends';

const english = 'The wall held. “It will hold again,” she said.\nNobody else spoke.';
const chinese = '各区要压实责任。监督工作不能放松，督导组将再来。\n会议今天结束。';

function adjusted(text: string, words: string, move: EndMove, language: string | null): string | null {
  const start = text.indexOf(words);
  const moved = adjustEnds(text, { start, end: start + words.length }, move, language);
  return moved === null ? null : text.slice(moved.start, moved.end);
}

const move = (end: EndMove['end'], by: EndStep, towards: EndMove['towards']): EndMove => ({
  end,
  by,
  towards,
});

describe('adjustEnds', () => {
  test.each([
    ['end', 'character', 'forward', 'held.'],
    ['end', 'character', 'back', 'hel'],
    ['end', 'word', 'forward', 'held. “It'],
    ['end', 'sentence', 'forward', 'held.'],
    ['start', 'character', 'back', 'l held'],
    ['start', 'word', 'back', 'wall held'],
    ['start', 'sentence', 'back', 'The wall held'],
    ['start', 'character', 'forward', 'eld'],
  ] as const)('moves the %s by a %s %s in English', (end, by, towards, expected) => {
    expect(adjusted(english, 'held', move(end, by, towards), 'en')).toBe(expected);
  });

  test.each([
    ['end', 'character', 'forward', '监督工'],
    ['end', 'word', 'forward', '监督工作'],
    ['end', 'sentence', 'forward', '监督工作不能放松，督导组将再来。'],
    ['start', 'word', 'back', '责任。监督'],
    ['start', 'character', 'forward', '督'],
  ] as const)('moves the %s by a %s %s in Chinese', (end, by, towards, expected) => {
    expect(adjusted(chinese, '监督', move(end, by, towards), 'zh')).toBe(expected);
  });

  test('goes on into the next line, and leaves the break between them out', () => {
    expect(adjusted(english, 'she said.', move('end', 'word', 'forward'), 'en')).toBe('she said.\nNobody');
    expect(adjusted(english, 'Nobody', move('start', 'word', 'back'), 'en')).toBe('said.\nNobody');
  });

  test('takes whole what the eye sees as one character', () => {
    expect(adjusted('so 👩‍💻 works', 'so', move('end', 'character', 'forward'), 'en')).toBe('so 👩‍💻');
    expect(adjusted('cafe\u0301s', 'caf', move('end', 'character', 'forward'), 'fr')).toBe('cafe\u0301');
  });

  test('leaves at least something, and stops at the ends of the text', () => {
    expect(adjusted(english, 'wall', move('end', 'word', 'back'), 'en')).toBe(null);
    expect(adjusted(english, 'The', move('start', 'word', 'back'), 'en')).toBe(null);
    expect(adjusted(english, 'spoke.', move('end', 'sentence', 'forward'), 'en')).toBe(null);
  });

  test('comes back to where it was after a step there and back, wherever it began at such a place', () => {
    const text = fc.stringMatching(/^[a-z，。\n 的一é👍]{1,60}$/u);
    const steps = fc.constantFrom<EndStep>('character', 'word', 'sentence');
    fc.assert(
      fc.property(text, steps, fc.nat(60), (words, by, at) => {
        const span = { start: 0, end: Math.min(at + 1, words.length) };
        const once = adjustEnds(words, span, move('end', by, 'forward'), null);
        const twice = once === null ? null : adjustEnds(words, once, move('end', by, 'forward'), null);
        if (once === null || twice === null) return;
        expect(adjustEnds(words, twice, move('end', by, 'back'), null)).toEqual(once);
      }),
    );
  });
});
