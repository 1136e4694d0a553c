/** Tells whether words that were found are the very words, with some of what stood around them. */

import type { TextQuoteSelector } from '../../core/annotation';
import type { Placement } from '../../core/placement';

/** UTF-16 units of context that must be there too, where there was so much. */
const enough = 12;

export function standsVerbatim(
  { start, end }: Placement,
  { exact, prefix, suffix }: TextQuoteSelector,
  text: string,
): boolean {
  if (start === null || end === null || text.slice(start, end) !== exact) return false;
  const before = prefix.slice(-enough);
  const after = suffix.slice(0, enough);
  const hasBefore = before !== '' && text.endsWith(before, start);
  const hasAfter = after !== '' && text.startsWith(after, end);
  return hasBefore || hasAfter || (before === '' && after === '');
}
