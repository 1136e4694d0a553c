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

/** What has become of the words, with what the edits that touch them brought. */
const around = (parts: [string, string | null][], words: string) => {
  const { before, now, edits } = edit(parts);
  const start = before.indexOf(words);
  const found = followEdits(before, now, edits).around(start, start + words.length);
  return now.slice(found.start, found.end);
};

it('takes along what an edit made of the words, and all that it brought, but no edit beside them', () => {
  const parts: [string, string | null][] = [
    ['At first ', 'First, '],
    ['the wall ', null],
    ['fell', 'was torn down'],
    [' at noon, ', null],
    ['it said.', ''],
  ];
  expect(around(parts, 'the wall')).toBe('the wall');
  expect(around(parts, 'wall fell at')).toBe('wall was torn down at');
  expect(around(parts, 'el')).toBe('was torn down');
  expect(around(parts, 'first the wall fell')).toBe('First, the wall was torn down');
  expect(around(parts, 'noon, it')).toBe('noon, ');
  expect(around(parts, 'said')).toBe('');
});

it('finds around words no less than where they are followed to, and what no edit touches as it was', () => {
  fc.assert(
    fc.property(rewrites, fc.nat(60), fc.integer({ min: 1, max: 12 }), (parts, at, length) => {
      const { before, now, edits } = edit(parts);
      const start = Math.min(at, Math.max(0, before.length - 1));
      const end = Math.min(before.length, start + length);
      if (start >= end) return;
      const followers = followEdits(before, now, edits);
      const [followed, found] = [followers.follow(start, end), followers.around(start, end)];
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.end).toBeGreaterThanOrEqual(found.start);
      expect(found.end).toBeLessThanOrEqual(now.length);
      if (followed === null) return;
      expect(found.start).toBeLessThanOrEqual(followed.start);
      expect(found.end).toBeGreaterThanOrEqual(followed.end);
      if (followed.isUntouched) expect(now.slice(found.start, found.end)).toBe(before.slice(start, end));
    }),
    { numRuns: 2_000 },
  );
});

it('tells what came, with a little of what stands around it', () => {
  const line = 'x'.repeat(100);
  const [before, now] = [`${line}12:01${line}`, `${line}12:02${line}`];
  const { brought } = followEdits(before, now, [{ start: 0, end: before.length, length: now.length }]);
  expect(brought()).toEqual([now.slice(104 - 32, 105 + 32)]);
});
