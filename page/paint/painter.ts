/** Chooses the painter: what this browser can have, or what the page cannot see. */

import type { Painter } from './highlight';
import { browserHighlights } from './highlight-api';
import { createBoxPainter } from './paint-boxes';
import { createHighlightPainter } from './paint-highlights';

export interface PagePainter extends Painter {
  /**
   * Whether the page is to see nothing of the paint, which it can of CSS Custom Highlights. A change takes all paint
   * away until `paint`.
   */
  hideFromPage(isHidden: boolean): void;
}

/**
 * @param container an element of ours for boxes, in a closed shadow root; it must scroll with the page
 * @param isOwn nodes of ours in the page
 * @param prefix random; keeps our names in the page's highlight registry from meeting others
 * @param signal takes the paint, the style sheet and all listeners away
 */
export function createPainter(
  document: Document,
  container: HTMLElement,
  isOwn: (node: Node) => boolean,
  prefix: string,
  signal: AbortSignal,
): PagePainter {
  const highlights = browserHighlights();
  const shown = highlights === null ? null : createHighlightPainter(document, prefix, signal, highlights);
  let boxes: Painter | null = null;
  const hidden = () => {
    boxes ??= createBoxPainter(document, container, isOwn, signal);
    return boxes;
  };
  let current = shown ?? hidden();
  return {
    hideFromPage(isHidden) {
      const next = isHidden || shown === null ? hidden() : shown;
      if (next === current) return;
      current.clear();
      current = next;
    },
    paint: (wanted) => current.paint(wanted),
    flash: (id) => current.flash(id),
    clear: () => current.clear(),
  };
}
