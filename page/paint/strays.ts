/** Tells when the page has taken words from under their paint, before the paint is seen on others: a live range never stays empty-handed, it moves. */

export interface StrayWatch {
  /** From now on this range counts, as it stands. */
  watch(range: Range): void;
  forget(range: Range): void;
  stop(): void;
}

/** Where a range stood when it was painted. */
interface Place {
  root: Node;
  start: Node;
  startOffset: number;
  end: Node;
}

/**
 * Without watched ranges, nothing is observed. Cost: a few comparisons for each range when the page takes out nodes or
 * rewrites text, once for each turn of its scripts.
 * @param strayed called before the page is drawn again, with ranges that it has moved off their words; they are forgotten
 */
export function watchStrays(strayed: (ranges: readonly Range[]) => void): StrayWatch {
  const places = new Map<Range, Place>();
  const roots = new Set<Node>();

  const look = (records: readonly MutationRecord[]) => {
    if (!records.some(({ type, removedNodes }) => type === 'characterData' || removedNodes.length > 0))
      return;
    const strays = [...places].flatMap(([range, place]) => (hasStrayed(range, place) ? [range] : []));
    for (const range of strays) places.delete(range);
    if (strays.length > 0) strayed(strays);
    if (places.size === 0) rest();
  };
  const observer = new MutationObserver(look);

  const rest = () => {
    observer.disconnect();
    roots.clear();
  };

  return {
    watch(range) {
      const { startContainer: start, startOffset, endContainer: end } = range;
      const root = start.getRootNode();
      places.set(range, { root, start, startOffset, end });
      if (roots.has(root)) return;
      roots.add(root);
      observer.observe(root, { childList: true, characterData: true, subtree: true });
    },
    forget(range) {
      places.delete(range);
      if (places.size === 0) rest();
    },
    stop() {
      places.clear();
      rest();
    },
  };
}

/** A boundary leaves its node with the node, and falls to the front of a text that is written anew. */
function hasStrayed(range: Range, { start, startOffset, end }: Place): boolean {
  return (
    range.startContainer !== start ||
    range.endContainer !== end ||
    range.collapsed ||
    (range.startOffset === 0 && startOffset > 0)
  );
}
