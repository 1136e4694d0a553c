/** A text cut into pieces is the text, and each piece belongs to the passages that lie over it. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf } from '../../../core/reading/blocks';
import type { Passage } from '../../../core/text-difference';
import { anyText } from '../../builders';

function byPlace(one: Passage, other: Passage): number {
  return one.start - other.start || other.end - one.end;
}

const anyTextWithPassages = fc
  .array(anyText, { minLength: 1, maxLength: 8 })
  .map((lines) => lines.join('\n'))
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      passages: fc
        .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 12 })
        .map((places) =>
          places
            .map(([a, b], index) => ({ id: `p${index}`, start: Math.min(a, b), end: Math.max(a, b) }))
            .filter(({ start, end }) => end > start)
            .sort(byPlace),
        ),
    }),
  );

test('the pieces say every line that is not blank, and carry just the passages that lie over them', () => {
  fc.assert(
    fc.property(anyTextWithPassages, ({ text, passages }) => {
      const paragraphs = blocksOf(text, passages).flatMap((block) => block.paragraphs);
      const said = paragraphs.map(({ pieces }) => pieces.map((piece) => piece.text).join(''));
      expect(said).toEqual(text.split('\n').filter((line) => /\S/u.test(line)));
      for (const { start, text: words, ids } of paragraphs.flatMap(({ pieces }) => pieces)) {
        expect(text.slice(start, start + words.length)).toBe(words);
        for (let at = start; at < start + words.length; at += 1) {
          const over = passages.filter((passage) => passage.start <= at && at < passage.end);
          expect(ids).toEqual(over.map(({ id }) => id));
        }
      }
    }),
  );
});

test('a text of 60,000 characters with 500 annotations comes in blocks, none of them large', () => {
  const text = `${'全区经济稳中向好，各项指标符合预期。'.repeat(20)}\n`.repeat(170);
  const passages = Array.from({ length: 500 }, (_, index) => ({
    id: `p${index}`,
    start: index * 115,
    end: index * 115 + 180,
  }));
  const blocks = blocksOf(text, passages);
  expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThan(3_000);
  expect(
    Math.max(...blocks.map(({ paragraphs }) => paragraphs.flatMap(({ pieces }) => pieces).length)),
  ).toBeLessThan(50);
});

test('a line of the length of a book is shown in parts, and no character is halved', () => {
  const text = '😀'.repeat(20_000);
  const parts = blocksOf(`x${text}`, []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ pieces }) => pieces),
  );
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.every((piece) => piece.text.isWellFormed())).toBe(true);
  expect(parts.map((piece) => piece.text).join('')).toBe(`x${text}`);
});
