/** Zips byte by byte, so that a test can make each of their fields lie. */

import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../core/zip/crc32';

export interface RawEntry {
  name: string | Uint8Array;
  /** What the data are when inflated. */
  content?: string | Uint8Array;
  /** Stands in place of the deflated content. */
  packed?: Uint8Array;
  method?: number;
  flags?: number;
  crc?: number;
  size?: number;
  packedSize?: number;
  /** In the local header, where it is another one. */
  localName?: string;
  /** Of the local header. */
  offset?: number;
}

export interface RawEnd {
  count?: number;
  disk?: number;
  start?: number;
  length?: number;
  comment?: string;
}

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const locals: Buffer[] = [];
  const heads: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { name, content = '', method = 8, flags = 0x800, localName = name } = entry;
    const bytes = Buffer.from(content);
    const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes));
    const fields = [entry.crc ?? crc32(bytes), entry.packedSize ?? packed.length, entry.size ?? bytes.length];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    for (const [index, value] of fields.entries()) local.writeUInt32LE(value, 14 + 4 * index);
    local.writeUInt16LE(Buffer.from(localName).length, 26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(flags, 8);
    head.writeUInt16LE(method, 10);
    for (const [index, value] of fields.entries()) head.writeUInt32LE(value, 16 + 4 * index);
    head.writeUInt16LE(Buffer.from(name).length, 28);
    head.writeUInt32LE(entry.offset ?? at, 42);
    const written = [local, Buffer.from(localName), packed];
    locals.push(...written);
    heads.push(head, Buffer.from(name));
    for (const { length } of written) at += length;
  }
  const directory = Buffer.concat(heads);
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(end.disk ?? 0, 4);
  tail.writeUInt16LE((end.count ?? entries.length) & 0xffff, 8);
  tail.writeUInt16LE((end.count ?? entries.length) & 0xffff, 10);
  tail.writeUInt32LE(end.length ?? directory.length, 12);
  tail.writeUInt32LE(end.start ?? at, 16);
  const comment = Buffer.from(end.comment ?? '');
  tail.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([...locals, directory, tail, comment]));
}
