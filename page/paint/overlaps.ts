/** Finds where ranges overlap, so that it can be shown. */

/** One range for each stretch that a range shares with those before it. Cost: sorting. Shadow trees apart from each other. */
export function findOverlaps(ranges: readonly Range[]): Range[] {
  const overlaps: Range[] = [];
  for (const tree of byTree(ranges)) {
    tree.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
    let furthest: Range | undefined;
    for (const range of tree) {
      if (furthest !== undefined) {
        const shared = intersection(furthest, range);
        if (shared !== null) overlaps.push(shared);
      }
      if (furthest === undefined || endsAfter(range, furthest)) furthest = range;
    }
  }
  return overlaps;
}

function byTree(ranges: readonly Range[]): Range[][] {
  const trees = new Map<Node, Range[]>();
  for (const range of ranges) {
    const root = range.startContainer.getRootNode();
    const tree = trees.get(root);
    if (tree === undefined) trees.set(root, [range]);
    else tree.push(range);
  }
  return [...trees.values()];
}

/** Of a range and a later one; null where they share nothing. */
function intersection(earlier: Range, later: Range): Range | null {
  const shared = later.cloneRange();
  if (endsAfter(later, earlier)) shared.setEnd(earlier.endContainer, earlier.endOffset);
  // An end set before the start takes the start with it.
  return shared.collapsed ? null : shared;
}

function endsAfter(one: Range, other: Range): boolean {
  return one.compareBoundaryPoints(Range.END_TO_END, other) > 0;
}
