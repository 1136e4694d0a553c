/** The order of codes in every table, the same in every language of the browser. */

import { type Code, codePath } from '../code';

export interface PlacedCode {
  code: Code;
  /** The names from the top of the codebook down. */
  path: readonly string[];
}

/** Each code before those under it, siblings by name in UTF-16 units. */
export function inPathOrder(codes: readonly Code[]): PlacedCode[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const placed = codes.map((code) => {
    const path = codePath(code, byId);
    return { code, path, key: `${path.join('\0')}\0\0${code.id}` };
  });
  return placed
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ code, path }) => ({ code, path }));
}
