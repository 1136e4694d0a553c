/** Chooses the painter that this browser can have. */

import type { Painter } from './highlight';
import { browserHighlights } from './highlight-api';
import { createBoxPainter } from './paint-boxes';
import { createHighlightPainter } from './paint-highlights';

export type { Painter } from './highlight';

/**
 * @param container an element of ours that boxes are drawn in where the browser has no CSS Custom Highlights
 * @param prefix random; keeps our names in the page's highlight registry from meeting others
 * @param signal takes the paint, the style sheet and all listeners away
 */
export function createPainter(
  document: Document,
  container: HTMLElement,
  prefix: string,
  signal: AbortSignal,
): Painter {
  const highlights = browserHighlights();
  return highlights === null
    ? createBoxPainter(document, container, signal)
    : createHighlightPainter(document, prefix, signal, highlights);
}
