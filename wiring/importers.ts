/** The reader of each kind of file, loaded when it is asked for. */

import type { ExportFormat } from '../core/export/export-format';
import type { ReadForeign } from '../core/import/imported';
import type { ImportKind } from '../core/import/kind-of-file';

const loaders: Readonly<Record<ImportKind, () => Promise<ReadForeign>>> = {
  archive: async () => (await import('../core/import/archive')).readArchive,
  qdpx: async () => (await import('../core/import/qdpx')).readQdpx,
  'json-ld': async () => (await import('../core/import/json-ld')).readJsonLd,
  hypothesis: async () => (await import('../core/import/hypothesis')).readHypothesis,
  'web-clipper': async () => (await import('../core/import/web-clipper')).readWebClipper,
  readwise: async () => (await import('../core/import/readwise')).readReadwise,
};

export function loadReader(kind: ImportKind): Promise<ReadForeign> {
  return loaders[kind]();
}

const kinds: Partial<Readonly<Record<ExportFormat, ImportKind>>> = {
  qdpx: 'qdpx',
  'json-ld': 'json-ld',
  hypothesis: 'hypothesis',
  archive: 'archive',
};

/** Which kind a file of ours is read as again; null for a format that we only write. */
export function kindOfFormat(format: ExportFormat): ImportKind | null {
  return kinds[format] ?? null;
}
