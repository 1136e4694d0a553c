/** Reads JSON that nobody vouches for: not too deep, without keys that attack the reader, and what is wrong with its place. */

import { ForeignFileError } from './foreign-file-error';
import { longestImport, readText } from './read-text';

// Every format that we read nests less deeply; the rest is room for later versions.
const deepest = 32;

const marks = { quotation: 0x22, list: 0x5b, listEnd: 0x5d, record: 0x7b, recordEnd: 0x7d } as const;

/** @throws ForeignFileError */
export function readJson(bytes: Uint8Array, longest = longestImport): unknown {
  return parseJson(readText(bytes, longest));
}

/** A byte order mark is passed over. @throws ForeignFileError */
export function parseJson(text: string): unknown {
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== null) {
    throw new ForeignFileError(
      'unsafe',
      'file',
      `is nested too deeply, from ${lineAndColumn(text, tooDeep)}`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const place = error instanceof SyntaxError ? placeOf(error, text) : '';
    throw new ForeignFileError('not-json', 'file', `is not JSON${place}`);
  }
  const path = unsafePath(value);
  if (path !== null) {
    const parent = path.length === 0 ? '' : ` in ${path.join('.')}`;
    // Assigning this key later would swap the object's prototype.
    throw new ForeignFileError('unsafe', 'file', `has a key "__proto__"${parent}`);
  }
  return value;
}

/** Offset of the bracket that is one too many; brackets within quotation marks do not count. */
function firstTooDeep(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charCodeAt(at);
    if (mark === marks.quotation) at = endOfString(text, at + 1) - 1;
    else if (mark === marks.listEnd || mark === marks.recordEnd) depth -= 1;
    else if (mark === marks.list || mark === marks.record) {
      depth += 1;
      if (depth > deepest) return at;
    }
  }
  return null;
}

/** The offset after the closing quotation mark; the text's end where there is none. @param start after the opening one */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
  return text.length;
}

/** The keys above the first `__proto__`; null where there is none. */
function unsafePath(value: unknown): string[] | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Object.hasOwn(value, '__proto__')) return [];
  for (const [key, child] of Object.entries(value)) {
    const path = unsafePath(child);
    if (path !== null) return [key, ...path];
  }
  return null;
}

/** Where the JSON breaks off, as far as the browser's message tells: Chromium gives an offset, Firefox line and column. */
function placeOf({ message }: SyntaxError, text: string): string {
  const lineAndColumnSaid = /line (\d+) column (\d+)/u.exec(message);
  if (lineAndColumnSaid !== null)
    return `, from line ${lineAndColumnSaid[1]}, column ${lineAndColumnSaid[2]}`;
  const position = /position (\d+)/u.exec(message);
  if (position !== null) return `, from ${lineAndColumn(text, Number(position[1]))}`;
  return /end of (?:JSON|data)/u.test(message) ? ': it ends too early' : '';
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const lines = before.split('\n').length;
  return `line ${lines}, column ${offset - before.lastIndexOf('\n')}`;
}
