/** What exporters write, as a whole, and the options they get in tests. */

import type { Exporter, ExportOptions, ExportSource, FilePart } from '../../../core/export/source';

export const someOptions: ExportOptions = { coder: '我', hasTexts: false, language: 'zh-CN' };

export async function writtenBytes(parts: AsyncIterable<FilePart>): Promise<Buffer> {
  const read: Buffer[] = [];
  for await (const part of parts)
    read.push(part instanceof Blob ? Buffer.from(await part.arrayBuffer()) : Buffer.from(part));
  return Buffer.concat(read);
}

export function bytesOf(
  exporter: Pick<Exporter, 'write'>,
  source: ExportSource,
  over: Partial<ExportOptions> = {},
): Promise<Buffer> {
  return writtenBytes(exporter.write(source, { ...someOptions, ...over }));
}

export async function textOf(
  exporter: Pick<Exporter, 'write'>,
  source: ExportSource,
  over: Partial<ExportOptions> = {},
): Promise<string> {
  return (await bytesOf(exporter, source, over)).toString('utf8');
}
