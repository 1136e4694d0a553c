/** Pressmark's anchoring in the form that the anchoring bench asks of an engine; bundled by the bench, run in its pages. */

import type { Annotation, Grade, Selectors } from '../../../core/annotation';
import { type Anchor, anchorAll as anchorAnnotations } from '../../../page/anchoring/anchor';
import { describe as describeRange } from '../../../page/anchoring/describe';
import { hitTest } from '../../../page/anchoring/hit-test';
import { createPainter, type Painter } from '../../../page/paint/painter';
import { readTextMap, type TextMap } from '../../../page/text/text-map';

export const name = 'pressmark';

/** What the engine said of one record of the last `anchorAll`. */
export interface LastPlacement {
  grade: Grade;
  score: number;
}

let last: LastPlacement[] = [];
let shown: Anchor[] = [];

/** Aligned with the records of the last `anchorAll`; read by our own runner for the table of calibration. */
export function lastPlacements(): readonly LastPlacement[] {
  return last;
}

/** The map is kept while the page stands still, as in a session: one read for all passages that are described. */
let kept: { root: Element; map: TextMap } | null = null;

function mapOf(root: Element): TextMap {
  if (kept?.root !== root) kept = { root, map: readTextMap(root) };
  return kept.map;
}

/** Null where the range holds no words. */
export function describe(range: Range, root: Element): Selectors | null {
  const map = mapOf(root);
  return describeRange(range, map, map.span(root));
}

/** Null for what is not painted: ambiguous, lost. */
export function anchorAll(records: readonly (Selectors | null)[], root: Element): (Range[] | null)[] {
  kept = null;
  const map = mapOf(root);
  const anchors = anchorAnnotations(records.map(asAnnotation), map, map.span(root));
  shown = anchors;
  last = anchors.map(({ grade, range }) => ({ grade, score: range === null ? 0 : 1 }));
  return anchors.map(({ range }) => (range === null ? null : [range]));
}

export async function anchor(record: Selectors | null, root: Element): Promise<Range[] | null> {
  return anchorAll([record], root)[0] ?? null;
}

/** Places in the list of records, of those that lie under a point of the window. */
export function hit(x: number, y: number): string[] {
  return kept === null ? [] : hitTest(document, x, y, kept.map, shown);
}

let painter: Painter | null = null;

export function paint(ranges: readonly Range[]): void {
  const container = document.createElement('div');
  painter ??= createPainter(document, container, 'pressmark-bench', new AbortController().signal);
  painter.paint(ranges.map((range, index) => ({ id: String(index), range, colour: 'yellow' })));
}

function asAnnotation(record: Selectors | null, index: number): Pick<Annotation, 'id' | 'target'> {
  const selectors: Selectors = record ?? {
    quote: { exact: '', prefix: '', suffix: '' },
    position: null,
    range: null,
  };
  return { id: String(index), target: { ...selectors, source: '', snapshot: null } };
}
