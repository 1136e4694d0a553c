/** Reads our own archives like any other file: the zip, and the single JSON text of before. */

import { readArchiveBytes } from './archive-zip';
import type { ReadForeign } from './imported';

/** @throws ArchiveError, ZipError */
export const readArchive: ReadForeign = async ({ bytes }) => ({ ...readArchiveBytes(bytes), mended: [] });
