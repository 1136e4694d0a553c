/** Pressmark's own archive: everything a library holds, as one JSON text that can be read back without loss. */

import * as v from 'valibot';
import { type ArchiveRecords, type BadRecord, createRecordCollector } from './archive-records';
import { archiveSchema, faultOf } from './archive-schemas';
import { ForeignFileError } from './import/foreign-file-error';
import { parseJson } from './import/read-json';
import { inKeyOrder } from './key-order';

export type { BadRecord } from './archive-records';

/**
 * Snapshots may lack texts that articles and annotations name: then the archive carries quotes only. Annotations in the
 * trash are among the others. Articles may have values of variables that it lacks: nothing is known of those.
 */
export interface Archive extends ArchiveRecords {
  format: 'pressmark-archive';
  version: 1;
  /** ISO 8601, UTC. */
  exported: string;
  /** Who made the annotations that name nobody; missing where that is not told. */
  coder?: string;
  /** In a backup: what the reader has chosen beside the records; see `store/choices.ts`. */
  choices?: Readonly<Record<string, string>>;
  /** Ids of records of which a foreign file tells no time, so that none of them is newer than another. In no file. */
  undated?: ReadonlySet<string>;
  /** Ids that a reader made for annotations of which a foreign file tells none that lasts. In no file. */
  derived?: ReadonlySet<string>;
}

/** Why a file as a whole was refused, so that the interface can say it in the reader's language. */
export type ArchiveFault =
  | 'too-large'
  | 'not-json'
  | 'not-an-archive'
  | 'newer-version'
  | 'unsafe'
  | 'bad-record';

/** An archive that was not taken. `where` is "file" or a record's place, counted from 1: "annotation 3". */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';

  constructor(
    readonly fault: ArchiveFault,
    readonly where: string,
    readonly why: string,
  ) {
    super(`${where}: ${why}`);
  }
}

/** The longest archive that is read, in UTF-16 units: twice what 100,000 annotations in 5,000 articles take. */
export const longestArchive = 250_000_000;

/** The same library gives the same text: records by id, keys in one order, LF, a line break at the end. */
export function serializeArchive(archive: Archive): string {
  const sorted = {
    ...archive,
    articles: sortedBy(archive.articles, ({ id }) => id),
    snapshots: sortedBy(archive.snapshots, ({ sha256 }) => sha256),
    annotations: sortedBy(archive.annotations, ({ id }) => id),
    codes: sortedBy(archive.codes, ({ id }) => id),
    variables: sortedBy(archive.variables, ({ id }) => id),
  };
  return `${JSON.stringify(inArchiveOrder(sorted), null, 2)}\n`;
}

/**
 * Reads an archive of which every record is sound.
 * @throws {ArchiveError} naming the first fault
 */
export function parseArchive(text: string): Archive {
  const { archive, bad } = readArchiveFile(text);
  const [first] = bad;
  if (first !== undefined) {
    const others = bad.length === 1 ? '' : ` (and ${bad.length - 1} more)`;
    throw new ArchiveError('bad-record', first.where, first.why + others);
  }
  return archive;
}

/**
 * Reads what can be read: records with a fault, and those that need them, are left out and named in `bad`.
 * Whether a text has the digest it is filed under is for the store to check: hashing is not pure.
 * @throws {ArchiveError} when the file as a whole is no archive of this version, or is unsafe to read
 */
export function readArchiveFile(text: string): { archive: Archive; bad: BadRecord[] } {
  return checkRecords(readFile(text));
}

/**
 * What `readArchiveFile` does, with the records of an archive that is already an object, from a file of any format.
 * @throws {ArchiveError}
 */
export function checkRecords(archive: unknown): { archive: Archive; bad: BadRecord[] } {
  const file = checkedFile(archive);
  const collector = createRecordCollector();
  for (const list of ['articles', 'snapshots', 'codes', 'variables', 'annotations'] as const) {
    for (const record of file[list]) collector.take(list, record);
  }
  const { bad, ...records } = collector.collect();
  return { archive: { ...file, format: 'pressmark-archive', version: 1, ...records }, bad };
}

function readFile(text: string): unknown {
  if (text.length > longestArchive)
    throw new ArchiveError('too-large', 'file', `is longer than ${longestArchive} characters`);
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof ForeignFileError)) throw error;
    throw new ArchiveError(error.fault === 'not-json' ? 'not-json' : 'unsafe', error.where, error.why);
  }
}

/** @throws {ArchiveError} */
export function checkedFile(file: unknown): v.InferOutput<typeof archiveSchema> {
  const header = v.safeParse(
    v.looseObject({ format: v.literal('pressmark-archive'), version: v.unknown() }),
    file,
  );
  if (!header.success) throw new ArchiveError('not-an-archive', 'file', 'is not a Pressmark archive');
  const { version } = header.output;
  if (typeof version === 'number' && version > 1) {
    throw new ArchiveError(
      'newer-version',
      'file',
      `was made by a newer Pressmark (version ${version} of the format)`,
    );
  }
  if (version !== 1) throw new ArchiveError('not-an-archive', 'file', 'has no known version');
  const checked = v.safeParse(archiveSchema, file);
  if (!checked.success) throw new ArchiveError('not-an-archive', 'file', faultOf(checked.issues));
  return checked.output;
}

/** By UTF-16 units, which is the same everywhere; the order of a language is not. */
function sortedBy<T>(records: readonly T[], keyOf: (record: T) => string): T[] {
  return records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))));
}

/** What tells a reader what this is comes first, the other keys follow by name. */
export function inArchiveOrder(value: unknown): unknown {
  return inKeyOrder(value, ['format', 'version', 'exported', 'id', 'sha256']);
}
