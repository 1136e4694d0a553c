/** Decides on one quote: the best of its fits, whether that is sure enough, and how it is graded. */

import type { Grade } from '../annotation';
import type { Candidate, LostReason, Placement } from '../placement';
import { findElsewhere } from './find-elsewhere';
import { type Fit, fitQuote } from './fit-quote';
import { type FoldedText, textPlaceOf } from './folded-text';
import { chanceOf, clearLead, type RatedFit, rateFit } from './judge-fit';
import type { Matches } from './match-texts';
import type { OldQuote } from './old-text';
import type { SortedRuns } from './runs';
import { areSameWords, wholeCharacters } from './same-words';

export type Placed = Omit<Placement, 'id'>;

/** A chance below which words are not painted. */
const enough = 0.45;
/** A lead below which the next best place may be the right one, in bits. */
const closeLead = 24;
/** Words kept without context must tell this much, in bits: about twenty letters. */
const enoughAlone = 40;
const mostCandidates = 20;
/** UTF-16 units of text shown on either side of a candidate. */
const candidateContext = 40;

/** @param exact the words as they were kept */
export function placeQuote(quote: OldQuote, exact: string, matches: Matches, page: FoldedText): Placed {
  if (quote.start === quote.end) return lostQuote('unreadable');
  const fits = rateFits(quote, matches);
  const [best, second] = fits;
  if (best === undefined) return lostQuote('absent');
  const lead = second === undefined ? clearLead : best.worth - second.worth;
  const chance = chanceOf(best, lead);
  const isAlone = quote.stretch.start === quote.start && quote.stretch.end === quote.end;
  const isKnown = !isAlone || best.fit.sameBits >= enoughAlone;
  if (chance >= enough && isKnown) return painted(quote, exact, best.fit, chance, page);
  const isOpen = lead < closeLead || !isKnown;
  if (isOpen && chanceOf(best, clearLead) >= enough) return ambiguous(fits, best, page);
  return lostQuote(reasonOf(best));
}

export function lostQuote(reason: LostReason): Placed {
  return { grade: 'lost', score: 0, start: null, end: null, words: null, candidates: [], reason };
}

/** All fits that were found, the likeliest first. */
function rateFits(quote: OldQuote, matches: Matches): RatedFit[] {
  const inPlace = fitQuote(quote, matches.chain, matches.old, matches.now);
  if (inPlace !== null && isSolid(inPlace)) return [rateFit(inPlace, true, 0)];
  const fits = inPlace === null ? [] : [rateFit(inPlace, true, 0)];
  for (const fit of findElsewhere(quote, matches)) {
    if (fits.some((other) => other.fit.start < fit.end && fit.start < other.fit.end)) continue;
    fits.push(rateFit(fit, false, claimedShare(fit, matches.chain)));
  }
  return fits.sort((one, other) => other.worth - one.worth || one.fit.start - other.fit.start);
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

function painted(quote: OldQuote, exact: string, fit: Fit, score: number, page: FoldedText): Placed {
  const { start, end } = spanOf(fit, exact, page);
  const words = page.text.slice(start, end);
  const isSame = areSameWords(words, exact);
  const grade = isSame ? gradeOfPlace(quote, fit) : 'changed';
  return { grade, score, start, end, words: isSame ? null : words, candidates: [], reason: null };
}

/** The same words between the same words stand where they stood, whatever was put in above them. */
function gradeOfPlace({ start, end, stretch }: OldQuote, { nearBefore, nearAfter }: Fit): Grade {
  const isBefore = start === stretch.start || nearBefore === 1;
  const isAfter = end === stretch.end || nearAfter === 1;
  return isBefore && isAfter ? 'exact' : 'moved';
}

function ambiguous(fits: readonly RatedFit[], best: RatedFit, page: FoldedText): Placed {
  const open = fits.filter(({ worth }) => best.worth - worth < clearLead).slice(0, mostCandidates);
  const candidates = open.map((fit) => candidateAt(fit, page));
  return { grade: 'ambiguous', score: 0, start: null, end: null, words: null, candidates, reason: null };
}

function candidateAt({ fit, isInOrder, claimed, worth }: RatedFit, page: FoldedText): Candidate {
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

function spanOf(fit: Fit, exact: string, page: FoldedText): { start: number; end: number } {
  const { start } = textPlaceOf(page, fit.start);
  const { end } = textPlaceOf(page, fit.end - 1);
  // Of a longer run of dots, those that were chosen.
  const isPart = exact !== '' && end - start > exact.length && page.text.startsWith(exact, start);
  const isDots = isPart && /^\p{Punctuation}+$/u.test(page.text.slice(start + exact.length, end));
  return wholeCharacters(page.text, start, isDots ? start + exact.length : end);
}
