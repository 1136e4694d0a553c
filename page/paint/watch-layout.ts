/** Calls back when words may stand elsewhere in the window than before: scrolled, resized, zoomed, set in another font, moved by a picture. */

export interface LayoutWatch {
  /** The elements on whose sizes the places hang, from now on. */
  follow(elements: Iterable<Element>): void;
}

/** The work may take one part in so many of the time while a page changes without end. */
const share = 20;

/** Whatever changes a page without changing its nodes. */
const events = ['load', 'error', 'transitionend', 'animationend', 'toggle', 'input'] as const;

/**
 * @param moved called once for each frame in which something may have moved, and never in between
 * @param isOwn nodes of ours, whose changes do not count
 */
export function watchLayout(
  document: Document,
  moved: () => void,
  isOwn: (node: Node) => boolean,
  signal: AbortSignal,
): LayoutWatch {
  const view = document.defaultView;
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let restUntil = 0;

  const atNextFrame = () => {
    if (frame !== null || view === null || signal.aborted) return;
    frame = view.requestAnimationFrame(() => {
      frame = null;
      const started = performance.now();
      moved();
      const ended = performance.now();
      restUntil = ended + (ended - started) * share;
    });
  };

  /** For what a page does by itself, which may never end. */
  const soon = () => {
    const wait = restUntil - performance.now();
    if (wait <= 0) atNextFrame();
    else if (timer === null && !signal.aborted) {
      timer = setTimeout(() => {
        timer = null;
        atNextFrame();
      }, wait);
    }
  };

  const sizes = new ResizeObserver(soon);
  let followed = new Set<Element>();
  const changes = new MutationObserver((records) => {
    if (records.some(({ target }) => !isOwn(target))) soon();
  });
  changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const shifts = observeShifts(soon);

  // Captured, since scrolling inside an element of the page does not bubble.
  const options = { capture: true, passive: true, signal };
  view?.addEventListener('scroll', atNextFrame, options);
  view?.addEventListener('resize', atNextFrame, options);
  for (const type of events) view?.addEventListener(type, soon, options);
  // jsdom has no fonts.
  document.fonts?.addEventListener('loadingdone', soon, { signal });

  signal.addEventListener('abort', () => {
    if (frame !== null) view?.cancelAnimationFrame(frame);
    if (timer !== null) clearTimeout(timer);
    sizes.disconnect();
    changes.disconnect();
    shifts?.disconnect();
  });

  return {
    follow(elements) {
      const next = new Set(elements);
      for (const element of followed) if (!next.has(element)) sizes.unobserve(element);
      for (const element of next) if (!followed.has(element)) sizes.observe(element);
      followed = next;
    },
  };
}

/** Chromium tells of every shift that a person could see; null where the browser does not. */
function observeShifts(shifted: () => void): PerformanceObserver | null {
  if (!globalThis.PerformanceObserver?.supportedEntryTypes.includes('layout-shift')) return null;
  const observer = new PerformanceObserver(shifted);
  observer.observe({ type: 'layout-shift' });
  return observer;
}
