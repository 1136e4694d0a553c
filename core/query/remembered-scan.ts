/** A scan that remembers what it found: asked the same again, it goes only through segments that are new to it. */

import type { Code } from '../code';
import { isSame } from '../same';
import { createCodeNumbers } from './code-numbers';
import type { Packed } from './packed';
import type { Query } from './query';
import { createScan, type Scan } from './scan';

/** Remembers what was asked last, and no more. Another list of codes counts as another question. */
export function createRememberedScan(): typeof createScan {
  const codeNumbers = createCodeNumbers();
  let last: { query: Query; codes: readonly Code[]; isTrashed: boolean; scan: Scan } | null = null;
  return (query, codes, { isTrashed = false, texts = new Map() } = {}) => {
    // Articles' texts may be others by now.
    if (texts.size > 0) return remembering(createScan(query, codes, { isTrashed, texts, codeNumbers }));
    if (last?.codes === codes && last.isTrashed === isTrashed && isSame(last.query, query)) return last.scan;
    const scan = remembering(createScan(query, codes, { isTrashed, codeNumbers }));
    last = { query, codes, isTrashed, scan };
    return scan;
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
