/** The text of a foreign file, from its bytes. */

import { ForeignFileError } from './foreign-file-error';

/** Bytes: more than 100,000 annotations take in the most talkative format. */
export const longestImport = 250_000_000;

const lineFeed = 0x0a;

/** Without byte order mark. @throws ForeignFileError where the bytes are too many or no text in UTF-8 */
export function readText(bytes: Uint8Array, longest = longestImport): string {
  if (bytes.length > longest)
    throw new ForeignFileError('too-large', 'file', `is longer than ${longest} bytes`);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ForeignFileError('not-text', `line ${firstBadLine(bytes)}`, 'is not text in UTF-8');
  }
}

/** A line break is no part of any other character, so that lines can be read one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(lineFeed, start);
    const stop = end < 0 ? bytes.length : end + 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop;
  }
  return line;
}
