/** A document of its own for the toolbar, inside our closed shadow root: the page's keys, selection and editing commands end at its edge. */

export interface ToolbarFrame {
  element: HTMLIFrameElement;
  /** Makes the frame as large as what is drawn, at most so wide, out of sight when none of it has a height, or takes it away when nothing is; gives the toolbar's size. In pixels. */
  fit(widest: number): { width: number; height: number };
  /** Viewport pixels, of the frame with its margin. */
  moveTo(left: number, top: number): void;
}

export interface ToolbarFrameParts {
  document: Document;
  styles: string;
  /** BCP 47, of the interface. */
  language: string;
  /** Called with an empty bar: at first, and again each time the page has thrown the frame out and it was put back. */
  ready(bar: HTMLElement): void;
  /** The drawn toolbar grew or shrank by itself. */
  resized(): void;
  /** A key pressed in the frame, but not on anything of the toolbar. */
  press(event: KeyboardEvent): boolean;
  signal: AbortSignal;
}

/** Room for the toolbar's shadow on each side, in pixels. */
export const frameMargin = 16;

const frameStyle: Readonly<Record<string, string>> = {
  position: 'fixed',
  border: '0',
  background: 'transparent',
  // The same as the document's inside, or the browser lays a ground under it.
  'color-scheme': 'light dark',
  display: 'none',
};

/** It has no address, so that nothing of the extension is shown to the page, and no name, so that the page finds no way to it. */
export function createToolbarFrame(parts: ToolbarFrameParts): ToolbarFrame {
  const element = parts.document.createElement('iframe');
  const setStyle = (property: string, value: string) => element.style.setProperty(property, value);
  for (const [property, value] of Object.entries(frameStyle)) setStyle(property, value);
  let furnished: { inside: Document; bar: HTMLElement } | null = null;

  const observer = new ResizeObserver(() => parts.resized());
  parts.signal.addEventListener('abort', () => observer.disconnect());

  // Firefox makes a frame's document anew when the frame has loaded: what was put in before is lost.
  element.addEventListener(
    'load',
    () => {
      const inside = element.contentDocument;
      if (inside === null || parts.signal.aborted) return;
      const bar = furnish(inside, parts);
      furnished = { inside, bar };
      observer.disconnect();
      observer.observe(bar);
      parts.ready(bar);
      // Without a size the observer tells nothing, and a frame that is not shown has none.
      parts.resized();
    },
    { signal: parts.signal },
  );

  /** Null also once the page has thrown the frame out: in Firefox even a look at what was in it is an error then. */
  const currentBar = () =>
    furnished !== null && furnished.inside === element.contentDocument ? furnished.bar : null;

  return {
    element,
    fit(widest) {
      const bar = currentBar();
      const isEmpty = bar === null || bar.childElementCount === 0;
      setStyle('display', isEmpty ? 'none' : 'block');
      if (isEmpty) return { width: 0, height: 0 };
      bar.style.maxWidth = `${widest}px`;
      const { width, height } = bar.getBoundingClientRect();
      // Words that are only read out need a frame that is there; a hidden one is silent.
      const isOnlyHeard = height === 0;
      setStyle('opacity', isOnlyHeard ? '0' : '1');
      setStyle('pointer-events', isOnlyHeard ? 'none' : 'auto');
      setStyle('width', `${Math.ceil(width) + 2 * frameMargin}px`);
      setStyle('height', `${Math.ceil(height) + 2 * frameMargin}px`);
      return { width, height };
    },
    moveTo(left, top) {
      setStyle('left', `${left}px`);
      setStyle('top', `${top}px`);
    },
  };
}

function furnish(inside: Document, { styles, language, press, signal }: ToolbarFrameParts): HTMLElement {
  inside.documentElement.lang = language;
  adopt(inside, styles);
  const bar = inside.createElement('div');
  bar.className = 'bar';
  bar.style.width = 'max-content';
  inside.body.style.margin = `${frameMargin}px`;
  inside.body.replaceChildren(bar);
  // The signal is of another window than this document.
  inside.addEventListener('keydown', (event) => {
    if (!signal.aborted && !event.defaultPrevented && press(event)) event.preventDefault();
  });
  return bar;
}

/** A style sheet can only be adopted by the document whose window made it. */
function adopt(inside: Document, styles: string): void {
  const view = inside.defaultView as (Window & typeof globalThis) | null;
  if (view === null) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles);
  inside.adoptedStyleSheets.push(sheet);
}
