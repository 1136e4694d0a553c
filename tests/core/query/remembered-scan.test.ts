import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Packed } from '../../../core/query/packed';
import { parseQuery } from '../../../core/query/parse-query';
import { createRememberedScan } from '../../../core/query/remembered-scan';
import { createScan } from '../../../core/query/scan';
import { anyLibrary } from '../any-packed';
import { anyQueryText, codebook } from './any-query';

it('finds what a scan finds, whatever was asked before', () => {
  const remembered = createRememberedScan();
  fc.assert(
    fc.property(
      anyLibrary,
      fc.array(anyQueryText, { maxLength: 3 }),
      fc.boolean(),
      ({ segments }, texts, isTrashed) => {
        for (const text of [...texts, ...texts]) {
          const query = parseQuery(text);
          const found = segments.map(remembered(query, codebook, { isTrashed }));
          expect(found).toEqual(segments.map(createScan(query, codebook, { isTrashed })));
        }
      },
    ),
  );
});

it('asked the same again, goes through a segment only once; another codebook is another question', () => {
  const [library] = fc.sample(
    anyLibrary.filter(({ segments }) => segments.length > 0),
    { numRuns: 1, seed: 6 },
  );
  const [segment] = library?.segments ?? [];
  if (segment === undefined) throw new Error('no segment was drawn');
  let looks = 0;
  const watched: Packed = Object.defineProperty({ ...segment }, 'isTrashed', {
    get() {
      looks += 1;
      return segment.isTrashed;
    },
  });
  const createRemembered = createRememberedScan();
  const first = createRemembered(parseQuery('稳中'), codebook)(watched);
  const once = looks;
  expect(once).toBeGreaterThan(0);
  expect(createRemembered(parseQuery('稳中'), codebook)(watched)).toBe(first);
  expect(looks).toBe(once);
  createRemembered(parseQuery('稳中'), [...codebook])(watched);
  expect(looks).toBeGreaterThan(once);
});
