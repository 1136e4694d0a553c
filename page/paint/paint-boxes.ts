/** Paints with boxes laid over the words, in a container of ours, for browsers without CSS Custom Highlights. */

import { type Colour, type Swatch, swatches } from '../../core/colour';
import { flashTime, type Highlight, type Painter } from './highlight';

/** `border-style` knows no waves. */
const borderStyles: Readonly<Record<Swatch['pattern'], string>> = {
  solid: 'solid',
  dotted: 'dotted',
  dashed: 'dashed',
  double: 'double',
  wavy: 'ridge',
};

/** @param container placed somewhere in the window, without effect on the layout of the page; emptied by `clear` */
export function createBoxPainter(document: Document, container: HTMLElement, signal: AbortSignal): Painter {
  let painted: readonly Highlight[] = [];
  let flashed: string | null = null;
  let flashing: ReturnType<typeof setTimeout> | null = null;
  let frame: number | null = null;
  const window = document.defaultView;

  const endFlash = () => {
    if (flashing !== null) clearTimeout(flashing);
    [flashing, flashed] = [null, null];
  };

  const place = () => {
    const origin = container.getBoundingClientRect();
    const boxes = painted.flatMap(({ id, ranges, colour }) =>
      ranges
        .flatMap((range) => [...range.getClientRects()])
        .filter(({ width, height }) => width > 0 && height > 0)
        .map((rect) => createBox(document, rect, origin, colour, id === flashed)),
    );
    container.replaceChildren(...boxes);
  };

  /** Once for each frame, however often the page scrolls in it. */
  const placeSoon = () => {
    if (frame !== null || window === null) return;
    frame = window.requestAnimationFrame(() => {
      frame = null;
      place();
    });
  };

  const clear = () => {
    endFlash();
    if (frame !== null) window?.cancelAnimationFrame(frame);
    [frame, painted] = [null, []];
    container.replaceChildren();
  };

  // Captured, since scrolling inside an element of the page does not bubble.
  window?.addEventListener('scroll', placeSoon, { capture: true, passive: true, signal });
  window?.addEventListener('resize', placeSoon, { passive: true, signal });
  signal.addEventListener('abort', clear);

  return {
    paint(highlights) {
      if (signal.aborted) return;
      painted = highlights;
      place();
    },
    flash(id) {
      endFlash();
      if (signal.aborted || !painted.some((highlight) => highlight.id === id)) return;
      flashed = id;
      flashing = setTimeout(() => {
        endFlash();
        place();
      }, flashTime);
      place();
    },
    clear,
  };
}

/** Half transparent, as it lies over the words. */
function createBox(
  document: Document,
  rect: DOMRect,
  origin: DOMRect,
  colour: Colour,
  isFlashed: boolean,
): HTMLElement {
  const { background, line, pattern, thickness } = swatches[colour];
  const box = document.createElement('div');
  Object.assign(box.style, {
    position: 'absolute',
    boxSizing: 'border-box',
    pointerEvents: 'none',
    left: `${rect.left - origin.left}px`,
    top: `${rect.top - origin.top}px`,
    width: `${rect.width}px`,
    height: `${rect.height}px`,
    backgroundColor: isFlashed ? line : background,
    opacity: '0.45',
    borderBottom: `${thickness} ${borderStyles[pattern]} ${line}`,
  });
  return box;
}
