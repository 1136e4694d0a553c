/** Reads a codebook file of any format that we know, from its bytes. */

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
  const text = decode(bytes);
  if (text.includes('\0') || /^\s*[{[]/u.test(text)) {
    throw new CodebookError('not-a-codebook', 'file', 'it is neither XML nor CSV');
  }
  return /^\s*</u.test(text) ? readQdc(text) : readCodebookCsv(text);
}

/** UTF-8 or UTF-16 with its mark, else UTF-8; what is neither was most likely saved by a Chinese Excel. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
