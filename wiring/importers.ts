/** The reader of each foreign format, loaded when it is asked for. */

import type { ExportFormat } from '../core/export/export-format';
import type { ReadForeign } from '../core/import/imported';

const loaders: Partial<Readonly<Record<ExportFormat, () => Promise<ReadForeign>>>> = {
  'json-ld': async () => (await import('../core/import/json-ld')).readJsonLd,
};

/** Null for a format that we only write. */
export function readerOf(format: ExportFormat): (() => Promise<ReadForeign>) | null {
  return loaders[format] ?? null;
}
