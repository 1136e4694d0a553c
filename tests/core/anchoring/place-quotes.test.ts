import { describe, expect, it } from 'vitest';
import { type Known, placeQuotes } from '../../../core/anchoring/place-quotes';
import { runAtOnce } from '../../../core/run-at-once';

const opening =
  'The harbour council met on Monday to hear from the engineers who inspected the sea wall in March. ';
const middle =
  'Their report, delivered without slides, ran to two hundred pages and named eleven weak points. ';
const closing =
  'Work on the first of them is due to start before the autumn storms, said the chair, Ada Quill.';
const caption = 'The sea wall at low tide.';

/** The quote at its `nth` place in `text`, as it is stored. */
function choose(text: string, exact: string, nth = 1): Known & { position: { start: number; end: number } } {
  let start = -1;
  for (let left = nth; left > 0; left -= 1) start = text.indexOf(exact, start + 1);
  const end = start + exact.length;
  return {
    quote: { exact, prefix: text.slice(Math.max(0, start - 64), start), suffix: text.slice(end, end + 64) },
    position: { start, end },
  };
}

function place(records: readonly Known[], text: string) {
  return runAtOnce(placeQuotes(records, { text, origin: 0 })).map((placed) => ({
    ...placed,
    words: placed.start === null || placed.end === null ? null : text.slice(placed.start, placed.end),
  }));
}

function placeOne(record: Known, text: string) {
  const [placed] = place([record], text);
  if (placed === undefined) throw new Error('nothing was placed');
  return placed;
}

function findAgain(before: string, exact: string, after: string, { nth = 1 } = {}) {
  return placeOne(choose(before, exact, nth), after);
}

describe('placeQuotes', () => {
  const text = opening + middle + closing;

  it('calls words at their own place exact', () => {
    expect(findAgain(text, 'two hundred pages', text)).toMatchObject({
      grade: 'exact',
      words: 'two hundred pages',
    });
  });

  it('calls words exact between the same words, whatever came in above them', () => {
    const longer = `Updated at noon. ${text}`;
    expect(findAgain(text, 'weak', longer)).toMatchObject({ grade: 'exact', words: 'weak' });
  });

  it('calls words moved that stand between other words', () => {
    const after = closing + middle + opening;
    expect(findAgain(text, middle.trim(), after)).toMatchObject({ grade: 'moved', words: middle.trim() });
  });

  it('calls words changed that were edited, and says what stands there now', () => {
    const after = text.replace('two hundred', 'some three hundred').replace('named', 'listed');
    expect(findAgain(text, middle.trim(), after)).toMatchObject({
      grade: 'changed',
      words:
        'Their report, delivered without slides, ran to some three hundred pages and listed eleven weak points.',
    });
  });

  it('calls words lost that are not there', () => {
    expect(findAgain(text, 'eleven weak points', opening + closing)).toMatchObject({
      grade: 'lost',
      words: null,
    });
  });

  it('finds words that were only set anew', () => {
    const before = 'He said: "It\'s over..." and left the café. 会议强调：要全面深化改革，推动高质量发展。';
    const after =
      'He said: “It’s over…”\nand left the cafe\u0301.\n会议强调:\n要全面深化改革，\n推动高质量发展。';
    expect(findAgain(before, '"It\'s over..." and left the café', after)).toMatchObject({
      words: '“It’s over…”\nand left the cafe\u0301',
    });
    expect(findAgain(before, '全面深化改革，推动', after).words).toBe('全面深化改革，\n推动');
  });

  describe('with two copies of the words', () => {
    const twice = `${opening}\n${caption}\n${caption}\n${middle}${closing}`;

    it.each([1, 2])('tells neighbour %i of two identical captions', (nth) => {
      expect(findAgain(twice, caption, twice, { nth })).toMatchObject({
        grade: 'exact',
        start: choose(twice, caption, nth).position.start,
      });
      const longer = `Updated at noon.\n${twice}`;
      expect(findAgain(twice, caption, longer, { nth })).toMatchObject({
        grade: 'exact',
        start: choose(longer, caption, nth).position.start,
      });
    });

    it.each([1, 2])('paints neither when copy %i disappeared with what stood around it', (nth) => {
      const apart = `${opening}\n${caption}\n${middle}\n${caption}\n${closing}`;
      const left = nth === 1 ? `${middle}\n${caption}\n${closing}` : `${opening}\n${caption}\n${middle}`;
      const gone = left.replace(middle, 'Nobody from the council was there to explain it. ');
      expect(findAgain(apart, caption, gone, { nth }).words).toBe(null);
    });

    it('does not take one shared credit line for context', () => {
      const credit = '（通讯员 李小四 记者 张三三 摄）';
      const photo = '图为志愿者在社区开展活动';
      const before = `第一段说的是春天里的事情，大家都来参加。${photo}${credit}第二段说的是另外一件事。`;
      const after = `完全不同的另一篇报道，讲的是夏天的防汛工作。${photo}${credit}其余内容也都不一样了。`;
      expect(findAgain(before, photo, after)).toMatchObject({ grade: 'ambiguous', words: null });
    });

    it('is ambiguous between copies with the same context, and names them', () => {
      const line = 'Read more about the sea wall and its long history in our archive. '.repeat(3);
      const before = `${line}${caption} ${line}${caption} ${line}`;
      const found = findAgain(before, caption, `Updated. ${before}`);
      expect(found).toMatchObject({ grade: 'ambiguous', words: null });
      expect(found.candidates).toHaveLength(2);
      expect(findAgain(before, caption, before, { nth: 2 })).toMatchObject({
        grade: 'exact',
        start: choose(before, caption, 2).position.start,
      });
    });

    it('prefers the edited surroundings of the right copy to a copy elsewhere', () => {
      const before = `${opening}${caption} ${middle}${closing}`;
      const after = `${caption} Elsewhere, news. ${opening.replace('Monday', 'Tuesday')}${caption} ${middle.replace('slides', 'notes')}${closing}`;
      expect(findAgain(before, caption, after).start).toBe(choose(after, caption, 2).position.start);
    });
  });

  describe('with a line that stands seven times', () => {
    const line = 'Slow the water down before you send it on to the people who live below you. ';
    const before = opening + line.repeat(7) + closing;

    it.each([2, 3, 4, 5, 6])(
      'does not choose between copies when only some are left, and offers each, for line %i',
      (nth) => {
        const after = opening + line + middle + line.repeat(2) + closing;
        const { grade, candidates } = findAgain(before, line.trim(), after, { nth });
        const starts = [1, 2, 3].map((one) => choose(after, line.trim(), one).position.start);
        if (grade === 'ambiguous') expect(candidates.map(({ start }) => start)).toEqual(starts);
        else expect(nth).toBe(6);
      },
    );

    it('is not sure of a copy because the words above it have moved as far', () => {
      const above = choose(before, opening.trim());
      const quote = choose(before, line.trim(), 4);
      const after = `${line}${opening}${line.repeat(5)}${closing}`;
      const [first, second] = place([above, quote], after);
      expect(first?.grade).not.toBe('lost');
      expect(second?.grade).toBe('ambiguous');
    });

    it.each([1, 7])('knows line %i of them by the end of the row', (nth) => {
      const after = `Updated at noon. ${before.replace('Monday', 'Tuesday')}`;
      const { start } = findAgain(before, line.trim(), after, { nth });
      expect(start).toBe(choose(after, line.trim(), nth).position.start);
    });
  });

  describe('with very short quotes', () => {
    it('finds one letter by its context', () => {
      expect(findAgain(text, 'Q', `Now: ${text}`)).toMatchObject({ grade: 'exact', words: 'Q' });
      const chinese = '会议指出，要坚持以人民为中心的发展思想，把群众的事情办好。';
      expect(findAgain(chinese, '把', `【更新】${chinese}`)).toMatchObject({ grade: 'exact', words: '把' });
    });

    it.each(['weak', 'Ada Quill', 'named eleven weak points'])('does not paint "%s" elsewhere', (words) => {
      const other = `In other news, ${words} came up again at the fair, where nobody had expected it at all.`;
      expect(findAgain(text, words, other).words).toBe(null);
    });

    it('does not paint one letter because it stands at the old place', () => {
      expect(findAgain(text, 'a', 'abcdefghijkl'.repeat(40)).words).toBe(null);
    });

    it('never finds a word inside another word, or a letter inside a character', () => {
      expect(findAgain('so press on', 'press', 'so express on').words).toBe(null);
      expect(findAgain('to give 500 now', '500', 'to give 1500 now').words).toBe(null);
    });

    it('takes a character whole that got an accent or a companion, or not at all', () => {
      expect(findAgain('an x here', 'x', 'an x\u0302 here')).toMatchObject({
        grade: 'changed',
        words: 'x\u0302',
      });
      expect(findAgain('a 👩 works', '👩', 'a 👩‍💻 works').words).toBe(null);
    });

    it('still finds a part of a word that was chosen as such', () => {
      expect(
        findAgain(`${opening}expressly ${closing}`, 'press', `New. ${opening}expressly ${closing}`),
      ).toMatchObject({
        grade: 'exact',
        words: 'press',
      });
    });
  });

  it('takes no words for others that another quote has for its own, however alike they are', () => {
    const line = (place: number, men: number) =>
      `The harbour number ${place} was finished by ${men} masons who had come from the north that spring.`;
    const before = Array.from({ length: 50 }, (_, index) => line(index + 1, 7 * (index + 1))).join('\n');
    const records = Array.from({ length: 50 }, (_, index) =>
      choose(before, line(index + 1, 7 * (index + 1))),
    );
    const grades = place(records, line(1, 7)).map(({ grade }) => grade);
    expect(grades[0]).not.toBe('lost');
    expect(grades.slice(1).filter((grade) => grade !== 'lost')).toEqual([]);
  });

  it('keeps to the dots that were chosen of a longer run', () => {
    const dots = `${opening}Well......${closing}`;
    expect(findAgain(dots, 'Well...', `New. ${dots}`).words).toBe('Well...');
  });

  it('finds a long quote whatever stands around it now', () => {
    const quote = (middle + closing).repeat(60).trim();
    const found = findAgain(`Before. ${quote} After.`, quote, `Advertisement\n${quote}\nAdvertisement`);
    expect(found).toMatchObject({ grade: 'moved', words: quote });
    expect(quote.length).toBeGreaterThan(11_000);
  });

  it('finds words that were kept without context when they are long enough and unique', () => {
    const found = (exact: string) =>
      placeOne({ quote: { exact, prefix: '', suffix: '' }, position: null }, text).grade;
    expect(found('who inspected the sea wall in March')).toBe('exact');
    expect(found('Monday')).toBe('ambiguous');
  });

  it.each(['', ' \n ', '\u200b'])('calls a quote without words (%j) lost', (exact) => {
    const quote = { exact, prefix: 'a', suffix: 'b' };
    expect(placeOne({ quote, position: null }, text)).toMatchObject({
      grade: 'lost',
      reason: 'unreadable',
    });
  });
});
