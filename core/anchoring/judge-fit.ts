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
const bias = -17.03;
const weights = {
  share: 4.56,
  shareSquared: 0.5,
  few: 0.95,
  many: 1.12,
  nearBefore: 0.01,
  nearAfter: 0.83,
  nearBoth: -1.4,
  farBefore: 0.67,
  farAfter: 0.83,
  order: 2.79,
  digits: 0.63,
  lead: 6.31,
  start: 1.75,
  end: 1.86,
  orderOfShare: 3.78,
  orderOfNear: 0.49,
  nearOfShare: -0.21,
  longestShare: 3.01,
  longest: -0.31,
  claimed: -1.19,
} as const;

/**
 * From 0 to 1.
 * @param lead by how much it leads the next best place, in bits
 */
export function chanceOf({ fit, isInOrder, claimed }: RatedFit, lead: number): number {
  const share = fit.sameBits / fit.quoteBits;
  const near = fit.nearBefore + fit.nearAfter;
  const order = isInOrder ? 1 : 0;
  const features: Record<keyof typeof weights, number> = {
    share,
    shareSquared: share * share,
    few: upTo(fit.sameBits, 60),
    many: upTo(fit.sameBits, 240),
    nearBefore: fit.nearBefore,
    nearAfter: fit.nearAfter,
    nearBoth: fit.nearBefore * fit.nearAfter,
    farBefore: upTo(fit.beforeBits, 100),
    farAfter: upTo(fit.afterBits, 100),
    order,
    digits: fit.missingDigits > 0 ? 1 : 0,
    lead: upTo(lead, clearLead),
    start: fit.hasStart ? 1 : 0,
    end: fit.hasEnd ? 1 : 0,
    orderOfShare: order * share,
    orderOfNear: order * near,
    nearOfShare: share * near,
    longestShare: fit.longestBits / fit.quoteBits,
    longest: upTo(fit.longestBits, 80),
    claimed,
  };
  let sum = bias;
  for (const [name, weight] of Object.entries(weights)) {
    sum += weight * features[name as keyof typeof weights];
  }
  return 1 / (1 + Math.exp(-sum));
}

function upTo(value: number, most: number): number {
  return Math.min(value, most) / most;
}
