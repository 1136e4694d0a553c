/** Writes a zip piece by piece: the same entries give the same bytes, on every computer and in every time zone. */

import { Zip } from 'fflate';
import { DeflatedEntry } from './deflated-entry';
import { ZipError } from './zip-error';

export interface ZipEntry {
  /** With `/` between folders. */
  name: string;
  /** Text is written as UTF-8. */
  parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

export interface OpenEntry {
  push(part: string | Uint8Array): void;
  end(): void;
}

export interface ZipWriter {
  /**
   * Several may be open at once. What comes of all but the earliest of them waits, compressed, until that one has ended.
   * @throws ZipError where the format has no room for another entry
   */
  open(name: string): OpenEntry;
  /** What is ready; nothing twice. */
  take(): Uint8Array[];
  /** After every entry has ended; `take` then gives the rest. @throws ZipError where it is over 4 GB */
  end(): void;
}

/** The format without its extension for large files. */
const mostEntries = 65_535;
const mostBytes = 0xffff_ffff;

/** UTF-16 units, or bytes, that are gathered before they are compressed: each call costs. */
const gathered = 65_536;

/** @param most entries; fewer than the format has room for, in tests */
export function createZipWriter(most = mostEntries): ZipWriter {
  const encoder = new TextEncoder();
  let ready: Uint8Array[] = [];
  let entries = 0;
  let bytes = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
    bytes += chunk.length;
  });

  return {
    open(name) {
      entries += 1;
      if (entries > most) throw new ZipError('too-large', 'file', `a zip may have ${most} entries`);
      const entry = new DeflatedEntry(name.normalize('NFC').toWellFormed());
      zip.add(entry);
      let waiting = '';
      const pushWaiting = () => {
        if (waiting !== '') entry.push(encoder.encode(waiting));
        waiting = '';
      };
      return {
        push(part) {
          if (typeof part !== 'string') {
            pushWaiting();
            entry.push(part);
            return;
          }
          waiting += part;
          // The two halves of a character may come in two parts.
          if (waiting.length >= gathered && !/[\uD800-\uDBFF]$/u.test(waiting.slice(-1))) pushWaiting();
        },
        end() {
          entry.push(encoder.encode(waiting), true);
          waiting = '';
        },
      };
    },
    take() {
      const taken = ready;
      ready = [];
      return taken;
    },
    end() {
      if (bytes > mostBytes) throw new ZipError('too-large', 'file', 'a zip may have 4 GB');
      zip.end();
    },
  };
}

/** One entry after the other; whoever stops asking has cancelled it. */
export async function* writeZip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array, void> {
  const zip = createZipWriter();
  for await (const { name, parts } of entries) {
    const entry = zip.open(name);
    for await (const part of parts) {
      entry.push(part);
      yield* zip.take();
    }
    entry.end();
  }
  zip.end();
  yield* zip.take();
}
