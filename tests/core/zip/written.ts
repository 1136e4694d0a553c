/** What an exporter writes, as one. */

import type { FilePart } from '../../../core/export/source';

export async function bytesOf(parts: AsyncIterable<FilePart> | Iterable<FilePart>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(typeof part === 'string' ? new TextEncoder().encode(part) : part);
  return new Uint8Array(Buffer.concat(all));
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
