/** Says how likely a fit holds the words that were chosen: a chance that was measured, not a sum of points. */

import type { Fit } from './fit-quote';

/** A fit, and what is known of it besides. */
export interface RatedFit {
  fit: Fit;
  /** Whether it keeps the order of the page's other quotes. */
  isInOrder: boolean;
  /** How much of the place other words of the old text lay claim to, from 0 to 1. */
  claimed: number;
  /** What speaks for it, in bits. */
  worth: number;
}

/** What keeping the order is worth against a place elsewhere, in bits. */
const orderWorth = 10;

export function rateFit(fit: Fit, isInOrder: boolean, claimed: number): RatedFit {
  const worth = fit.sameBits + fit.beforeBits + fit.afterBits + (isInOrder ? orderWorth : 0);
  return { fit, isInOrder, claimed, worth };
}

/** What counts as far ahead of the next best place, in bits. */
export const clearLead = 60;

/**
 * Weights of a logistic regression over passages of real pages after changes whose truth is known (docs/anchoring.md says
 * how to fit them again).
 */
const bias = -14.89;
const weights = {
  share: 6.93,
  shareSquared: -1.38,
  few: 0.13,
  many: 3.02,
  nearBefore: 0.76,
  nearAfter: 0.36,
  nearBoth: -0.65,
  farBefore: 1.18,
  farAfter: 1.59,
  order: 1.45,
  digits: -0.37,
  lead: 5.53,
  start: 1.04,
  end: 1.38,
  orderOfShare: 0.99,
  orderOfNear: 0.42,
  nearOfShare: -0.29,
  longestShare: 0.69,
  longest: 0.23,
  claimed: -3.7,
} as const;

/**
 * From 0 to 1.
 * @param lead by how much it leads the next best place, in bits
 */
export function chanceOf({ fit, isInOrder, claimed }: RatedFit, lead: number): number {
  const share = fit.sameBits / fit.quoteBits;
  const near = fit.nearBefore + fit.nearAfter;
  // A quote that is whole between its whole surroundings needs no further word for it, however short they all are.
  const whole = isWhole(fit) ? 1 : 0;
  const order = isInOrder ? 1 : whole;
  const sum =
    bias +
    weights.share * share +
    weights.shareSquared * share * share +
    weights.few * upTo(fit.sameBits, 60) +
    weights.many * Math.max(whole, upTo(fit.sameBits, 240)) +
    weights.nearBefore * fit.nearBefore +
    weights.nearAfter * fit.nearAfter +
    weights.nearBoth * fit.nearBefore * fit.nearAfter +
    weights.farBefore * Math.max(whole, upTo(fit.beforeBits, 100)) +
    weights.farAfter * Math.max(whole, upTo(fit.afterBits, 100)) +
    weights.order * order +
    weights.digits * (fit.missingDigits > 0 ? 1 : 0) +
    weights.lead * upTo(lead, clearLead) +
    weights.start * (fit.hasStart ? 1 : 0) +
    weights.end * (fit.hasEnd ? 1 : 0) +
    weights.orderOfShare * order * share +
    weights.orderOfNear * order * near +
    weights.nearOfShare * share * near +
    weights.longestShare * (fit.longestBits / fit.quoteBits) +
    weights.longest * upTo(fit.longestBits, 80) +
    weights.claimed * claimed;
  return 1 / (1 + Math.exp(-sum));
}

/** Whether all of the quote and all that is known to have stood next to it is there. */
export function isWhole({ sameBits, quoteBits, nearBefore, nearAfter }: Fit): boolean {
  return sameBits >= quoteBits && nearBefore === 1 && nearAfter === 1;
}

function upTo(value: number, most: number): number {
  return Math.min(value, most) / most;
}
