/** Reads JSON of which each line is one value, without ever holding more than a line. */

import { ArchiveError } from '../archive';
import { ForeignFileError } from './foreign-file-error';
import { parseJson } from './read-json';

export type JsonLine = { record: unknown } | { fault: string };

/** UTF-16 units: an annotation may have a long note, an article a long history of its metadata. */
const longestLine = 20_000_000;

/**
 * @param path for errors
 * @throws ArchiveError for what is not UTF-8, a line without end, or one that would harm its reader
 */
export function* jsonLines(chunks: Iterable<Uint8Array>, path: string): Generator<JsonLine, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new ArchiveError('not-json', path, 'is not UTF-8');
    }
  };
  let waiting: string[] = [];
  let length = 0;
  let count = 0;
  const parse = (line: string): JsonLine => {
    count += 1;
    return parseLine(line, `${path}, line ${count}`);
  };
  for (const chunk of chunks) {
    const lines = decode(chunk).split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      waiting.push(line);
      yield parse(waiting.join(''));
      waiting = [];
      length = 0;
    }
    waiting.push(last);
    length += last.length;
    if (length > longestLine) throw new ArchiveError('too-large', path, 'has a line without end');
  }
  waiting.push(decode());
  const rest = waiting.join('');
  if (rest !== '') yield parse(rest);
}

function parseLine(line: string, where: string): JsonLine {
  try {
    return { record: parseJson(line) };
  } catch (error) {
    if (!(error instanceof ForeignFileError)) throw error;
    if (error.fault === 'unsafe') throw new ArchiveError('unsafe', where, error.why);
    return { fault: 'is not JSON' };
  }
}
