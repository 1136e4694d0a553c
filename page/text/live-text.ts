/** The page's text, kept in step with the page by reading anew only the blocks that changed. */

import type { TextEdit } from '../../core/follow-edits';
import { mostRecords, noteChanges, watchedAttributes } from './note-changes';
import { createOutline, moveTo, type Outline, restyle, restyleAll, touchAll } from './outline';
import { readBlock } from './read-block';
import { settle } from './settle';
import { mapOf, type TextMap } from './text-map';
import { isConnected, openShadowRootOf } from './tree';

export interface LiveText {
  /** True after `refresh` until the page changes again; another one after each that brought edits. Empty before the first. */
  readonly map: TextMap;
  /** Whether the page has changed since, or was never read. Not noticed: style sheets that scripts edit, and closed shadow trees. */
  isStale(): boolean;
  /** Brings the map in step with the page. `[]` when nothing changed. */
  refresh(): TextEdit[];
  /**
   * As `refresh`, in slices: each call of `next` does about a millisecond's work, and between two the page may change
   * as it likes. The map is the former one until the last, which gives the edits. Whoever calls `refresh` meanwhile gets
   * them instead.
   */
  refreshing(): Generator<void, TextEdit[], void>;
  /** Calls back, as often as it pleases, when the page has changed. Must be cheap. */
  onChange(callback: () => void): void;
}

/** In steps of `readBlock`. */
const sliceLength = 200;

/**
 * Reads the body, whichever it is at the time, or what stands in its place.
 * @param ignore elements of ours, left out with all they hold; their changes do not count
 */
export function createLiveText(
  document: Document,
  ignore: (node: Node) => boolean,
  signal: AbortSignal,
): LiveText {
  const callbacks = new Set<() => void>();
  let records: MutationRecord[] = [];
  let hasTooMany = false;
  let mayBeRestyled = false;
  let isStale = true;

  const change = () => {
    isStale = true;
    for (const callback of callbacks) callback();
  };

  const keep = (more: MutationRecord[]): boolean => {
    if (more.length + records.length > mostRecords) hasTooMany = true;
    if (hasTooMany) {
      records = [];
      return more.length > 0;
    }
    const others = more.filter((record) => !isOurs(record, ignore));
    records.push(...others);
    return others.length > 0;
  };

  const observer = new MutationObserver((more) => {
    if (keep(more)) change();
  });
  const observe = (node: Node) => {
    observer.observe(node, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: watchedAttributes,
    });
  };

  const start = () => {
    // A page that is being built anew may be without a body for a moment.
    const body: Element | null = document.body;
    return createOutline(body ?? document.documentElement, ignore, observe);
  };
  const outline: Outline = start();
  let map = mapOf(outline);

  const note = () => {
    keep(observer.takeRecords());
    const root: Element = document.body ?? document.documentElement;
    if (root !== outline.root) moveTo(outline, root);
    if (hasTooMany) touchAll(outline);
    else noteChanges(outline, records);
    if (mayBeRestyled) restyleAll(outline);
    for (const element of outline.undefined) {
      if (openShadowRootOf(element) !== null) restyle(outline, element);
      else if (isConnected(element)) continue;
      outline.undefined.delete(element);
    }
    [records, hasTooMany, mayBeRestyled] = [[], false, false];
  };

  /** Nothing has been told since the text was made, and nothing is awaited that is never told. */
  const isInStep = (): boolean => {
    keep(observer.takeRecords());
    const isQuiet = !isStale && records.length === 0 && !hasTooMany && !mayBeRestyled;
    const isKnown = outline.root === (document.body ?? document.documentElement);
    return isQuiet && isKnown && outline.undefined.size === 0;
  };

  function* refreshing(): Generator<void, TextEdit[], void> {
    note();
    let steps = 0;
    for (const block of outline.stale) {
      steps += readBlock(outline, block, sliceLength - steps);
      if (steps < sliceLength) continue;
      steps = 0;
      yield;
      note();
    }
    const edits = settle(outline);
    isStale = false;
    if (edits.length > 0 || map.root !== outline.root) map = mapOf(outline);
    return edits;
  }

  if (!signal.aborted) observe(document);
  const doubtStyles = () => {
    mayBeRestyled = true;
    change();
  };
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLLinkElement) doubtStyles();
    },
    { capture: true, signal },
  );
  document.defaultView?.addEventListener('resize', doubtStyles, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    callbacks.clear();
  });

  return {
    get map() {
      return map;
    },
    isStale: () => isStale,
    refresh() {
      if (isInStep()) return [];
      const work = refreshing();
      for (;;) {
        const { done, value } = work.next();
        if (done === true) return value;
      }
    },
    refreshing,
    onChange(callback) {
      callbacks.add(callback);
    },
  };
}

/** A change inside a node of ours, or the coming and going of one. */
function isOurs(
  { type, target, addedNodes, removedNodes }: MutationRecord,
  ignore: (node: Node) => boolean,
): boolean {
  if (ignore(target)) return true;
  return type === 'childList' && [...addedNodes].every(ignore) && [...removedNodes].every(ignore);
}
