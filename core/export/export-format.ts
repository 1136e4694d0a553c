/** The formats that a person can choose from, and what can be chosen of each. */

import type { ExportOptions, Loss } from './source';

export const exportFormats = [
  'html',
  'markdown',
  'obsidian',
  'xlsx',
  'csv',
  'data-csv',
  'qdpx',
  'json-ld',
  'hypothesis',
  'ris',
  'csl-json',
  'biblatex',
  'packet',
  'archive',
] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** What `ExportOptions` a format knows. */
type Choosable = 'coder' | 'hasTexts' | 'rowsOf' | 'isBlind';

const coded: readonly Choosable[] = ['coder', 'rowsOf'];

export const choosable: Readonly<Record<ExportFormat, readonly Choosable[]>> = {
  html: ['coder'],
  markdown: [],
  obsidian: [],
  xlsx: coded,
  csv: coded,
  'data-csv': coded,
  qdpx: ['coder', 'hasTexts'],
  'json-ld': ['coder', 'hasTexts'],
  hypothesis: ['coder'],
  ris: [],
  'csl-json': [],
  biblatex: [],
  packet: ['coder', 'isBlind'],
  archive: ['coder', 'hasTexts'],
};

export type ChosenOptions = Pick<ExportOptions, 'coder' | 'hasTexts' | 'rowsOf' | 'isBlind'>;

/** Where an export stands. */
export type ExportRun =
  | { kind: 'writing' /** Articles. */; done: number; total: number }
  | { kind: 'written'; fileName: string; report: ExportReport };

/** What a file holds of what was to be written. */
export interface ExportReport {
  annotations: number;
  /** Whose words stand in the file as they were, read again from it; null for a format that we do not read. */
  matching: number | null;
  losses: readonly Loss[];
}
