import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listOrders } from '../../core/library-order';
import { type LibraryView, printView, readView, usualView } from '../../core/library-view';
import { anyText } from '../builders';
import { anyQueryText } from './query/any-query';

const anyView: fc.Arbitrary<LibraryView> = fc.record({
  query: anyQueryText.map((text) => text.toWellFormed()),
  order: fc.constantFrom(...listOrders),
  isGrouped: fc.boolean(),
  isTrashed: fc.boolean(),
  isTables: fc.boolean(),
  isCoders: fc.boolean(),
});

describe('what the page shows', () => {
  it('is read from its address as it was written into it', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { hash } = new URL(`https://library.example/#${printView(view)}`);
        expect(readView(hash)).toEqual(view);
      }),
    );
  });

  it('is the whole library where the address says nothing', () => {
    expect(printView(usualView)).toBe('');
    expect(readView('')).toEqual(usualView);
  });

  it('is something whatever the address says', () => {
    fc.assert(
      fc.property(anyText, (hash) => {
        expect(listOrders).toContain(readView(hash).order);
      }),
    );
  });
});
