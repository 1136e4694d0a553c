/** What an exporter writes, as one. */

import type { FilePart } from '../../../core/export/source';

export async function bytesOf(parts: AsyncIterable<FilePart> | Iterable<FilePart>): Promise<Uint8Array> {
  const all: FilePart[] = [];
  for await (const part of parts) all.push(part);
  return new Uint8Array(
    await new Blob(all.map((part) => (typeof part === 'string' ? part : part.slice()))).arrayBuffer(),
  );
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
