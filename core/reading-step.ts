/** The sentences and paragraphs of a text, one after another: where a reading cursor stands next. */

import { segmentsOf } from './segments';
import type { Span } from './span';

export type ReadingUnit = 'sentence' | 'paragraph';

export interface ReadingMove {
  by: ReadingUnit;
  towards: 'back' | 'forward';
  /** What is read now stays in it: only its end moves on. */
  isExtending: boolean;
}

/**
 * The next sentence or paragraph that begins where the span ends or later, or the last one that ends where it begins or
 * sooner, without the white space around it; null where there is none.
 * @param text lines parted by LF: a line is a paragraph
 * @param span of what is read now, in UTF-16 units; an empty one stands between two
 * @param within what can be stepped to, such as the article
 * @param language BCP 47, of the text; null where it is not known
 */
export function readingStep(
  text: string,
  { start, end }: Span,
  by: ReadingUnit,
  towards: 'back' | 'forward',
  within: Span,
  language: string | null,
): Span | null {
  const isForward = towards === 'forward';
  let line = lineAt(text, isForward ? end : Math.max(0, start - 1));
  while (isForward ? line.start < within.end : line.end > within.start) {
    const units = unitsOf(text, line, by, language).filter(
      (unit) => unit.start >= within.start && unit.end <= within.end,
    );
    const found = isForward
      ? units.find((unit) => unit.start >= end)
      : units.findLast((unit) => unit.end <= start);
    if (found !== undefined) return found;
    if (isForward ? line.end >= text.length : line.start === 0) return null;
    line = lineAt(text, isForward ? line.end + 1 : line.start - 1);
  }
  return null;
}

/** Without the LF at its end. */
function lineAt(text: string, at: number): Span {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start: at === 0 ? 0 : start, end: end < 0 ? text.length : end };
}

function unitsOf(text: string, { start, end }: Span, by: ReadingUnit, language: string | null): Span[] {
  const line = text.slice(start, end);
  const segments =
    by === 'paragraph' ? [{ segment: line, index: 0 }] : segmentsOf(line, 'sentence', language);
  return segments.flatMap(({ segment, index }) => {
    const from = start + index + segment.length - segment.trimStart().length;
    const to = start + index + segment.trimEnd().length;
    return to > from ? [{ start: from, end: to }] : [];
  });
}
