/** What exporters write, as one text, and the options they get in tests. */

import type { Exporter, ExportOptions, ExportSource, FilePart } from '../../../core/export/source';

export const options: ExportOptions = { coder: '我', hasTexts: false, language: 'zh-CN' };

export async function written(
  exporter: Pick<Exporter, 'write'>,
  source: ExportSource,
  over: Partial<ExportOptions> = {},
): Promise<string> {
  return joined(exporter.write(source, { ...options, ...over }));
}

export async function joined(parts: AsyncIterable<FilePart>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of parts)
    text += typeof part === 'string' ? part : decoder.decode(part, { stream: true });
  return text;
}
