/** Inflates one entry of a zip without ever making more of it than the directory says there is. */

import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32';
import type { DirectoryEntry } from './zip-directory';
import { ZipError } from './zip-error';

/** Bytes of compressed data at a time: the most that can come of them is some 8 MB. */
const step = 8_192;

/** Bytes of an entry, inflated and packed, that is inflated at one go: a stream needs tables of its own. */
const small = { size: 1_000_000, packed: 65_536 };

/** @throws ZipError after the last sound piece, where the data are not what the directory says */
export function* inflateEntry(file: Uint8Array, entry: DirectoryEntry): Generator<Uint8Array, void> {
  const { where, data, size, crc, isDeflated } = entry;
  const packed = file.subarray(data.start, data.end);
  let length = 0;
  let sum = 0;
  const isSmall = size <= small.size && packed.length > 0 && packed.length <= small.packed;
  const inflate = isSmall ? inflatedAtOnce : inflated;
  for (const chunk of isDeflated ? inflate(packed, where, size) : [packed]) {
    length += chunk.length;
    if (length > size) throw new ZipError('unsafe', where, 'holds more than the zip says');
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (length < size) throw new ZipError('not-an-archive', where, 'ends too early');
  if (sum !== crc) throw new ZipError('not-an-archive', where, 'is damaged: its checksum is another one');
}

/** What is beyond the size that the zip says is written nowhere, but for one byte that tells of it. */
function inflatedAtOnce(packed: Uint8Array, where: string, size: number): Uint8Array[] {
  try {
    return [inflateSync(packed, { out: new Uint8Array(size + 1) })];
  } catch (error) {
    throw new ZipError('not-an-archive', where, `cannot be inflated: ${String(error)}`);
  }
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
