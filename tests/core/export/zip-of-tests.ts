/** A zip written by fflate, until the product's own writer is at hand. */

import { Zip, ZipDeflate } from 'fflate';
import type { WriteZip } from '../../../core/export/xlsx-book';

export const writeZip: WriteZip = async function* (entries) {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  for await (const { name, parts } of entries) {
    const entry = new ZipDeflate(name, { level: 2 });
    Object.assign(entry, { os: 3, mtime: new Date(1980, 0, 1) });
    zip.add(entry);
    for await (const part of parts) {
      entry.push(typeof part === 'string' ? encoder.encode(part) : part);
      yield* ready;
      ready = [];
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
};
