/** Pressmark's anchoring in the form that the anchoring bench asks of an engine; bundled by the bench, run in its pages. */

import type { Grade, Selectors } from '../../../core/annotation';
import { type Anchor, anchorAll as anchorRecords, mapOf } from '../../../page/anchoring/anchoring';
import { hitTest } from '../../../page/anchoring/hit-test';
import { createPainter, type PagePainter } from '../../../page/paint/painter';

export { describe } from '../../../page/anchoring/anchoring';

export const name = 'pressmark';

/** What the engine said of one record of the last `anchorAll`. */
export interface LastPlacement {
  grade: Grade;
  score: number;
}

const nothing: Selectors = { quote: { exact: '', prefix: '', suffix: '' }, position: null, range: null };

let last: readonly Anchor[] = [];

/** Aligned with the records of the last `anchorAll`; read by our own runner for the table of calibration. */
export function lastPlacements(): readonly LastPlacement[] {
  return last.map(({ grade, score }) => ({ grade, score }));
}

/** Null for what is not painted: ambiguous, lost. */
export async function anchorAll(
  records: readonly (Selectors | null)[],
  root: Element,
): Promise<(Range[] | null)[]> {
  last = await anchorRecords(
    records.map((record) => record ?? nothing),
    root,
  );
  return last.map(({ ranges }) => (ranges.length === 0 ? null : [...ranges]));
}

export async function anchor(record: Selectors | null, root: Element): Promise<Range[] | null> {
  const [ranges] = await anchorAll([record], root);
  return ranges ?? null;
}

/** Places in the list of records, of those that lie under a point of the window. */
export function hit(x: number, y: number): string[] {
  return hitTest(document, x, y, mapOf(document.body), last);
}

let painter: PagePainter | null = null;

export function paint(ranges: readonly Range[]): void {
  const container = document.createElement('div');
  const { signal } = new AbortController();
  painter ??= createPainter(document, container, () => false, 'pressmark-bench', signal);
  painter.paint(
    ranges.map((range, index) => ({
      id: String(index),
      ranges: [range],
      start: index,
      end: index + 1,
      colour: 'yellow',
    })),
  );
}
