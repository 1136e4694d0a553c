/** Reads a codebook file of any format that we know, from its bytes. */

import { decodeText } from '../decode-text';
import { readCodebookCsv } from './codebook-csv';
import { CodebookError } from './codebook-error';
import type { ReadCodebook } from './collect-codes';
import { readQdc } from './qdc';

/** Bytes. */
export const longestCodebookFile = 5_000_000;

/**
 * What the file holds decides, not its name.
 * @throws CodebookError that says why, and where
 */
export function readCodebook(bytes: Uint8Array): ReadCodebook {
  if (bytes.length > longestCodebookFile) {
    throw new CodebookError('codebook-too-large', 'file', `a codebook may have ${longestCodebookFile} bytes`);
  }
  const text = decodeText(bytes);
  if (text.includes('\0') || /^\s*[{[]/u.test(text)) {
    throw new CodebookError('not-a-codebook', 'file', 'it is neither XML nor CSV');
  }
  return /^\s*</u.test(text) ? readQdc(text) : readCodebookCsv(text);
}
