/** Paints with the CSS Custom Highlight API: one Highlight for each layer, and no node in the page. */

import { flashTime, type Highlight, type Painter } from './highlight';
import { type HighlightApi, type RangeGroup, ruleOf } from './highlight-api';
import { followNearness, type Nearness } from './near';
import { watchStrays } from './strays';
import { drawStrokes, type Layer, layers, type Stroke } from './strokes';

/** Of more than so many, only those near the window are registered: what each costs the browser adds up. */
const mostAtOnce = 50;

interface Painted {
  group: RangeGroup;
  /** What the group should hold: the page can reach into it. */
  ranges: Set<Range>;
}

export function createHighlightPainter(
  document: Document,
  prefix: string,
  signal: AbortSignal,
  api: HighlightApi,
): Painter {
  const sheet = api.createSheet();
  const styled = new Set<Layer>();
  const painted = new Map<Layer, Painted>();
  let wanted: readonly Highlight[] = [];
  /** What of it is on the page, by key. */
  let strokes = new Map<string, Stroke>();
  let nearness: Nearness | null = null;
  let isPrinting = false;
  let flashing: ReturnType<typeof setTimeout> | null = null;

  const nameOf = (layer: Layer) => `${prefix}-${layer}`;

  const open = (layer: Layer): Painted => {
    const known = painted.get(layer);
    if (known !== undefined) return known;
    const group = api.createGroup();
    group.priority = layers.indexOf(layer);
    const opened = { group, ranges: new Set<Range>() };
    painted.set(layer, opened);
    if (!styled.has(layer)) sheet.insertRule(ruleOf(layer, nameOf(layer)));
    styled.add(layer);
    return opened;
  };

  const hide = (layer: Layer) => {
    if (painted.delete(layer)) api.registry.delete(nameOf(layer));
  };

  const add = (layer: Layer, added: readonly Range[]) => {
    const { group, ranges } = open(layer);
    for (const range of added) {
      ranges.add(range);
      group.add(range);
    }
  };

  /** Puts right what the page may have done to what it shares with us: list, registry, groups. */
  const show = () => {
    if (painted.size > 0) adoptSheet(document, sheet);
    for (const [layer, { group, ranges }] of painted) {
      if (ranges.size === 0) {
        hide(layer);
        continue;
      }
      if (group.size !== ranges.size) {
        group.clear();
        for (const range of ranges) group.add(range);
      }
      const priority = layers.indexOf(layer);
      if (group.priority !== priority) group.priority = priority;
      if (api.registry.get(nameOf(layer)) !== group) api.registry.set(nameOf(layer), group);
    }
  };

  const takeOff = (stroke: Stroke) => {
    const { group, ranges } = open(stroke.layer);
    for (const range of stroke.ranges) {
      strays.forget(range);
      if (ranges.delete(range)) group.delete(range);
    }
  };

  const strays = watchStrays((ranges) => {
    const gone = new Set(ranges);
    for (const [key, stroke] of strokes) {
      if (!stroke.ranges.some((range) => gone.has(range))) continue;
      takeOff(stroke);
      strokes.delete(key);
    }
    show();
  });

  const layOn = () => {
    const next = drawStrokes(nearness === null || isPrinting ? wanted : nearness.near(), strokes);
    for (const [key, stroke] of strokes) if (next.get(key) !== stroke) takeOff(stroke);
    for (const [key, stroke] of next) {
      if (strokes.get(key) === stroke) continue;
      add(stroke.layer, stroke.ranges);
      for (const range of stroke.ranges) strays.watch(range);
    }
    strokes = next;
    show();
  };

  const followNear = () => {
    if (wanted.length > mostAtOnce) {
      nearness ??= followNearness(document, layOn);
      nearness.follow(wanted);
    } else {
      nearness?.stop();
      nearness = null;
    }
  };

  const endFlash = () => {
    if (flashing !== null) clearTimeout(flashing);
    flashing = null;
    hide('flash');
  };

  const clear = () => {
    endFlash();
    strays.stop();
    strokes = new Map();
    wanted = [];
    followNear();
    for (const layer of [...painted.keys()]) hide(layer);
    dropSheet(document, sheet);
  };

  /** On paper, everything is near. */
  const print = ({ type, isTrusted }: Event) => {
    if (!isTrusted) return;
    isPrinting = type === 'beforeprint';
    if (nearness !== null) layOn();
  };
  for (const type of ['beforeprint', 'afterprint'])
    document.defaultView?.addEventListener(type, print, { signal });

  signal.addEventListener('abort', clear);

  return {
    paint(highlights) {
      if (signal.aborted) return;
      wanted = highlights;
      followNear();
      layOn();
    },
    flash(id) {
      endFlash();
      const highlight = wanted.find((found) => found.id === id);
      if (highlight === undefined || signal.aborted) return;
      add('flash', highlight.ranges);
      show();
      flashing = setTimeout(endFlash, flashTime);
    },
    clear,
  };
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
  // A list that does not hold it stays the page's own, untouched.
  if (!document.adoptedStyleSheets?.includes(sheet)) return;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
}
