/** All packed annotations of a library in one stretch of bytes, which a page reads at one go: texts and ids are made of it when they are asked for. */

import type { ArticleHead, Packed } from './packed';
import { columnsIn, parted, type StoredPacked, withLazy } from './stored-packed';

/** Packed annotations with the stretch of keys that they hold. */
export interface Filed<Content> {
  from: string;
  until: string | null;
  content: Content;
}

interface Texts {
  /** Two bytes a unit; else all of it is ASCII. */
  isWide: boolean;
  bytes: number;
}

interface Piece {
  from: string;
  until: string | null;
  articles: readonly ArticleHead[];
  count: number;
  codeCount: number;
  /** How many codes any has. */
  codes: number;
  texts: Texts[];
  /** Bytes of the ids and of the digests. */
  ids: number;
  snapshots: number;
}

interface Head {
  /** The ids of all codes: pieces have indexes of these. */
  codes: string[];
  pieces: Piece[];
  /** Of everything behind the head. */
  bytes: number;
}

/** Every part starts at a multiple of it, as the widest numbers must. */
const step = 8;
const asBytes = new TextEncoder();
const asText = new TextDecoder();
const asWideText = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });

export interface PackedFileWriter {
  add(filed: Filed<StoredPacked>): void;
  /** To be put one behind the other. */
  parts(): Uint8Array<ArrayBuffer>[];
}

export function createPackedFileWriter(): PackedFileWriter {
  const body: Uint8Array<ArrayBuffer>[] = [];
  const codes = new Map<string, number>();
  const pieces: Piece[] = [];
  let bytes = 0;
  const put = (part: Uint8Array<ArrayBuffer>) => {
    body.push(part, new Uint8Array(paddingOf(part.length)));
    bytes += part.length + paddingOf(part.length);
    return part.length;
  };
  const codeNumber = (id: string) => codes.get(id) ?? codes.set(id, codes.size).size - 1;
  return {
    add({ from, until, content }) {
      const { articles, count, codeCount, columns } = content;
      put(columns);
      const numbers = Uint32Array.from(parted(content.codes), codeNumber);
      put(new Uint8Array(numbers.buffer));
      const texts = content.texts.map((text) => {
        const isWide = !isAscii(text);
        return { isWide, bytes: put(isWide ? asUnits(text) : asBytes.encode(text)) };
      });
      const ids = put(asBytes.encode(content.ids));
      const snapshots = put(asBytes.encode(content.snapshots));
      pieces.push({ from, until, articles, count, codeCount, codes: numbers.length, texts, ids, snapshots });
    },
    parts() {
      const head: Head = { codes: [...codes.keys()], pieces, bytes };
      const text = asBytes.encode(JSON.stringify(head));
      const lengths = new Uint8Array(Float64Array.of(text.length).buffer);
      return [lengths, text, new Uint8Array(paddingOf(text.length)), ...body];
    },
  };
}

/** Null where it is not whole. What is read stands on these bytes, and keeps them. */
export function readPackedFile(file: ArrayBuffer): Filed<Packed>[] | null {
  if (file.byteLength < step) return null;
  const [length = 0] = new Float64Array(file, 0, 1);
  const start = step + length + paddingOf(length);
  if (!(start <= file.byteLength)) return null;
  const head: Head = JSON.parse(asText.decode(new Uint8Array(file, step, length)));
  if (start + head.bytes !== file.byteLength) return null;
  let at = start;
  const next = (bytes: number) => {
    const part = new Uint8Array(file, at, bytes);
    at += bytes + paddingOf(bytes);
    return part;
  };
  return head.pieces.map(({ from, until, articles, count, codeCount, ...sizes }) => {
    const columns = columnsIn(next(bytesOfColumns(count, codeCount)), count, codeCount);
    const codes = next(sizes.codes * Uint32Array.BYTES_PER_ELEMENT);
    const texts = sizes.texts.map(({ isWide, bytes }) => ({ isWide, part: next(bytes) }));
    const [ids, snapshots] = [next(sizes.ids), next(sizes.snapshots)];
    const content: Packed = withLazy(
      { articles, ...columns },
      {
        texts: () => texts.map(({ isWide, part }) => (isWide ? fromUnits(part) : asText.decode(part))),
        ids: () => parted(asText.decode(ids)),
        codes: () =>
          Array.from(
            new Uint32Array(file, codes.byteOffset, sizes.codes),
            (number) => head.codes[number] ?? '',
          ),
        snapshots: () => parted(asText.decode(snapshots)),
      },
    );
    return { from, until, content };
  });
}

/** As `columnsIn` reads them. */
function bytesOfColumns(count: number, codeCount: number): number {
  return count * (3 * 8 + 5 * 4 + 1) + codeCount * 4;
}

function paddingOf(bytes: number): number {
  return (step - (bytes % step)) % step;
}

function isAscii(text: string): boolean {
  return /^[\0-\x7F]*$/u.test(text);
}

function asUnits(text: string): Uint8Array<ArrayBuffer> {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at += 1) units[at] = text.charCodeAt(at);
  return new Uint8Array(units.buffer);
}

/** Computers that run browsers all put the low byte first. */
function fromUnits(part: Uint8Array<ArrayBuffer>): string {
  try {
    return asWideText.decode(part);
  } catch {
    // Half a character stays as it is.
    const units = new Uint16Array(part.buffer, part.byteOffset, part.length / 2);
    return Array.from(units, (unit) => String.fromCharCode(unit)).join('');
  }
}
