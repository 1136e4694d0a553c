/** What the reader has chosen for all pages: no record of the library, so there is no undo of it and no export. */

import type { TemplateFormat } from './export/export-format';

export interface Settings {
  /** Keys other than the usual ones, by the command's name; see `core/key-bindings.ts`. */
  keys: Readonly<Record<string, string>>;
  /** Whether keys without Ctrl, Alt or ⌘ are commands at all. */
  hasPlainKeys: boolean;
  /** A locked codebook offers no new codes while coding. */
  isCodebookLocked: boolean;
  /** The name by which the person goes as a coder; empty: not told. */
  coder: string;
  /** What Markdown is written by instead of our own templates. */
  templates: Readonly<Partial<Record<TemplateFormat, string>>>;
}

export const usualSettings: Settings = {
  keys: {},
  hasPlainKeys: true,
  isCodebookLocked: false,
  coder: '',
  templates: {},
};
