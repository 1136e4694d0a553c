/** Keeps what is made before its turn to be written where the browser keeps blobs: not in the page's memory. */

import type { FilePart } from './source';

export interface Spill<Name> {
  /** Resolves when the browser has had its time to take what was gathered. */
  add(name: Name, part: FilePart): Promise<void>;
  /** All that was added under this name, one after the other. */
  whole(name: Name, mediaType?: string): Blob;
}

/** Bytes, or UTF-16 units. */
const pieceSize = 1_000_000;

/** @param most what is gathered of all names together before it leaves memory */
export function createSpill<Name>(most = pieceSize): Spill<Name> {
  const pieces = new Map<Name, Blob[]>();
  const gathered = new Map<Name, FilePart[]>();
  let size = 0;
  /** What is gathered under the name becomes a piece. @returns its bytes */
  const flush = (name: Name): number => {
    const parts = gathered.get(name) ?? [];
    gathered.delete(name);
    const blob = new Blob(parts.map((part) => (typeof part === 'string' ? part : part.slice())));
    const before = pieces.get(name);
    if (before === undefined) pieces.set(name, [blob]);
    else before.push(blob);
    return blob.size;
  };
  return {
    async add(name, part) {
      const parts = gathered.get(name);
      if (parts === undefined) gathered.set(name, [part]);
      else parts.push(part);
      size += part instanceof Blob ? 0 : part.length;
      if (size < most) return;
      size = 0;
      let taken = 0;
      for (const each of [...gathered.keys()]) {
        taken += flush(each);
        if (taken < pieceSize) continue;
        taken = 0;
        await rest();
      }
      await rest();
    },
    whole(name, mediaType = '') {
      flush(name);
      return new Blob(pieces.get(name), { type: mediaType });
    },
  };
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
