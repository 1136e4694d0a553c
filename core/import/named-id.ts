/** Ids that a file's own words lead to, so that what is read twice is known again. */

import { uuidOf } from '../uuid';
import type { ImportEnvironment } from './imported';

/** A UUID from the SHA-256 of the names; the same names give the same id. */
export async function namedId(
  { digest }: Pick<ImportEnvironment, 'digest'>,
  ...names: readonly string[]
): Promise<string> {
  return uuidOf(await digest(JSON.stringify(names)));
}
