/** Judges a page by its address and by what it says of itself, which decides about six pages in ten: the stub does it on every page. */

import type { Detection } from '../../core/detection';
import { readAddressShape } from './address-shape';
import { readHeadEvidence } from './head-evidence';
import { rootOf } from './unclobbered';
import { type Contribution, headBias, headWeights, weigh } from './weights';

/** Log-odds of 91 %: from there on, the text changed no answer. */
const sure = 2.3;
/** In log-odds: what weighs less is no reason to name. */
const leastReason = 0.2;

export interface HeadJudgement {
  /** Log-odds. */
  score: number;
  contributions: readonly Contribution[];
  /** Whether the text could change nothing. */
  isSure: boolean;
  /** As far as the head tells. */
  detection: Detection;
}

export function judgeHead(document: Document, url: string): HeadJudgement {
  const root = rootOf(document);
  if (root === null) {
    return {
      score: 0,
      contributions: [],
      isSure: true,
      detection: { isArticle: false, probability: 0, reasons: [] },
    };
  }
  const contributions = weigh({ ...readHeadEvidence(root), ...readAddressShape(url) }, headWeights);
  const score = headBias + total(contributions);
  return { score, contributions, isSure: Math.abs(score) >= sure, detection: verdict(score, contributions) };
}

/** @param score log-odds */
export function verdict(score: number, contributions: readonly Contribution[]): Detection {
  const isArticle = score > 0;
  const side = isArticle ? 1 : -1;
  const reasons = contributions
    .filter(([, value]) => value * side > leastReason)
    .sort(([, one], [, other]) => (other - one) * side)
    .map(([reason]) => reason);
  return {
    isArticle,
    probability: 1 / (1 + Math.exp(-score)),
    reasons: [...new Set(reasons)],
  };
}

export function total(contributions: readonly Contribution[]): number {
  return contributions.reduce((sum, [, value]) => sum + value, 0);
}
