/** A scan that remembers what it found: asked the same again, it goes only through segments that are new to it. */

import type { Code } from '../code';
import { isSame } from '../same';
import { createCodeNumbers } from './code-numbers';
import { nothingGraded } from './graded';
import type { Packed } from './packed';
import type { Query } from './query';
import { createScan, type Scan } from './scan';

/** As many as a search asks together with what the filters beside it would find. */
const mostRemembered = 6;

/** Remembers what was asked last, and some before. Another list of codes counts as another question. */
export function createRememberedScan(): typeof createScan {
  const codeNumbers = createCodeNumbers();
  let last: { query: Query; codes: readonly Code[]; isTrashed: boolean; scan: Scan }[] = [];
  return (query, codes, { isTrashed = false, texts = new Map(), graded = nothingGraded } = {}) => {
    // Articles' texts, and what pages say, may be others by now.
    if (query.some(({ field }) => field === 'text' || field === 'grade')) {
      return remembering(createScan(query, codes, { isTrashed, texts, graded, codeNumbers }));
    }
    const known = last.find(
      (one) => one.codes === codes && one.isTrashed === isTrashed && isSame(one.query, query),
    );
    const latest = known ?? {
      query,
      codes,
      isTrashed,
      scan: remembering(createScan(query, codes, { isTrashed, codeNumbers })),
    };
    last = [latest, ...last.filter((one) => one !== latest)].slice(0, mostRemembered);
    return latest.scan;
  };
}

function remembering(scan: Scan): Scan {
  const known = new WeakMap<Packed, number[]>();
  return (packed) => {
    const found = known.get(packed) ?? scan(packed);
    known.set(packed, found);
    return found;
  };
}
