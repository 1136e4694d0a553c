/** Decides on one quote: the best of its fits, whether that is sure enough, and how it is graded. */

import type { Grade } from '../annotation';
import { wholeCharacters } from '../characters';
import type { Candidate, LostReason, Placement } from '../placement';
import type { Span } from '../span';
import { hasLostCopy } from './copies';
import { findCopies, findElsewhere } from './find-elsewhere';
import { contextReach, type Fit, fitQuote } from './fit-quote';
import { chanceOf, clearLead, isWhole, type RatedFit, rateFit } from './judge-fit';
import type { Matches } from './match-texts';
import type { Known, OldQuote } from './old-text';
import { type PageUnits, textPlaceOf } from './page-units';
import { isTiedToAnEnd, rowAround } from './rows-of-copies';
import { informationOfRuns, runsWithin, type SortedRuns } from './runs';
import { areSameWords } from './same-words';

export type Placed = Omit<Placement, 'id'>;

/** A chance below which words are not painted where their order puts them… */
const enough = 0.62;
/** …and elsewhere: menus and lists say the same names in the same order. */
const enoughAway = 0.72;
/** A chance that nobody doubts. */
const sure = 0.9;
/** Places that are this near to each other, in bits, only a person can tell apart. */
const leastLead = 6;
/** A lead below which the next best place may be the right one, in bits. */
const closeLead = 24;
/** Words that stand elsewhere and between other words must tell this much, in bits: long captions, too, stand twice. */
const enoughElsewhere = 80;
/** Words between the same words, or that stood nowhere else: about twenty letters, the context included. */
const enoughBetween = 40;
/** A piece without a gap that needs no further word for it. */
const enoughAlone = 200;
/** The share of the nearest context that makes a side agree. */
const enoughNear = 0.3;
/** The share that makes other words the same ones though a copy of them went. */
const halfNear = 0.5;
/** The share that makes one side enough. */
const mostNear = 0.8;
/** The part of words with copies elsewhere that must be there: the rest of a copy is what differs. */
const mostOfIt = 0.9;
/** So much of the chain must lie outside the quote and its context for its order to say something, in bits. */
const enoughOrder = 60;
const mostCandidates = 20;
/** UTF-16 units of text shown on either side of a candidate. */
const candidateContext = 40;

/** @param record what was kept of the quote */
export function placeQuote(quote: OldQuote, record: Known, matches: Matches, page: PageUnits): Placed {
  const { exact } = record.quote;
  if (quote.start === quote.end) return lostQuote('unreadable');
  const fits = rateFits(quote, matches);
  const [best, second] = fits;
  if (best === undefined) return lostQuote('absent');
  const row = rowAround(quote, matches.old);
  if (row !== null && !isTiedToAnEnd(quote, row, matches.chain)) return oneOfItsCopies(quote, matches, page);
  const lead = second === undefined ? clearLead : best.worth - second.worth;
  const chance = chanceOf(best, lead);
  if (record.copies === 0 && isOneAndOnly(fits))
    return painted(exact, best.fit, Math.max(chance, sure), page);
  const isTold = isToldApart(best, quote, record.copies) && !isPerhapsACopy(best, record, page.text);
  const least = best.isInOrder ? enough : enoughAway;
  if (chance >= least && isTold && lead >= leastLead) return painted(exact, best.fit, chance, page);
  const alone = record.copies === 0 ? standsAlone(fits) : null;
  if (alone !== null && chanceOf(best, clearLead) < enough) return painted(exact, alone.fit, sure, page);
  if (record.copies === 0 && hasHalf(best.fit) && lead >= clearLead)
    return painted(exact, best.fit, sure, page);
  const isOpen = lead < closeLead || !isTold;
  if (isOpen && chanceOf(best, clearLead) >= enough) return ambiguous(fits, best, page);
  // The words are there, if only for something else, perhaps: the reader can tell.
  if (best.fit.quoteBits >= enoughElsewhere && fits.some(isThere)) return ambiguous(fits, best, page);
  return lostQuote(reasonOf(best));
}

/** Words that stood once, and stand once more, beside some of the words that they stood beside or long enough without. */
function isOneAndOnly([best, ...others]: readonly RatedFit[]): boolean {
  if (best === undefined || !isThere(best) || others.some(isThere)) return false;
  const { sameBits, beforeBits, afterBits, nearBefore, nearAfter } = best.fit;
  if (sameBits >= enoughElsewhere) return true;
  return Math.max(nearBefore, nearAfter) >= mostNear && sameBits + beforeBits + afterBits >= enoughBetween;
}

/** The one place where all of long words stand, when it is not the likeliest by what stands around it. */
function standsAlone(fits: readonly RatedFit[]): RatedFit | null {
  const [alone, ...more] = fits.filter(isThere);
  return alone !== undefined && more.length === 0 && alone.fit.sameBits >= enoughElsewhere ? alone : null;
}

/** Whether half of long words stand there without a gap. */
function hasHalf({ longestBits, quoteBits }: Fit): boolean {
  return longestBits >= enoughAlone && longestBits >= quoteBits / 2;
}

/** Whether more speaks for a place than that the same few words stand there: their order, their surroundings, their number. */
function isToldApart(
  { fit, isInOrder }: RatedFit,
  { start, end, stretch }: OldQuote,
  copies: number | undefined,
): boolean {
  const isBetween = fit.nearBefore >= enoughNear && fit.nearAfter >= enoughNear;
  const isMostlyThere = fit.sameBits >= fit.quoteBits * mostOfIt;
  // Rows of one template differ by a price, a date: with another one, this may be another row.
  if (copies !== undefined && copies > 1 && fit.missingDigits > 0) return false;
  if (isInOrder) return !copies || isMostlyThere || fit.nearBefore + fit.nearAfter >= enoughNear;
  const hasContext = stretch.start < start || end < stretch.end;
  if (isWhole(fit) && hasContext) return true;
  const context = isBetween ? fit.beforeBits + fit.afterBits : 0;
  if (isBetween || copies === 0) return fit.sameBits + context >= enoughBetween;
  return fit.sameBits >= enoughElsewhere && (!copies || isMostlyThere);
}

/** Whether other words than were chosen may be those of a copy, now that one of them is gone. */
function isPerhapsACopy(best: RatedFit, { quote, copies }: Known, text: string): boolean {
  if (!copies || isThere(best) || !hasLostCopy(text, quote.exact, copies)) return false;
  const { nearBefore, nearAfter } = best.fit;
  return (best.isInOrder ? Math.max(nearBefore, nearAfter) : Math.min(nearBefore, nearAfter)) < halfNear;
}

export function lostQuote(reason: LostReason): Placed {
  return { grade: 'lost', score: 0, start: null, end: null, words: null, candidates: [], reason };
}

/** All fits that were found, the likeliest first. */
function rateFits(quote: OldQuote, matches: Matches): RatedFit[] {
  const inPlace = fitQuote(quote, matches.chain, matches.old, matches.now);
  const isInOrder = matches.chainBits - bitsAround(quote, matches) >= enoughOrder;
  const first = inPlace === null ? null : rateFit(inPlace, isInOrder, 0);
  if (first !== null && isInOrder && isSolid(first.fit) && chanceOf(first, clearLead) >= sure) return [first];
  const elsewhere = findElsewhere(quote, matches)
    .map((fit) => rateFit(fit, false, claimedShare(fit, matches.chain)))
    .filter((other) => first === null || !overlap(first, other) || other.worth - first.worth >= clearLead);
  const fits = first === null ? elsewhere : [first, ...elsewhere];
  return apart(fits.sort((one, other) => other.worth - one.worth || one.fit.start - other.fit.start));
}

/** Of fits that overlap, the likeliest. */
function apart(fits: readonly RatedFit[]): RatedFit[] {
  const kept: RatedFit[] = [];
  for (const rated of fits) {
    if (!kept.some((other) => overlap(other, rated))) kept.push(rated);
  }
  return kept;
}

function overlap({ fit: one }: RatedFit, { fit: other }: RatedFit): boolean {
  return one.start < other.end && other.start < one.end;
}

/** What the chain tells of the quote and its context itself, in bits: the rest of it is what their order says. */
function bitsAround({ start, end }: OldQuote, { chain, old }: Matches): number {
  return informationOfRuns(runsWithin(chain, start - contextReach, end + contextReach), old);
}

/** Whether nothing better can be expected elsewhere. */
function isSolid({ sameBits, quoteBits, nearBefore, nearAfter }: Fit): boolean {
  return sameBits >= quoteBits / 2 && (nearBefore + nearAfter >= 0.8 || sameBits >= 100);
}

/** How much of a place the chain gives to other words of the old text. */
function claimedShare({ start, end }: Fit, { runs }: SortedRuns): number {
  let claimed = 0;
  for (const { now, length } of runs) {
    claimed += Math.max(0, Math.min(end, now + length) - Math.max(start, now));
  }
  return claimed / (end - start);
}

function reasonOf({ fit, isInOrder }: RatedFit): LostReason {
  if (fit.sameBits >= fit.quoteBits / 4) return 'unlike';
  return isInOrder && fit.nearBefore + fit.nearAfter >= 1 ? 'removed' : 'absent';
}

function painted(exact: string, fit: Fit, score: number, page: PageUnits): Placed {
  const { start, end } = spanOf(fit, exact, page);
  const words = page.text.slice(start, end);
  const isSame = fit.sameBits >= fit.quoteBits && fit.isAsLong && areSameWords(words, exact);
  const grade = isSame ? gradeOfPlace(fit) : 'changed';
  return { grade, score, start, end, words: isSame ? null : words, candidates: [], reason: null };
}

/** The same words between the same words stand where they stood, whatever was put in above them. */
function gradeOfPlace({ nearBefore, nearAfter }: Fit): Grade {
  return nearBefore === 1 && nearAfter === 1 ? 'exact' : 'moved';
}

/** Offers the places that are about as likely, and every other one where the whole words stand. */
function ambiguous(fits: readonly RatedFit[], best: RatedFit, page: PageUnits): Placed {
  const isOpen = (fit: RatedFit) => best.worth - fit.worth < clearLead || isThere(fit);
  return ambiguousBetween(fits.filter(isOpen), page);
}

/** Whether all of the words stand there. */
function isThere({ fit }: RatedFit): boolean {
  return fit.sameBits >= fit.quoteBits;
}

function oneOfItsCopies(quote: OldQuote, matches: Matches, page: PageUnits): Placed {
  const copies = findCopies(quote, matches).map((fit) => rateFit(fit, false, 0));
  return copies.length === 0 ? lostQuote('absent') : ambiguousBetween(copies, page);
}

function ambiguousBetween(fits: readonly RatedFit[], page: PageUnits): Placed {
  const candidates = fits.slice(0, mostCandidates).map((fit) => candidateAt(fit, page));
  return { grade: 'ambiguous', score: 0, start: null, end: null, words: null, candidates, reason: null };
}

function candidateAt({ fit, isInOrder, claimed, worth }: RatedFit, page: PageUnits): Candidate {
  const { text } = page;
  const { start, end } = spanOf(fit, '', page);
  return {
    start,
    end,
    score: chanceOf({ fit, isInOrder, claimed, worth }, 0),
    words: text.slice(start, end),
    before: text.slice(Math.max(0, start - candidateContext), start),
    after: text.slice(end, end + candidateContext),
  };
}

function spanOf(fit: Fit, exact: string, page: PageUnits): Span {
  const { start } = textPlaceOf(page, fit.start);
  const { end } = textPlaceOf(page, fit.end - 1);
  const literal = literalSpan({ start, end }, exact, page.text);
  return literal ?? wholeCharacters(page.text, start, end);
}

/** A run of dots folds to one of them: the same words to the letter, where they stand at the found place, tell which dots. */
function literalSpan(found: Span, exact: string, text: string): Span | null {
  if (exact === '') return null;
  const from = Math.max(0, found.start - exact.length);
  const start = from + text.slice(from, found.end + exact.length).indexOf(exact);
  const end = start + exact.length;
  if (start < from) return null;
  const isInside = start >= found.start && end <= found.end;
  const isAround = start <= found.start && end >= found.end;
  return (isInside || isAround) && !hasMore(text, found, { start, end }) ? { start, end } : null;
}

/** Whether more than marks and spaces lies in one span and not in the other. */
function hasMore(text: string, one: Span, other: Span): boolean {
  const before = text.slice(Math.min(one.start, other.start), Math.max(one.start, other.start));
  const after = text.slice(Math.min(one.end, other.end), Math.max(one.end, other.end));
  return /[^\p{Punctuation}\s]/u.test(before + after);
}
