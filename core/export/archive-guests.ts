/** Whole formats that lie in the archive, written by their own exporters. */

import type { Exporter } from './source';

export interface ArchiveGuest {
  /** From the root of the archive. */
  path: string;
  exporter: Exporter;
}

/** The place for `annotations.jsonld`. */
export const archiveGuests: readonly ArchiveGuest[] = [];
