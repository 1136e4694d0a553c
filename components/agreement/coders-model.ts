/** What the comparison of two coders shows, as plain data, and what it can ask for, as callbacks. */

import type { Comparison } from '../../core/agreement/compare-coders';
import type { Confusion } from '../../core/agreement/confusion';
import type { CoderPair, FigureRow } from '../../core/agreement/figures';
import type { UnitKind } from '../../core/agreement/units';
import type { Article } from '../../core/article';
import type { CodeEntry } from '../../core/code-entry';
import type { MergeProblem } from '../../core/merge-coders';
import type { CsvFlavour } from '../../core/tables/table-csv';

export interface CodersChoice {
  kind: UnitKind;
  /** Null: all codes. */
  codeIds: readonly string[] | null;
}

export interface Compared {
  coders: CoderPair;
  comparison: Comparison;
  rows: readonly FigureRow[];
  confusion: Confusion;
  problems: readonly MergeProblem[];
  /** Of both codebooks, with how many annotations of the two have it. */
  codes: readonly CodeEntry[];
}

export interface CodersState {
  /** The person's own name as a coder. */
  name: string;
  /** Names of the two archives; for the first null is this library, for the second that none was chosen. */
  files: readonly [string | null, string | null];
  choice: CodersChoice;
  compared: Compared | null;
  isBusy: boolean;
  /** By the id of the unit: the codes that it shall have. */
  decisions: ReadonlyMap<string, readonly string[]>;
  /** Of packets, to be read yet. */
  uncoded: readonly Article[];
  isReadOnly: boolean;
}

export interface CodersActions {
  /** @param side 0: in place of this library; 1: the other coder's */
  readFile(side: 0 | 1, file: File): void;
  useLibrary(): void;
  name(name: string): void;
  choose(choice: Partial<CodersChoice>): void;
  /** Null: nothing is decided of the unit. */
  decide(unitId: string, codeIds: readonly string[] | null): void;
  keepDecided(): void;
  saveFigures(flavour: CsvFlavour): void;
  saveJudgements(): void;
  /** Opens the live page. */
  openArticle(articleId: string): void;
}
