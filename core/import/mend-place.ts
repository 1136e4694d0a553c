/** Finds a quote in its text where the file counts otherwise than we do, and tells what was the matter. */

import { codePointTable } from '../code-points';
import type { Span } from '../span';
import { countings } from './counted-offsets';
import type { Mended } from './imported';

export interface Claim {
  /** As the file says, in code points, end exclusive. */
  start: number;
  end: number;
  /** Whether these are the quote's words. */
  isQuote(words: string): boolean;
  /** Any of the quote's words as a search finds them; null where the file tells none. */
  pattern: RegExp | null;
  /** Whether the words that the file tells are only the first ones. */
  isCut: boolean;
}

export interface Mender {
  /** The text without byte order mark, with LF only. */
  text: string;
  /** UTF-16 units. Null where the words stand nowhere; `how` is null where the file was right. */
  place(claim: Claim): (Span & { how: Mended['how'] | null }) | null;
  /** The place as the file says it, whatever words stand there; null beyond the text. */
  claimed(claim: Pick<Claim, 'start' | 'end'>): Span | null;
}

/** UTF-16 units that may be searched for quotes in one file: beyond that a quote has no place. */
const mostSearched = 400_000_000;

export interface Budget {
  left: number;
}

export function createBudget(): Budget {
  return { left: mostSearched };
}

export function createMender(text: string, budget: Budget): Mender {
  const table = codePointTable(text);
  const ways = countings(text, 'code-points');

  const read = (
    { start, end }: Pick<Claim, 'start' | 'end'>,
    unitsOf: (offset: number) => number | null,
  ): Span | null => {
    const [from, to] = [unitsOf(start), unitsOf(end)];
    return from === null || to === null || from >= to ? null : { start: from, end: to };
  };

  const search = (claim: Claim): Span | null => {
    if (claim.pattern === null) return null;
    const near = table.toUnits(claim.start) ?? claim.start;
    const found: Span[] = [];
    budget.left -= text.length;
    if (budget.left < 0) return null;
    for (const { 0: words, index } of text.matchAll(claim.pattern)) {
      found.push({ start: index, end: index + words.length });
      if (found.length > 10_000) break;
    }
    const [first, ...others] = found;
    if (first === undefined) return null;
    const best = others.reduce(
      (nearest, span) => (Math.abs(span.start - near) < Math.abs(nearest.start - near) ? span : nearest),
      first,
    );
    if (!claim.isCut) return best;
    const start = table.toCodePoints(best.start);
    const end = start === null ? null : table.toUnits(start + claim.end - claim.start);
    return { start: best.start, end: Math.max(best.end, end ?? 0) };
  };

  return {
    text,
    place(claim) {
      for (const { how, toUnits } of ways) {
        const span = read(claim, toUnits);
        if (span !== null && claim.isQuote(text.slice(span.start, span.end))) return { ...span, how };
      }
      const span = search(claim);
      return span === null ? null : { ...span, how: 'found-by-quote' };
    },
    claimed: (claim) => read(claim, (offset) => table.toUnits(offset)),
  };
}
