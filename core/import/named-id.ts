/** Ids that a file's own words lead to, so that what is read twice is known again. */

import type { ImportEnvironment } from './imported';

/** A UUID of version 8 (RFC 9562) from the SHA-256 of the names; the same names give the same id. */
export async function namedId(
  { digest }: Pick<ImportEnvironment, 'digest'>,
  ...names: readonly string[]
): Promise<string> {
  const hex = await digest(JSON.stringify(names));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
