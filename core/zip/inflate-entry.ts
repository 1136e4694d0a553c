/** Inflates one entry of a zip without ever making more of it than the directory says there is. */

import { Inflate } from 'fflate';
import { crc32 } from './crc32';
import type { DirectoryEntry } from './zip-directory';
import { ZipError } from './zip-error';

/** Bytes of compressed data at a time: the most that can come of them is some 8 MB. */
const step = 8_192;

/** @throws ZipError after the last sound piece, where the data are not what the directory says */
export function* inflateEntry(file: Uint8Array, entry: DirectoryEntry): Generator<Uint8Array, void> {
  const { where, data, size, crc, isDeflated } = entry;
  const packed = file.subarray(data.start, data.end);
  let length = 0;
  let sum = 0;
  for (const chunk of isDeflated ? inflated(packed, where) : [packed]) {
    length += chunk.length;
    if (length > size) throw new ZipError('unsafe', where, 'holds more than the zip says');
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (length < size) throw new ZipError('not-an-archive', where, 'ends too early');
  if (sum !== crc) throw new ZipError('not-an-archive', where, 'is damaged: its checksum is another one');
}

function* inflated(packed: Uint8Array, where: string): Generator<Uint8Array, void> {
  let ready: Uint8Array[] = [];
  const stream = new Inflate((chunk) => ready.push(chunk));
  for (let at = 0; at < packed.length; at += step) {
    const isLast = at + step >= packed.length;
    try {
      stream.push(packed.subarray(at, at + step), isLast);
    } catch (error) {
      throw new ZipError('not-an-archive', where, `cannot be inflated: ${String(error)}`);
    }
    yield* ready;
    ready = [];
  }
}
