/** Whole formats that lie in the archive, written by their own exporters. */

import { jsonLdExporter } from './json-ld';
import type { Exporter } from './source';

export interface ArchiveGuest {
  /** From the root of the archive. */
  path: string;
  exporter: Exporter;
}

export const archiveGuests: readonly ArchiveGuest[] = [
  { path: 'annotations.jsonld', exporter: jsonLdExporter },
];
