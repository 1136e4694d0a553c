import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Colour, colours } from '../../../core/colour';
import type { Highlight } from '../../../page/paint/highlight';
import { findOverlaps, findUppermost } from '../../../page/paint/overlaps';

const length = 30;

function highlight(id: string, colour: Colour, start: number, end: number): Highlight {
  return { id, colour, start, end, ranges: [] };
}

const highlights = fc
  .array(
    fc.tuple(fc.constantFrom(...colours.slice(0, 3)), fc.nat(length - 1), fc.integer({ min: 1, max: 12 })),
    {
      maxLength: 12,
    },
  )
  .map((all) =>
    all.map(([colour, start, size], index) =>
      highlight(String(index), colour, start, Math.min(length, start + size)),
    ),
  );

/** How many highlights hold each unit of the text. */
function depths(all: readonly Highlight[]): number[] {
  return Array.from({ length }, (_, at) => all.filter(({ start, end }) => start <= at && at < end).length);
}

it('finds exactly the units that two highlights or more share, in the order of the text', () => {
  fc.assert(
    fc.property(highlights, (all) => {
      const shared = new Array<number>(length).fill(0);
      let reached = 0;
      for (const { from, to } of findOverlaps(all)) {
        expect(from.start).toBeGreaterThanOrEqual(reached);
        expect(to.end).toBeGreaterThan(from.start);
        for (let at = from.start; at < to.end; at += 1) shared[at] = 1;
        reached = to.end;
      }
      expect(shared).toEqual(depths(all).map((depth) => (depth > 1 ? 1 : 0)));
    }),
  );
});

it('lifts exactly those that lie on an earlier one of another colour', () => {
  fc.assert(
    fc.property(highlights, (all) => {
      const wanted = all.filter((one, index) =>
        all
          .slice(0, index)
          .some((other) => other.colour !== one.colour && other.start < one.end && one.start < other.end),
      );
      expect(all.filter((one) => findUppermost(all).has(one))).toEqual(wanted);
    }),
  );
});
