/** What the adapter does in a page: Pressmark's anchoring in the form that the anchoring bench asks of an engine. */

import type { Placed } from '../../../core/anchoring/place-quotes';
import type { Annotation, Grade, Selectors } from '../../../core/annotation';
import {
  type Anchor,
  anchorAll as anchorRecords,
  type Match,
  mapOf,
} from '../../../page/anchoring/anchoring';
import { hitTest } from '../../../page/anchoring/hit-test';
import { createPainter, type PagePainter } from '../../../page/paint/painter';
import { placeAnnotations } from '../../../page/placing/place-annotations';
import type { MatchTask } from '../adapters/anchoring';
import type { Following } from './engine';

export { describe } from '../../../page/anchoring/anchoring';

/** What the engine said of one record of the last `anchorAll`. */
export interface LastPlacement {
  grade: Grade;
  score: number;
}

const nothing: Selectors = { quote: { exact: '', prefix: '', suffix: '' }, position: null, range: null };

/** Like the extension's background, which is there before a page asks. */
const worker = new Worker(import.meta.url, { type: 'module' });

const match: Match = (records, page) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Placed[]>) => resolve(data);
    worker.onerror = () => reject(new Error('The worker failed.'));
    worker.postMessage({ records, page } satisfies MatchTask);
  });

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
    { match },
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

interface Painted {
  id: string;
  ranges: readonly Range[];
  start: number;
  end: number;
}

function show(places: readonly Painted[]): void {
  const container = document.createElement('div');
  const { signal } = new AbortController();
  painter ??= createPainter(document, container, () => false, 'pressmark-bench', signal);
  painter.paint(places.map((place) => ({ ...place, colour: 'yellow' })));
}

export function paint(ranges: readonly Range[]): void {
  show(ranges.map((range, index) => ({ id: String(index), ranges: [range], start: index, end: index + 1 })));
}

/** Anchors and paints as a session does, and follows the page from then on. */
export async function restore(records: readonly (Selectors | null)[]): Promise<Following> {
  const ending = new AbortController();
  const { signal } = ending;
  let isSettled = false;
  let waiting: (() => void)[] = [];
  let tellSeen = () => {};
  const seen = new Promise<void>((resolve) => {
    tellSeen = resolve;
  });
  const placing = placeAnnotations(
    { document, isOwn: () => false, match },
    () => {
      show(
        placing
          .anchors()
          .flatMap(({ id, ranges, start, end }) =>
            start === null || end === null ? [] : [{ id, ranges, start, end }],
          ),
      );
      tellSeen();
      // What the window shows is painted before the rest is looked for.
      isSettled = placing.anchors().every(({ grade }) => grade !== 'pending');
      if (!isSettled) return;
      for (const go of waiting) go();
      waiting = [];
    },
    signal,
  );
  const observer = new MutationObserver(() => {
    isSettled = false;
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  placing.place(records.map(annotationOf));
  return {
    seen: () => seen,
    settled: () => (isSettled ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    stop() {
      observer.disconnect();
      ending.abort();
    },
  };
}

function annotationOf(record: Selectors | null, index: number): Annotation {
  return {
    id: String(index),
    articleId: 'article',
    target: { ...(record ?? nothing), source: location.href, snapshot: null },
    codeIds: [],
    note: '',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    deleted: null,
  };
}
