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

/** What can be chosen of a format. */
type Choosable = 'coder' | 'hasTexts' | 'rowsOf' | 'arrangedBy' | 'template' | 'isBlind';

const coded: readonly Choosable[] = ['coder', 'rowsOf'];

export const choosable: Readonly<Record<ExportFormat, readonly Choosable[]>> = {
  html: ['coder', 'arrangedBy'],
  markdown: ['template'],
  obsidian: ['template'],
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

/** Those written by a template that a person can edit. */
export const templateFormats = ['markdown', 'obsidian'] as const satisfies readonly ExportFormat[];

export type TemplateFormat = (typeof templateFormats)[number];

export const rowChoices = ['annotation', 'coding', 'article', 'outlet'] as const;

export interface ChosenOptions extends Pick<ExportOptions, 'coder' | 'hasTexts' | 'isBlind'> {
  /** Tables: what has a row. By article and by outlet each code has a column. Missing: each annotation. */
  rowsOf?: (typeof rowChoices)[number];
  /** Such columns hold 0 and 1 instead of counts. */
  isBinary?: boolean;
  /** The report. Missing: by article. */
  arrangedBy?: 'article' | 'code';
  /** Missing: the one that comes with Pressmark. */
  template?: string;
}

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
