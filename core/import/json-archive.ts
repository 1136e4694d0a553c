/** Reads our own archive in JSON. */

import { readArchiveFile } from '../archive';
import type { ReadForeign } from './imported';

/** @throws ArchiveError */
export const readJsonArchive: ReadForeign = async ({ bytes }) => {
  const { archive, bad } = readArchiveFile(new TextDecoder().decode(bytes));
  return { archive, bad, mended: [] };
};
