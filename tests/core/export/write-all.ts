/** Runs an exporter to its end. */

import type { Archive } from '../../../core/archive';
import { archiveSource } from '../../../core/export/archive-source';
import type { Exporter, ExportOptions } from '../../../core/export/source';

export const plainOptions: ExportOptions = { coder: '', hasTexts: true, language: 'zh-CN' };

export async function writeAll(
  exporter: Exporter,
  archive: Archive,
  options: ExportOptions = plainOptions,
): Promise<string> {
  let file = '';
  for await (const part of exporter.write(archiveSource(archive, { hasTrash: true }), options)) file += part;
  return file;
}
