import fc from 'fast-check';
import { expect, it } from 'vitest';
import { followEdits, type TextEdit } from '../../core/follow-edits';

/** A text, and what becomes of its parts: null leaves one as it is. */
const rewrites = fc.array(
  fc.tuple(
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 8 }),
    fc.option(fc.constantFrom('', 'a', 'b', 'ab', 'aab\n')),
  ),
  { maxLength: 8 },
);

function edit(parts: [string, string | null][]): { before: string; now: string; edits: TextEdit[] } {
  let [before, now] = ['', ''];
  const edits: TextEdit[] = [];
  for (const [text, other] of parts) {
    const start = before.length;
    // Two edits never meet.
    const isEdit = other !== null && (edits.length === 0 || (edits.at(-1)?.end ?? 0) < start);
    before += text;
    now += isEdit ? other : text;
    if (isEdit) edits.push({ start, end: before.length, length: other.length });
  }
  return { before, now, edits };
}

it('follows only to the same words, and always where no edit touches them', () => {
  fc.assert(
    fc.property(rewrites, fc.nat(60), fc.integer({ min: 1, max: 12 }), (parts, at, length) => {
      const { before, now, edits } = edit(parts);
      const start = Math.min(at, Math.max(0, before.length - 1));
      const end = Math.min(before.length, start + length);
      if (start >= end) return;
      const followed = followEdits(before, now, edits).follow(start, end);
      const isTouched = edits.some((one) => one.start < end && one.end > start);
      if (followed !== null) expect(now.slice(followed.start, followed.end)).toBe(before.slice(start, end));
      if (!isTouched) {
        const shift = edits
          .filter((one) => one.end <= start)
          .reduce((sum, one) => sum + one.length - one.end + one.start, 0);
        expect(followed).toEqual({ start: start + shift, end: end + shift, isUntouched: true });
      } else expect(followed?.isUntouched ?? false).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

const follow = (before: string, now: string, words: string) => {
  const start = before.indexOf(words);
  const edits = [{ start: 0, end: before.length, length: now.length }];
  const followed = followEdits(before, now, edits).follow(start, start + words.length);
  return followed === null ? null : now.slice(followed.start, followed.end);
};

it('finds words in a text that was written again with changes around them', () => {
  expect(follow('10:01\nThe wall fell.\nEnd', '10:02\nThe wall fell.\nEnd', 'wall')).toBe('wall');
  expect(follow('The wall fell at noon.', 'Yesterday the wall fell at noon.', 'noon')).toBe('noon');
});

it('does not take words for the same that stand at another place by chance', () => {
  expect(follow('a wall, a house, a wall', 'a tree', 'wall')).toBeNull();
  expect(follow('left wall right wall again', 'xxxx wall yyyyy zzzz qqqqq', 'wall')).toBeNull();
});

it('tells what came, with a little of what stands around it', () => {
  const line = 'x'.repeat(100);
  const [before, now] = [`${line}12:01${line}`, `${line}12:02${line}`];
  const { brought } = followEdits(before, now, [{ start: 0, end: before.length, length: now.length }]);
  expect(brought()).toEqual([now.slice(104 - 32, 105 + 32)]);
});
