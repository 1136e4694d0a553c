/** Reads Pressmark's own archives back: the zip, and the single JSON text of before. */

import { type Archive, ArchiveError, type BadRecord, checkedFile, readArchiveFile } from '../archive';
import { headerPath, recordsPath, textFileKey } from '../archive-layout';
import { createRecordCollector, type RecordCollector } from '../archive-records';
import { type OpenZip, openZip } from '../zip/read-zip';
import { jsonLines } from './json-lines';

/** Bytes of all texts together: what fits into memory beside the records. */
const mostText = 250_000_000;

/** Of one list: a file of which so much is bad is no archive. */
const mostBad = 10_000;

/** Each list after those that it names. */
const lists = ['articles', 'snapshots', 'codes', 'variables', 'annotations'] as const;

/**
 * What is in the file decides, not its name. Records with a fault, and those that need them, are left out and named in `bad`.
 * @throws ArchiveError or ZipError where the file as a whole cannot be taken
 */
export function readArchiveBytes(bytes: Uint8Array): { archive: Archive; bad: BadRecord[] } {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readArchiveZip(openZip(bytes));
  try {
    return readArchiveFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ArchiveError('not-json', 'file', 'is not UTF-8');
  }
}

/** The annotations are read line by line: they never lie in memory twice. */
function readArchiveZip(zip: OpenZip): { archive: Archive; bad: BadRecord[] } {
  if (!zip.has(headerPath)) throw new ArchiveError('not-an-archive', 'file', 'is not a Pressmark archive');
  const header = readHeader(zip);
  const collector = createRecordCollector();
  const textOf = createTexts(zip);
  for (const list of lists) {
    const path = recordsPath(list);
    if (!zip.has(path)) throw new ArchiveError('not-an-archive', 'file', `has no “${path}”`);
    let bad = 0;
    let line = 0;
    for (const value of jsonLines(zip.chunks(path), path)) {
      line += 1;
      const where = `${path}, line ${line}`;
      const fault = 'fault' in value ? value.fault : takeRecord(collector, list, value.record, where, textOf);
      if (fault === null) continue;
      collector.fault(list, fault);
      bad += 1;
      if (bad > mostBad) throw new ArchiveError('bad-record', where, `is the ${bad}th bad record`);
    }
  }
  const { bad, ...records } = collector.collect();
  return { archive: { ...header, format: 'pressmark-archive', version: 1, ...records }, bad };
}

function readHeader(zip: OpenZip) {
  const lines = [...jsonLines(zip.chunks(headerPath), headerPath)];
  const [line] = lines;
  const header = line !== undefined && 'record' in line ? line.record : null;
  if (lines.length !== 1 || typeof header !== 'object' || header === null)
    throw new ArchiveError('not-an-archive', headerPath, 'is not one JSON record in a line');
  const empty = Object.fromEntries(lists.map((list) => [list, []]));
  return checkedFile({ ...header, ...empty });
}

/** Null where the collector has taken it. */
function takeRecord(
  collector: RecordCollector,
  list: (typeof lists)[number],
  record: unknown,
  where: string,
  textOf: (path: string, where: string) => string | null,
): string | null {
  if (list !== 'snapshots' || typeof record !== 'object' || record === null || 'text' in record) {
    collector.take(list, record);
    return null;
  }
  const path: unknown = Reflect.get(record, textFileKey);
  if (typeof path !== 'string') return `${textFileKey} is missing`;
  const text = textOf(path, where);
  if (text === null) return 'its text is not in the file';
  const { [textFileKey]: _, ...rest }: Record<string, unknown> = { ...record };
  collector.take(list, { ...rest, text });
  return null;
}

function createTexts(zip: OpenZip): (path: string, where: string) => string | null {
  let total = 0;
  return (path, where) => {
    const size = zip.sizeOf(path);
    if (size === null) return null;
    total += size;
    if (total > mostText) throw new ArchiveError('too-large', where, `texts are over ${mostText} bytes`);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(zip.bytes(path));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new ArchiveError('not-an-archive', path, 'is not UTF-8');
    }
  };
}
