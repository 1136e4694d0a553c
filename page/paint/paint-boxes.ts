/** Paints with boxes over the words, in a container of ours: for browsers without CSS Custom Highlights, and where the page is to see nothing of it. */

import { createBoxDrawing } from './box-drawing';
import { flashTime, type Highlight, type Painter } from './highlight';
import { followNearness, type Nearness } from './near';
import { drawStrokes, type Layer, type Stroke } from './strokes';
import { type LayoutWatch, watchLayout } from './watch-layout';
import { createWordBoxReader, type WordBox } from './word-boxes';

/** What follows the page while something is painted. */
interface Following {
  nearness: Nearness;
  layout: LayoutWatch;
  stop(): void;
}

/**
 * @param container in a tree that the page cannot see into; scrolls with the page, and has no effect on its layout
 * @param isOwn nodes of ours in the page, whose changes do not count
 */
export function createBoxPainter(
  document: Document,
  container: HTMLElement,
  isOwn: (node: Node) => boolean,
  signal: AbortSignal,
): Painter {
  const drawing = createBoxDrawing(document, container);
  let wanted: readonly Highlight[] = [];
  let strokes = new Map<string, Stroke>();
  let following: Following | null = null;
  let flashed: string | null = null;
  let flashing: ReturnType<typeof setTimeout> | null = null;

  const endFlash = () => {
    if (flashing !== null) clearTimeout(flashing);
    [flashing, flashed] = [null, null];
  };

  const place = () => {
    const near = following?.nearness.near() ?? [];
    strokes = drawStrokes(near, strokes);
    const reader = createWordBoxReader(document);
    const boxes = new Map<Layer, WordBox[]>();
    const add = (layer: Layer, ranges: readonly Range[]) => {
      const placed = ranges.flatMap(reader.read);
      boxes.set(layer, [...(boxes.get(layer) ?? []), ...placed]);
    };
    for (const { layer, ranges } of strokes.values()) add(layer, ranges);
    const standingOut = near.find(({ id }) => id === flashed);
    if (standingOut !== undefined) add('flash', standingOut.ranges);
    following?.layout.follow(reader.holders());
    drawing.draw(boxes);
  };

  const follow = (): Following => {
    const stopping = new AbortController();
    const nearness = followNearness(document, place);
    return {
      nearness,
      layout: watchLayout(document, place, isOwn, stopping.signal),
      stop() {
        stopping.abort();
        nearness.stop();
      },
    };
  };

  const rest = () => {
    following?.stop();
    following = null;
  };

  signal.addEventListener('abort', () => {
    endFlash();
    rest();
    drawing.clear();
  });

  return {
    paint(highlights) {
      if (signal.aborted) return;
      wanted = highlights;
      if (wanted.length === 0) rest();
      else following ??= follow();
      following?.nearness.follow(wanted);
      place();
    },
    flash(id) {
      endFlash();
      if (signal.aborted || !wanted.some((highlight) => highlight.id === id)) return;
      flashed = id;
      flashing = setTimeout(() => {
        endFlash();
        place();
      }, flashTime);
      place();
    },
    clear() {
      endFlash();
      rest();
      [wanted, strokes] = [[], new Map()];
      drawing.clear();
    },
  };
}
