/** Keeps what is made before its turn to be written where the browser keeps blobs: not in the page's memory. */

import type { FilePart } from './source';

export interface Spill<Name> {
  /** Resolves when the browser has had its time to take what was gathered. */
  add(name: Name, part: FilePart): Promise<void>;
  /** All that was added under this name, one after the other. */
  whole(name: Name, mediaType?: string): Blob;
}

/** Bytes. */
const pieceSize = 1_000_000;

/** Where something lies in a blob, in bytes. */
interface Place {
  blob: Blob;
  start: number;
  end: number;
}

/** @param most what is gathered of all names together before it leaves memory */
export function createSpill<Name>(most = pieceSize): Spill<Name> {
  const places = new Map<Name, Place[]>();
  let gathered = new Map<Name, Bytes[]>();
  let size = 0;
  /** All names in one blob: of thousands of small ones each costs the page its memory. */
  const flush = () => {
    const blob = new Blob([...gathered.values()].flat());
    let start = 0;
    for (const [name, parts] of gathered) {
      const end = parts.reduce((sum, part) => sum + sizeOf(part), start);
      const before = places.get(name);
      if (before === undefined) places.set(name, [{ blob, start, end }]);
      else before.push({ blob, start, end });
      start = end;
    }
    gathered = new Map();
    size = 0;
  };
  return {
    async add(name, part) {
      const bytes = bytesOf(part);
      const parts = gathered.get(name);
      if (parts === undefined) gathered.set(name, [bytes]);
      else parts.push(bytes);
      size += bytes instanceof Blob ? 0 : bytes.length;
      if (size < most) return;
      flush();
      await rest();
    },
    whole(name, mediaType = '') {
      flush();
      const pieces = (places.get(name) ?? []).map(({ blob, start, end }) => blob.slice(start, end));
      return new Blob(pieces, { type: mediaType });
    },
  };
}

type Bytes = Blob | Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** At once: what a text was put together from can be forgotten then. */
function bytesOf(part: FilePart): Bytes {
  if (typeof part === 'string') return encoder.encode(part);
  return part instanceof Blob ? part : part.slice();
}

function sizeOf(bytes: Bytes): number {
  return bytes instanceof Blob ? bytes.size : bytes.length;
}

/** By a timer: messages alone leave the browser no time to take the piece and to collect what nobody holds any more. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** What was kept, to be written into something else than a blob, in parts that take no long time. */
export async function* bytesOfBlob(blob: Blob): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < blob.size; at += pieceSize) {
    const piece = new Uint8Array(await blob.slice(at, at + pieceSize).arrayBuffer());
    for (let from = 0; from < piece.length; from += partSize) yield piece.subarray(from, from + partSize);
  }
}

const partSize = 65_536;
