/** Reads the directory at the end of a zip, which alone says what is in it, and refuses whatever no honest program writes. */

import { unsafeName } from './entry-name';
import { ZipError } from './zip-error';

export interface ZipLimits {
  entries: number;
  /** Of one entry, and of all together, when inflated. */
  entryBytes: number;
  totalBytes: number;
  /** How many times as large an entry may be as its data, from ten megabytes on. */
  ratio: number;
}

export interface DirectoryEntry {
  /** For errors. */
  where: string;
  /** Of the data, in the file; end exclusive. */
  data: { start: number; end: number };
  /** Bytes when inflated. */
  size: number;
  crc: number;
  isDeflated: boolean;
}

/** By name, without folders. */
export type Directory = ReadonlyMap<string, DirectoryEntry>;

const endLength = 22;
const headLength = 46;
const localLength = 30;
const longestComment = 0xffff;
/** Below this the data may be as little as they like: a text of blanks is no bomb. */
const ratioFrom = 10_000_000;

/** @throws ZipError */
export function readDirectory(file: Uint8Array, limits: ZipLimits): Directory {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const { count, start, end } = findEnd(view);
  if (count > limits.entries) throw new ZipError('too-large', 'file', `has over ${limits.entries} entries`);
  const directory = new Map<string, DirectoryEntry>();
  const spans: { start: number; end: number; where: string }[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = start;
  for (let number = 1; number <= count; number += 1) {
    const head = readHead(view, at, end, number);
    at = head.next;
    const fault = unsafeName(head.name);
    if (fault !== null) throw new ZipError('unsafe', head.where, fault);
    const key = head.name.toLowerCase();
    if (names.has(key)) throw new ZipError('unsafe', head.where, 'stands in the zip twice');
    names.add(key);
    if (head.size > limits.entryBytes)
      throw new ZipError('too-large', head.where, `is larger than ${limits.entryBytes} bytes`);
    total += head.size;
    if (total > limits.totalBytes)
      throw new ZipError('too-large', 'file', `holds more than ${limits.totalBytes} bytes`);
    if (head.size > ratioFrom && head.size > head.packed * limits.ratio)
      throw new ZipError('unsafe', head.where, `is over ${limits.ratio} times as large as its data`);
    const data = dataOf(view, head, start);
    spans.push({ start: head.offset, end: data.end, where: head.where });
    const { where, size, crc, isDeflated } = head;
    if (!head.name.endsWith('/')) directory.set(head.name, { where, data, size, crc, isDeflated });
    else if (size > 0) throw new ZipError('unsafe', where, 'is a folder that holds data');
  }
  if (at !== end) throw new ZipError('not-an-archive', 'file', 'its directory is longer than its entries');
  refuseOverlaps(spans);
  return directory;
}

/** The record at the very end; before it, nothing says where the directory is. */
function findEnd(view: DataView): { count: number; start: number; end: number } {
  if (view.byteLength < 4 || view.getUint16(0, true) !== 0x4b50)
    throw new ZipError('not-an-archive', 'file', 'is not a zip');
  const earliest = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + endLength + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const count = view.getUint16(at + 10, true);
    const length = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count)
      throw new ZipError('not-an-archive', 'file', 'is one of several parts of a zip');
    if (start === 0xffffffff || length === 0xffffffff)
      throw new ZipError('too-large', 'file', 'is a zip of over 4 GB');
    if (start + length !== at)
      throw new ZipError('unsafe', 'file', 'its directory is not where it should be');
    if (length < count * headLength)
      throw new ZipError('not-an-archive', 'file', 'its directory has no room for its entries');
    return { count, start, end: at };
  }
  throw new ZipError('not-an-archive', 'file', 'is only the first part of a zip: its end is missing');
}

interface Head {
  where: string;
  name: string;
  /** Of the local header. */
  offset: number;
  /** Bytes of the data. */
  packed: number;
  size: number;
  crc: number;
  isDeflated: boolean;
  /** Where the next one stands. */
  next: number;
}

function readHead(view: DataView, at: number, end: number, number: number): Head {
  const fault = (why: string) => new ZipError('not-an-archive', `entry ${number}`, why);
  if (at + headLength > end || view.getUint32(at, true) !== 0x02014b50)
    throw fault('does not stand in the directory');
  const nameLength = view.getUint16(at + 28, true);
  const next = at + headLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw fault('reaches beyond the directory');
  const name = nameAt(view, at + headLength, nameLength);
  const where = `entry ${number}, “${shown(name)}”`;
  const flags = view.getUint16(at + 8, true);
  if ((flags & 0x2041) !== 0) throw new ZipError('unsafe', where, 'is encrypted');
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8)
    throw new ZipError('not-an-archive', where, `is packed in a way that is not read (${method})`);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  if ([packed, size, offset].includes(0xffffffff)) throw new ZipError('too-large', where, 'is over 4 GB');
  if (method === 0 && packed !== size)
    throw new ZipError('unsafe', where, 'is stored, yet as large as it is not');
  return {
    where,
    name,
    offset,
    packed,
    size,
    crc: view.getUint32(at + 16, true),
    isDeflated: method === 8,
    next,
  };
}

/** The data follow the local header, whose name must be the same: another program would go by that one. */
function dataOf(view: DataView, head: Head, directoryStart: number): { start: number; end: number } {
  const { offset, where, name, packed } = head;
  if (offset + localLength > directoryStart || view.getUint32(offset, true) !== 0x04034b50)
    throw new ZipError('not-an-archive', where, 'its data are not where the directory says');
  const nameLength = view.getUint16(offset + 26, true);
  const start = offset + localLength + nameLength + view.getUint16(offset + 28, true);
  if (start + packed > directoryStart)
    throw new ZipError('not-an-archive', where, 'its data reach into the directory');
  if (nameAt(view, offset + localLength, nameLength) !== name)
    throw new ZipError('unsafe', where, 'is called otherwise where its data stand');
  return { start, end: start + packed };
}

function refuseOverlaps(spans: { start: number; end: number; where: string }[]): void {
  let end = 0;
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (span.start < end) throw new ZipError('unsafe', span.where, 'shares its data with another entry');
    end = span.end;
  }
}

/**
 * Folders parted by `/`, as some programs for Windows do not. Old programs write names in the code page of their computer:
 * what is not UTF-8 is read byte by byte, so that it is some name, and always the same.
 */
function nameAt(view: DataView, at: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, Math.min(length, view.byteLength - at));
  return decodeName(bytes).normalize('NFC').replaceAll('\\', '/');
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes.subarray(0, 1_001));
  }
}

function shown(name: string): string {
  return name.slice(0, 80).replace(/\p{C}/gu, '\uFFFD');
}
