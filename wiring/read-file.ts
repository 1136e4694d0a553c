/** Reads a file of any kind that we know into records, without a look at the library. */

import { ForeignFileError } from '../core/import/foreign-file-error';
import type { Imported } from '../core/import/imported';
import { sha256 } from '../store/digest';
import type { Store } from '../store/open-store';
import { loadReader } from './importers';

/** @throws an error with a `fault` where the file as a whole cannot be taken, a codebook too */
export async function readFile({ environment }: Store, name: string, content: Blob): Promise<Imported> {
  const given = { name, bytes: new Uint8Array(await content.arrayBuffer()) };
  const { isCodebook, kindOfFile } = await import('../core/import/kind-of-file');
  if (isCodebook(given)) throw new ForeignFileError('codebook', 'file', 'is a codebook');
  const read = await loadReader(kindOfFile(given));
  return read(given, { now: new Date(environment.now()).toISOString(), digest: sha256 });
}
