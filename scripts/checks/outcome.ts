/** What a check came to, and how several are added up into the last line. */

export interface Outcome {
  passed: number;
  failed: number;
  /** The titles of the tests that did not run. */
  skipped: string[];
}

export function oneCheck(isGood: boolean): Outcome {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: [] };
}

export function total(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  };
}

/** `12 passed, 0 failed`, and `, 3 skipped` when some were. */
export function lastLine({ passed, failed, skipped }: Outcome): string {
  const rest = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
  return `${passed} passed, ${failed} failed${rest}`;
}
