/** Where an annotation's words stand on a page now, and how sure that is. */

import type { Grade } from './annotation';

export interface Placement {
  /** The annotation's. */
  id: string;
  grade: Grade;
  /** The chance that these are the words that were chosen, from 0 to 1; 0 where nothing was found. */
  score: number;
  /** Offsets in the page's text, UTF-16 units, end exclusive; null where the words have no one place. */
  start: number | null;
  end: number | null;
  /** For `changed`: the words that stand there now. */
  words: string | null;
  /** For `ambiguous`: where the words may be, likeliest first; at most 20. */
  candidates: Candidate[];
  /** For `lost`: why. */
  reason: LostReason | null;
}

/** Below this chance, what is painted is said to be uncertain. */
const sureEnough = 0.9;

/** Whether the words have a place of which the reader should be told that it may be a wrong one. */
export function isDoubtful({ grade, score }: Placement): boolean {
  return (grade === 'exact' || grade === 'moved' || grade === 'changed') && score < sureEnough;
}

/** A place that may be the right one. */
export interface Candidate {
  /** Offsets in the page's text, UTF-16 units, end exclusive. */
  start: number;
  end: number;
  score: number;
  /** What stands there, and up to 40 UTF-16 units on either side, so that a person can tell it from the others. */
  words: string;
  before: string;
  after: string;
}

export type LostReason =
  /** What stood around the words is still there, and they are not. */
  | 'removed'
  /** Neither the words nor what stood around them is in this text. */
  | 'absent'
  /** Something like the words is there, but too little of them is left to be sure. */
  | 'unlike'
  /** The record holds no words that could be looked for. */
  | 'unreadable';
