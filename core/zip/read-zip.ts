/** Opens zips that anybody may have made: every entry is checked before any is read, and only what is asked for is inflated. */

import { inflateEntry } from './inflate-entry';
import { type Directory, readDirectory, type ZipLimits } from './zip-directory';
import { ZipError } from './zip-error';

export interface OpenZip {
  /** In the order of the directory, without folders. */
  names: readonly string[];
  has(name: string): boolean;
  /** Bytes when inflated, as the zip says; null where there is no such entry. */
  sizeOf(name: string): number | null;
  /**
   * Piece by piece. @throws ZipError where there is no such entry, or it is damaged, or not what the directory says of it:
   * then what came before is not to be used
   */
  chunks(name: string): Generator<Uint8Array, void>;
  /** All of it. @throws ZipError as `chunks` */
  bytes(name: string): Uint8Array;
}

/** Room for 300,000 annotations in 60,000 articles. */
const zipLimits: ZipLimits = {
  entries: 65_535,
  entryBytes: 500_000_000,
  totalBytes: 2_000_000_000,
  ratio: 200,
};

/**
 * @param limits what is beyond them is refused before anything is inflated
 * @throws ZipError for what is no zip, damaged, encrypted, larger than the limits, or would write outside of a folder
 */
export function openZip(file: Uint8Array, limits: Partial<ZipLimits> = {}): OpenZip {
  const directory: Directory = readDirectory(file, { ...zipLimits, ...limits });
  const entryOf = (name: string) => {
    const entry = directory.get(name);
    if (entry === undefined) throw new ZipError('not-an-archive', 'file', `has no “${name}”`);
    return entry;
  };
  return {
    names: [...directory.keys()],
    has: (name) => directory.has(name),
    sizeOf: (name) => directory.get(name)?.size ?? null,
    chunks: (name) => inflateEntry(file, entryOf(name)),
    bytes(name) {
      const entry = entryOf(name);
      const whole = new Uint8Array(entry.size);
      let at = 0;
      for (const chunk of inflateEntry(file, entry)) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      return whole;
    },
  };
}
