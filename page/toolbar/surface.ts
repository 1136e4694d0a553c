/** Our one element in the news page: a host with a closed shadow root for the toolbar's frame and the fallback paint. */

import { createToolbarFrame, frameMargin } from './toolbar-frame';

export interface Surface {
  host: HTMLElement;
  /** For boxes that lie under the toolbar and let clicks through. */
  paint: HTMLElement;
  /** Puts the host into the page, beside the body, where a site's own scripts seldom look. After the abort it does nothing. */
  attach(): void;
  /**
   * Puts the toolbar by this box (viewport pixels), above it or else below, inside the window, never on it.
   * Gives the keyboard back to the page when nothing of the toolbar is in focus.
   */
  place(box: DOMRect): void;
  /** Takes the frame away when nothing is drawn in it. */
  hide(): void;
  /** Who hears keys pressed beside the toolbar's own controls, and that the toolbar grew by itself. */
  hear(listeners: SurfaceListeners): void;
}

interface SurfaceListeners {
  /** True when the key was taken. */
  press(event: KeyboardEvent): boolean;
  resized(): void;
}

export interface SurfaceParts {
  document: Document;
  /** For the document in the frame. */
  styles: string;
  /** BCP 47, of the interface. */
  language: string;
  /** Called with an empty element to draw in: at first, and again when a page threw the host out and it was put back. */
  ready(bar: HTMLElement): void;
  signal: AbortSignal;
}

/** Inline and important, since a page's `* { … !important }` reaches the host but not past it. */
const hostStyle: Readonly<Record<string, string>> = {
  all: 'initial',
  // Scrolls with the page, as the boxes in it must; the frame stays in the window by itself.
  position: 'absolute',
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

export function createSurface({ document, styles, language, ready, signal }: SurfaceParts): Surface {
  let listeners: SurfaceListeners = { press: () => false, resized: () => undefined };
  const host = document.createElement('div');
  for (const [property, value] of Object.entries(hostStyle)) {
    host.style.setProperty(property, value, 'important');
  }
  const root = host.attachShadow({ mode: 'closed' });
  const paint = document.createElement('div');
  paint.style.pointerEvents = 'none';
  const frame = createToolbarFrame({
    document,
    styles,
    language,
    ready,
    press: (event) => listeners.press(event),
    resized: () => listeners.resized(),
    signal,
  });
  root.append(paint, frame.element);
  signal.addEventListener('abort', () => host.remove());

  const attach = () => {
    if (!signal.aborted) document.documentElement.append(host);
  };

  /** With nothing of the toolbar in focus, space and arrows are to scroll the page again. */
  const giveBackKeys = () => {
    const inside = frame.element.contentDocument;
    if (inside?.hasFocus() && inside.activeElement === inside.body) document.defaultView?.focus();
  };

  return {
    host,
    paint,
    attach,
    place(box) {
      // A page that builds itself anew takes out what it does not know.
      if (!host.isConnected) attach();
      const { clientWidth, clientHeight } = document.documentElement;
      const { width, height } = frame.fit(clientWidth - 2 * gap);
      const above = box.top - height - gap;
      const below = box.bottom + gap;
      const top = above >= 0 ? above : Math.min(below, clientHeight - height);
      const left = box.left + (box.width - width) / 2;
      const inWindow = Math.max(gap, Math.min(left, clientWidth - width - gap));
      frame.moveTo(inWindow - frameMargin, Math.max(0, top) - frameMargin);
      giveBackKeys();
    },
    hide() {
      frame.fit(0);
      giveBackKeys();
    },
    hear(next) {
      listeners = next;
    },
  };
}
