/** Finds where the quotes of a foreign file stand in their text, in spite of the usual mistakes in counting. */

import type { TextPositionSelector } from '../annotation';
import { type Counting, countings, type OffsetUnit } from './counted-offsets';
import type { Mended } from './imported';

/** What a file says of one quote. */
export interface QuoteClaim {
  /** Null where the file gives a place alone. */
  exact: string | null;
  /** Whether `exact` is but the beginning, on one line with blanks for its line breaks, of what the place holds. */
  isCut?: boolean;
  /** Empty where the file gives none. */
  prefix: string;
  suffix: string;
  /** As the file counts; null where it gives no place. */
  place: { start: number; end: number } | null;
}

export interface CheckedQuote {
  /** In UTF-16 units of the text; null where the words stand nowhere, or at several places and nothing decides. */
  position: TextPositionSelector | null;
  /** Null where the place was right or there was none; where there is no position too. */
  how: Mended['how'] | null;
}

/** Occurrences of one quote that are compared by what stands around them. */
const mostOccurrences = 1_000;
/** UTF-16 units of context that are compared on each side. */
const contextReach = 64;
/** UTF-16 units of text that are looked through for quotes without a right place, before the rest of them is given up. */
const mostSearched = 500_000_000;

/**
 * One answer for each claim, in order. What most claims show (say, that all are one too far) is tried first for each.
 * @param text without byte order mark, LF only
 * @param unit in which the format counts
 */
export function checkQuotes(text: string, unit: OffsetUnit, claims: readonly QuoteClaim[]): CheckedQuote[] {
  const ways = byLikelihood(text, countings(text, unit), claims);
  let searched = 0;
  return claims.map((raw) => {
    const claim = withoutCarriageReturns(raw);
    const fits = ways.flatMap((way) => {
      const position = placeIn(text, claim, way);
      return position === null ? [] : [{ position, how: way.how }];
    });
    const fit = fits.find(({ position }) => isInContext(text, position, claim)) ?? fits[0];
    if (fit !== undefined) return fit;
    if (claim.exact === null || searched > mostSearched) return { position: null, how: null };
    searched += text.length;
    const position = findByQuote(text, { ...claim, exact: claim.exact });
    return { position, how: position === null || claim.place === null ? null : 'found-by-quote' };
  });
}

/** The way that explains most quotes first; among equals the order stays, so that what is right stays right. */
function byLikelihood(text: string, ways: readonly Counting[], claims: readonly QuoteClaim[]): Counting[] {
  const placed = claims
    .filter(({ exact, place }) => exact !== null && place !== null)
    .map(withoutCarriageReturns);
  const rated = ways.map((way) => ({
    way,
    count: placed.filter((claim) => placeIn(text, claim, way) !== null).length,
  }));
  return rated.sort((one, other) => other.count - one.count).map(({ way }) => way);
}

/** Null unless the text says the claim's words there. */
function placeIn(
  text: string,
  { exact, isCut, place }: QuoteClaim,
  way: Counting,
): TextPositionSelector | null {
  const start = place === null ? null : way.toUnits(place.start);
  const end = place === null ? null : way.toUnits(place.end);
  if (start === null || end === null || start >= end) return null;
  if (exact === null) return { start, end };
  const isThere = isCut
    ? onOneLine(text.slice(start, Math.min(end, start + exact.length))) === onOneLine(exact)
    : end - start === exact.length && text.startsWith(exact, start);
  return isThere ? { start, end } : null;
}

function isInContext(
  text: string,
  { start, end }: TextPositionSelector,
  { prefix, suffix }: QuoteClaim,
): boolean {
  return (
    (prefix === '' || (start >= prefix.length && text.startsWith(prefix, start - prefix.length))) &&
    text.startsWith(suffix, end)
  );
}

/** Where the words stand once, or between more of the claim's context than anywhere else. */
function findByQuote(text: string, claim: QuoteClaim & { exact: string }): TextPositionSelector | null {
  const { exact, isCut, prefix, suffix } = claim;
  if (exact === '' || isCut) return null;
  let best: TextPositionSelector | null = null;
  let most = -1;
  let at = text.indexOf(exact);
  for (let count = 0; at >= 0; count += 1) {
    if (count === mostOccurrences) return null;
    const end = at + exact.length;
    const shared = sharedBefore(text, at, prefix) + sharedAfter(text, end, suffix);
    if (shared >= most) {
      best = shared === most ? null : { start: at, end };
      most = shared;
    }
    at = text.indexOf(exact, at + 1);
  }
  return best;
}

function sharedBefore(text: string, end: number, prefix: string): number {
  let count = 0;
  while (
    count < Math.min(prefix.length, end, contextReach) &&
    text[end - 1 - count] === prefix[prefix.length - 1 - count]
  ) {
    count += 1;
  }
  return count;
}

function sharedAfter(text: string, start: number, suffix: string): number {
  let count = 0;
  while (count < Math.min(suffix.length, contextReach) && text[start + count] === suffix[count]) count += 1;
  return count;
}

function withoutCarriageReturns(claim: QuoteClaim): QuoteClaim {
  const clean = (words: string) => words.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  return {
    ...claim,
    exact: claim.exact === null ? null : clean(claim.exact),
    prefix: clean(claim.prefix),
    suffix: clean(claim.suffix),
  };
}

function onOneLine(words: string): string {
  return words.replace(/\s/gu, ' ');
}
