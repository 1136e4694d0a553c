/** Makes the page's text from the blocks that were read, and tells what became another in it. */

import type { TextEdit } from '../../core/follow-edits';
import { type Line, type Outline, rootBlock, visitLines } from './outline';

/**
 * Ascending, with at least one character between two. Nothing is stale afterwards.
 * Cost: a few steps for each line of the page; characters that stayed are copied.
 */
export function settle(outline: Outline): TextEdit[] {
  const { text: formerText, lines: formerLines } = outline;
  const shadowRoots: ShadowRoot[] = [];
  const lines: Line[] = [];
  visitLines(
    rootBlock(outline),
    (line) => {
      lines.push(line);
      return false;
    },
    (block) => {
      if (block.shadowRoots.length > 0) shadowRoots.push(...block.shadowRoots);
    },
  );
  const edits: TextEdit[] = [];
  const chunks: string[] = [];
  outline.settled += 1;
  /** Kept lines that stood together before and still do. */
  let runStart = 0;
  let runEnd = -1;
  /** Where the last kept line ends now. */
  let keptEnd = 0;
  let length = 0;
  let isNew = false;

  const endRun = () => {
    if (runEnd >= 0) chunks.push(formerText.slice(runStart, runEnd));
  };
  const edit = (formerEnd: number, end: number) => {
    edits.push({ start: Math.max(0, runEnd), end: formerEnd, length: end - keptEnd });
  };

  for (const line of lines) {
    // No line is empty.
    const start = length === 0 ? 0 : length + 1;
    length = start + line.length;
    if (line.start > runEnd) {
      if (isNew || line.start > runEnd + 1) {
        if (!isNew) endRun();
        edit(line.start, start);
        runStart = line.start;
      }
      runEnd = line.start + line.length;
      keptEnd = length;
      isNew = false;
    } else {
      if (!isNew) endRun();
      chunks.push(line.start < 0 ? line.text : formerText.slice(line.start, line.start + line.length));
      isNew = true;
    }
    line.start = start;
    line.text = '';
    line.settled = outline.settled;
  }
  if (!isNew) endRun();
  if (isNew || Math.max(0, runEnd) < formerText.length) edit(formerText.length, length);
  for (const line of formerLines) {
    if (line.settled !== outline.settled) line.start = -1;
  }
  outline.text = edits.length === 0 ? formerText : chunks.join('\n');
  outline.lines = lines;
  outline.shadowRoots = shadowRoots;
  for (const marks of [outline.touched, outline.restyled, outline.unsure]) marks.clear();
  return edits;
}
