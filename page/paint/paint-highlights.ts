/** Paints with the CSS Custom Highlight API: one Highlight for each colour, and no node in the page. */

import { type Colour, colours, swatches } from '../../core/colour';
import { flashTime, type Highlight, type Painter } from './highlight';
import { findOverlaps } from './overlaps';

/** A `Highlight` of the API, as far as it is used. */
export interface RangeGroup {
  priority: number;
  add(range: AbstractRange): unknown;
  delete(range: AbstractRange): boolean;
  clear(): void;
}

/** What the browser gives, so that tests can give something else. */
export interface HighlightApi {
  /** Shared with the page: only names of ours are read or written. */
  registry: Pick<Map<string, RangeGroup>, 'get' | 'set' | 'delete'>;
  createGroup(): RangeGroup;
  createSheet(css: string): CSSStyleSheet;
}

/** Null where the browser lacks the API (Firefox before 140, Safari before 17.2). */
export function browserHighlights(): HighlightApi | null {
  if (!('highlights' in CSS) || typeof globalThis.Highlight !== 'function') return null;
  return {
    // The registry's own type asks for Highlight itself; `createGroup` makes nothing else.
    registry: CSS.highlights as unknown as HighlightApi['registry'],
    createGroup: () => new globalThis.Highlight(),
    createSheet(css) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    },
  };
}

type Layer = Colour | 'overlap' | 'flash';

export function createHighlightPainter(
  document: Document,
  prefix: string,
  signal: AbortSignal,
  api: HighlightApi,
): Painter {
  const sheet = api.createSheet(styles(prefix));
  const groups = new Map<Layer, RangeGroup>();
  let painted = new Map<string, Highlight>();
  let flashing: ReturnType<typeof setTimeout> | null = null;

  const nameOf = (layer: Layer) => `${prefix}-${layer}`;

  /** The layer's group, registered, again if the page emptied the registry. */
  const show = (layer: Layer, priority: number): RangeGroup => {
    const group = groups.get(layer) ?? api.createGroup();
    groups.set(layer, group);
    if (group.priority !== priority) group.priority = priority;
    if (api.registry.get(nameOf(layer)) !== group) api.registry.set(nameOf(layer), group);
    return group;
  };

  const hide = (layer: Layer) => {
    if (!groups.delete(layer)) return;
    api.registry.delete(nameOf(layer));
  };

  const endFlash = () => {
    if (flashing !== null) clearTimeout(flashing);
    flashing = null;
    hide('flash');
  };

  const clear = () => {
    endFlash();
    for (const layer of [...groups.keys()]) hide(layer);
    painted = new Map();
  };

  signal.addEventListener('abort', () => {
    clear();
    dropSheet(document, sheet);
  });

  return {
    paint(highlights) {
      if (signal.aborted) return;
      adoptSheet(document, sheet);
      const next = new Map<string, Highlight>();
      let hasChanged = false;
      for (const highlight of highlights) {
        const before = painted.get(highlight.id);
        const isSame = before !== undefined && isEqual(before, highlight);
        if (!isSame) hasChanged = true;
        next.set(highlight.id, isSame ? before : highlight);
      }
      for (const [id, before] of painted) {
        if (next.get(id) === before) continue;
        const group = groups.get(before.colour);
        for (const range of before.ranges) group?.delete(range);
        hasChanged = true;
      }
      for (const [priority, colour] of inPaintOrder(highlights).entries()) {
        const group = show(colour, priority);
        for (const highlight of next.values()) {
          if (highlight.colour !== colour || painted.get(highlight.id) === highlight) continue;
          for (const range of highlight.ranges) group.add(range);
        }
      }
      for (const colour of colours) {
        if (!highlights.some((highlight) => highlight.colour === colour)) hide(colour);
      }
      painted = next;
      if (hasChanged) showOverlaps();
    },
    flash(id) {
      endFlash();
      const highlight = painted.get(id);
      if (highlight === undefined || signal.aborted) return;
      const group = show('flash', colours.length + 1);
      for (const range of highlight.ranges) group.add(range);
      flashing = setTimeout(endFlash, flashTime);
    },
    clear,
  };

  function showOverlaps(): void {
    const overlaps = findOverlaps([...painted.values()].flatMap(({ ranges }) => ranges));
    if (overlaps.length === 0) {
      hide('overlap');
      return;
    }
    const group = show('overlap', colours.length);
    group.clear();
    for (const range of overlaps) group.add(range);
  }
}

/** The colours that are used, the one of the last highlight last. */
function inPaintOrder(highlights: readonly Highlight[]): Colour[] {
  const order = new Set<Colour>();
  for (const { colour } of highlights) {
    order.delete(colour);
    order.add(colour);
  }
  return [...order];
}

/** Whether a highlight is painted already, with ranges that have followed the page to the same places. */
function isEqual(painted: Highlight, wanted: Highlight): boolean {
  return (
    painted.colour === wanted.colour &&
    painted.ranges.length === wanted.ranges.length &&
    painted.ranges.every((range, index) => isSameRange(range, wanted.ranges[index]))
  );
}

function isSameRange(one: Range, other: Range | undefined): boolean {
  return (
    other !== undefined &&
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}

function styles(prefix: string): string {
  const rules = colours.map((colour) => {
    const { background, ink, line, pattern, thickness } = swatches[colour];
    return `::highlight(${prefix}-${colour}) { background-color: ${background}; color: ${ink};
      text-decoration: underline ${pattern} ${line} ${thickness}; }`;
  });
  // A shade shows where two of one colour overlap, too; the ink stays readable on it.
  rules.push(`::highlight(${prefix}-overlap) { background-color: rgb(0 0 0 / 0.14); }`);
  rules.push(`::highlight(${prefix}-flash) { background-color: #1c1b17; color: #ffffff; }`);
  return rules.join('\n');
}

/** The list belongs to the page: one sheet is added to it, and again if the page replaced the list. */
function adoptSheet(document: Document, sheet: CSSStyleSheet): void {
  if (document.adoptedStyleSheets.includes(sheet)) return;
  try {
    document.adoptedStyleSheets.push(sheet);
  } catch {
    // Chrome before 99 has a list that cannot be changed, only replaced.
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}

function dropSheet(document: Document, sheet: CSSStyleSheet): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
}
