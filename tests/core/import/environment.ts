/** What readers of foreign files are given in tests. */

import { createHash } from 'node:crypto';
import type { ImportEnvironment, Imported, ReadForeign } from '../../../core/import/imported';

export const environment: ImportEnvironment = {
  now: '2026-11-23T08:00:00.000Z',
  digest: async (text) => createHash('sha256').update(text).digest('hex'),
};

export async function readFile(read: ReadForeign, content: string | Uint8Array): Promise<Imported> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return read({ name: 'file', bytes }, environment);
}

/** The message with which the file is refused, or "taken". */
export async function refusalOf(read: ReadForeign, content: string | Uint8Array): Promise<string> {
  try {
    await readFile(read, content);
  } catch (error) {
    if (error instanceof Error && error.name === 'ForeignFileError') return error.message;
    throw error;
  }
  return 'taken';
}
