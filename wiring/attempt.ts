/** Does what a person asked for, and shows what came of it: what has happened, or what went wrong. */

import type { ImportReport, Problem, Status } from '../components/sidebar-model';
import type { ExportRun } from '../core/export/export-format';
import { nextProblem, problemOf } from '../core/problem';

/** What a page says of the latest acts. */
export interface Outcome {
  status: Status | null;
  problem: Problem | null;
  /** A note that could not be saved. */
  unsavedNote: { id: string; note: string } | null;
  /** Not null from the start of an export until its report has been seen. */
  exportRun: ExportRun | null;
  /** Not null while an import waits for a decision. */
  importReport: ImportReport | null;
}

export const noOutcome: Outcome = {
  status: null,
  problem: null,
  unsavedNote: null,
  exportRun: null,
  importReport: null,
};

export interface Shown {
  outcome(): Outcome;
  show(change: Partial<Outcome>): void;
}

/** @param words what the reader wrote, to be shown where it could not be saved */
export type Attempt = (work: () => Promise<Partial<Outcome> | undefined>, words?: string) => Promise<void>;

/** Unsaved words stay in sight whatever is done next, until they are saved or dismissed. */
export function createAttempt({ outcome, show }: Shown): Attempt {
  return async (work, words = '') => {
    const before = () => {
      const { problem } = outcome();
      return problem === null || problem.words === '' || words.includes(problem.words) ? null : problem;
    };
    try {
      const change = (await work()) ?? {};
      show({ ...change, problem: change.problem ? nextProblem(before(), change.problem) : before() });
    } catch (error) {
      show({ problem: nextProblem(before(), problemOf(error, words)) });
    }
  };
}

/** *Undo* in the status takes back the latest step: once that is another one, the offer ends. */
export function statusNow(status: Status | null, undoId: string | null): Status | null {
  const isOver = status !== null && 'operationId' in status && status.operationId !== undoId;
  return isOver ? null : status;
}
