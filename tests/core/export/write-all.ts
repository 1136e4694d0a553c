/** Runs an exporter over an archive, trash and all, to its end. */

import type { Archive } from '../../../core/archive';
import { archiveSource } from '../../../core/export/archive-source';
import type { Exporter, ExportOptions } from '../../../core/export/source';
import { textOf } from './written';

export const plainOptions: ExportOptions = { coder: '', hasTexts: true, language: 'zh-CN' };

export function writeAll(exporter: Exporter, archive: Archive, options = plainOptions): Promise<string> {
  return textOf(exporter, archiveSource(archive, { hasTrash: true }), options);
}
