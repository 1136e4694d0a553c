/** Our one element in the news page: a host with a closed shadow root for the toolbar and the fallback paint. */

import type { Shield } from './shield';

export interface Surface {
  host: HTMLElement;
  /** For boxes that lie under the toolbar and let clicks through. */
  paint: HTMLElement;
  /** For what points at the words that are being written about; under the toolbar, too. */
  pointed: HTMLElement;
  /** For the toolbar. */
  bar: HTMLElement;
  /** Puts the host into the page, beside the body, where a site's own scripts seldom look. */
  attach(): void;
  /** Puts the bar by this box (viewport pixels), above it or else below, inside the window, never on it. */
  place(box: DOMRect): void;
}

/** Inline and important, since a page's `* { … !important }` reaches the host but not past it. */
const hostStyle: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  display: 'block',
  overflow: 'visible',
  opacity: '1',
  visibility: 'visible',
  transform: 'none',
  'pointer-events': 'auto',
  'z-index': '2147483647',
};

const gap = 8;

export function createSurface(
  document: Document,
  styles: string,
  shield: Shield,
  signal: AbortSignal,
): Surface {
  const host = document.createElement('div');
  for (const [property, value] of Object.entries(hostStyle)) {
    host.style.setProperty(property, value, 'important');
  }
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  shield.guard(host, root);

  const paint = document.createElement('div');
  paint.className = 'paint';
  const pointed = document.createElement('div');
  pointed.className = 'pointed';
  const bar = document.createElement('div');
  bar.className = 'bar';
  root.append(paint, pointed, bar);
  signal.addEventListener('abort', () => host.remove());

  // The page can send clicks to the host, but only a person's reach the buttons inside.
  for (const type of ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup']) {
    root.addEventListener(type, dropUntrusted, { capture: true, signal });
  }
  // A press on a button must not take the selection away.
  bar.addEventListener('mousedown', keepSelection, { signal });

  return {
    host,
    paint,
    pointed,
    bar,
    attach() {
      if (!signal.aborted) document.documentElement.append(host);
    },
    place(box) {
      const view = document.documentElement;
      const { offsetWidth: width, offsetHeight: height } = bar;
      const above = box.top - height - gap;
      const below = box.bottom + gap;
      const top = above >= 0 ? above : Math.min(below, view.clientHeight - height);
      const left = box.left + (box.width - width) / 2;
      bar.style.top = `${Math.max(0, top)}px`;
      bar.style.left = `${Math.max(gap, Math.min(left, view.clientWidth - width - gap))}px`;
    },
  };
}

function dropUntrusted(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}

function keepSelection(event: Event): void {
  const target = event.target;
  if (target instanceof Element && target.closest('input, textarea') === null) event.preventDefault();
}
