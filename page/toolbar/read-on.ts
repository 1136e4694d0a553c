/** Moves the reading cursor by keys: selects what is read next, brings it into view, and has the toolbar stand beside it. */

import { isConnected } from '../text/tree';
import type { ToolbarParts } from './toolbar-parts';
import { selectedRange } from './watch-selection';

/** The part of the window that one reads in, as shares of its height. */
const comfortable = { from: 0.1, to: 0.85 };

/**
 * @param selected called with what is read now, when it is selected
 * @returns takes a key press; true where it moved the cursor
 */
export function createReadOn(
  { document, session, readingMove }: Pick<ToolbarParts, 'document' | 'session' | 'readingMove'>,
  selected: (range: Range) => void,
): (event: KeyboardEvent, hasSelection: boolean) => boolean {
  let last: Range | null = null;
  return (event, hasSelection) => {
    const move = readingMove(event, hasSelection, session.library().settings);
    if (move === null) return false;
    const before = last !== null && isConnected(last.startContainer) && !last.collapsed ? last : null;
    const range = session.nextToRead(selectedRange(document) ?? before, move);
    if (range === null) return false;
    last = range;
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range.cloneRange());
    bringIntoView(document, range);
    selected(range);
    return true;
  };
}

function bringIntoView({ defaultView }: Document, range: Range): void {
  const height = defaultView?.innerHeight ?? 0;
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= comfortable.from * height && bottom <= comfortable.to * height) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'auto' });
}
