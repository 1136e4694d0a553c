/** Whole formats that lie in the archive, written by their own exporters. */

import { jsonLdExporter } from './json-ld';
import type { Exporter } from './source';

export interface ArchiveGuest {
  /** From the root of the archive. */
  path: string;
  exporter: Exporter;
}

/** The archive has the texts in files of their own; annotations name them by their digests. */
const jsonLdWithoutTexts: Exporter = {
  ...jsonLdExporter,
  write: (source, options) => jsonLdExporter.write(source, { ...options, hasTexts: false }),
};

export const archiveGuests: readonly ArchiveGuest[] = [
  { path: 'annotations.jsonld', exporter: jsonLdWithoutTexts },
];
