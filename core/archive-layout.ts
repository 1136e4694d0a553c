/** Where the records stand in an archive that is a zip. */

import type { ArchiveRecords } from './archive-records';

/** Format, version and time, and nothing else: by it a zip is known for an archive. */
export const headerPath = 'pressmark.json';

export function recordsPath(list: keyof ArchiveRecords): string {
  return `records/${list}.jsonl`;
}

/** In a record of a text, the file that holds it: in place of `text`, as far as UTF-8 can hold that. */
export const textFileKey = 'textFile';
