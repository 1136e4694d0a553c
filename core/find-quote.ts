/** Finds a quote again in a page's text, and says how sure it is: the same words are not yet the words that were chosen. */

import type { Grade, TextQuoteSelector } from './annotation';
import { type FoldedText, fold, isWordUnit } from './fold';

/** Offsets are UTF-16 units in the page's text, end exclusive; null where the quote has no place. */
export interface FoundQuote {
  grade: Exclude<Grade, 'pending'>;
  start: number | null;
  end: number | null;
  /** For `ambiguous`: places with the same words, likeliest first; a few of them. */
  candidates: { start: number; end: number }[];
}

/** A quote and the context it was chosen in, folded. */
interface Wanted {
  before: string;
  words: string;
  after: string;
  /** Information in the words, in bits. */
  bits: number;
  /** UTF-16 units of the first character or run ("......") that lie before the quote: what folds to one goes together. */
  cutOff: number;
}

/** A place where the folded words stand. Offsets in folded text. */
interface Candidate {
  at: number;
  isAtPlace: boolean;
  /** Information in the context that agrees, outwards from the words to the first difference, in bits. */
  context: number;
  /** Whether the context agrees as far as it was kept. */
  isWhole: boolean;
  /** Whether context was kept that differs here. */
  isContradicted: boolean;
  /** Whether the context agrees on both sides, or on one as far as it was kept: one shared credit line is too little. */
  isCorroborated: boolean;
}

/** Evidence asked of words that stand where they were chosen, though their context differs, in bits: 20 letters. */
const enoughAtPlace = 40;
/** Asked of words that moved, where no context was kept that differs: 32 letters, about five words. */
const enoughUncontradicted = 64;
/** Asked of words that moved and whose context differs somewhere: as much of it must agree as 24 to 56 letters say. */
const enoughMoved = 112;
/** What the words themselves can add to that: long captions, too, stand twice on a page. */
const mostFromWords = 64;
/** What makes a side count as agreeing, in bits. */
const enoughOfSide = 24;
/** So many words in a row (200 letters, 66 Chinese characters) are themselves, whatever stands around them. */
const enoughAlone = 400;
/** How much better than the next one the context must agree to decide between copies. */
const clearLead = 24;
const mostCandidates = 20;

/**
 * Cost: one search of the page, and one look around each place where the words stand.
 * @param page the page's text, folded once for all quotes
 * @param expectedStart where the quote stood when it was chosen, in UTF-16 units of the page's text; null if unknown
 */
export function findQuote(
  page: FoldedText,
  quote: TextQuoteSelector,
  expectedStart: number | null,
): FoundQuote {
  const wanted = foldQuote(quote);
  if (wanted === null) return lost();
  const candidates = findCandidates(page, wanted, expectedStart);
  const [best, second] = candidates.sort(byLikelihood);
  if (best === undefined) return lost();
  const isDecided = second === undefined || leads(best, second) || (best.isAtPlace && best.isWhole);
  if (!isDecided || !isSure(best, wanted)) {
    const places = candidates.slice(0, mostCandidates).map(({ at }) => spanAt(page, at, wanted, quote));
    return { grade: 'ambiguous', start: null, end: null, candidates: places };
  }
  const grade = best.isAtPlace ? 'exact' : 'moved';
  return { grade, ...spanAt(page, best.at, wanted, quote), candidates: [] };
}

/** Whether quote and context stand, to the letter, where they were chosen; then nothing needs to be searched. */
export function isUntouched(
  text: string,
  { prefix, exact, suffix }: TextQuoteSelector,
  start: number,
): boolean {
  return (
    exact !== '' && start >= prefix.length && text.startsWith(prefix + exact + suffix, start - prefix.length)
  );
}

function lost(): FoundQuote {
  return { grade: 'lost', start: null, end: null, candidates: [] };
}

/** Null when the quote holds nothing that could be found. Folds it with its context, as the page is folded. */
function foldQuote({ prefix, exact, suffix }: TextQuoteSelector): Wanted | null {
  const { folded, starts, ends } = fold(prefix + exact + suffix);
  const border = prefix.length + exact.length;
  let from = 0;
  while (from < folded.length && (ends[from] ?? 0) <= prefix.length) from += 1;
  let to = from;
  while (to < folded.length && (starts[to] ?? border) < border) to += 1;
  if (folded[from] === ' ') from += 1;
  if (folded[to - 1] === ' ') to -= 1;
  if (from >= to) return null;
  const words = folded.slice(from, to);
  return {
    before: folded.slice(0, from),
    words,
    after: folded.slice(to),
    bits: information(folded, from, to),
    cutOff: Math.max(0, prefix.length - (starts[from] ?? 0)),
  };
}

function findCandidates(page: FoldedText, wanted: Wanted, expectedStart: number | null): Candidate[] {
  const { folded, starts } = page;
  const { words } = wanted;
  const candidates: Candidate[] = [];
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
    if (!isWholeHere(page, at, wanted)) continue;
    candidates.push(judge(folded, at, wanted, starts[at] === expectedStart));
  }
  return candidates;
}

/** Whether the place cuts no character in half, and no word that was not cut when the quote was chosen. */
function isWholeHere({ folded, starts }: FoldedText, at: number, { before, words, after }: Wanted): boolean {
  const end = at + words.length;
  if (starts[at - 1] === starts[at] || (starts[end] !== undefined && starts[end] === starts[end - 1])) {
    return false;
  }
  return (
    (!cutsWord(folded, at) || cutsWord(before + words, before.length)) &&
    (!cutsWord(folded, end) || cutsWord(words + after, words.length))
  );
}

function cutsWord(folded: string, at: number): boolean {
  if (at === 0 || at >= folded.length) return false;
  return isWordUnit(folded.charCodeAt(at - 1)) && isWordUnit(folded.charCodeAt(at));
}

function judge(folded: string, at: number, { before, words, after }: Wanted, isAtPlace: boolean): Candidate {
  const end = at + words.length;
  let back = 0;
  while (back < before.length && folded[at - 1 - back] === before[before.length - 1 - back]) back += 1;
  let ahead = 0;
  while (ahead < after.length && folded[end + ahead] === after[ahead]) ahead += 1;
  const [bitsBack, bitsAhead] = [information(folded, at - back, at), information(folded, end, end + ahead)];
  const [isWholeBack, isWholeAhead] = [back === before.length, ahead === after.length];
  const isContradicted = !isWholeBack || !isWholeAhead;
  return {
    at,
    isAtPlace,
    context: bitsBack + bitsAhead,
    isWhole: !isContradicted && (before !== '' || at === 0) && (after !== '' || end === folded.length),
    isContradicted,
    isCorroborated:
      (isWholeBack && bitsBack >= enoughOfSide) ||
      (isWholeAhead && bitsAhead >= enoughOfSide) ||
      (bitsBack >= enoughOfSide && bitsAhead >= enoughOfSide),
  };
}

function isSure(candidate: Candidate, { bits }: Wanted): boolean {
  const { isAtPlace, context, isWhole, isContradicted, isCorroborated } = candidate;
  if (isWhole || bits >= enoughAlone) return true;
  if (isAtPlace) return !isContradicted || bits + context >= enoughAtPlace;
  if (!isContradicted) return bits + context >= enoughUncontradicted;
  return isCorroborated && Math.min(bits, mostFromWords) + context >= enoughMoved;
}

/** Context first; the old place decides only where it agrees equally well. */
function byLikelihood(one: Candidate, other: Candidate): number {
  return (
    Number(other.isWhole) - Number(one.isWhole) ||
    other.context - one.context ||
    Number(other.isAtPlace) - Number(one.isAtPlace) ||
    one.at - other.at
  );
}

function leads(best: Candidate, second: Candidate): boolean {
  return (best.isWhole && !second.isWhole) || best.context - second.context >= clearLead;
}

function spanAt(
  { text, starts, ends }: FoldedText,
  at: number,
  { words, cutOff }: Wanted,
  { exact }: TextQuoteSelector,
): { start: number; end: number } {
  const start = starts[at] ?? 0;
  const end = ends[at + words.length - 1] ?? start;
  // Half of the dots of "......" fold to all of them.
  const isPart = end - start > exact.length && text.startsWith(exact, start + cutOff);
  return isPart ? { start: start + cutOff, end: start + cutOff + exact.length } : { start, end };
}

/** How improbable a piece of folded text is, roughly, in bits. Linear in the piece. */
function information(folded: string, start: number, end: number): number {
  let bits = 0;
  for (let at = start; at < end; at += 1) {
    const unit = folded.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) bits += 3;
    else if (isWordUnit(unit)) bits += 2;
    // Chinese characters and kana; what is left are marks.
    else bits += unit >= 0x2e80 ? 6 : 1;
  }
  return bits;
}
