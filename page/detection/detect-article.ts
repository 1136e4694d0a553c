/** Says whether a page is a news article, and why: it runs in every page, so it reads little and leaves as soon as it is sure. */

import type { Detection } from '../../core/detection';
import { readAddressShape } from './address-shape';
import { readHeadEvidence } from './head-evidence';
import { readTextEvidence } from './text-evidence';
import { rootOf } from './unclobbered';
import { type Contribution, headBias, headShare, headWeights, textBias, textWeights, weigh } from './weights';

/** Log-odds of 95 %: about six pages in ten are decided by their head, and the text is never read. */
const sure = 2.94;
/** In log-odds: what weighs less is no reason to name. */
const leastReason = 0.2;

/**
 * Synchronous; reads the document once, asks for no layout, changes nothing and leaves no listener.
 * Language plays no part but through the patterns: Latin and Chinese writing are known best.
 */
export function detectArticle(document: Document, url: string): Detection {
  const root = rootOf(document);
  if (root === null) return { isArticle: false, probability: 0, reasons: [] };
  const head = weigh({ ...readHeadEvidence(root), ...readAddressShape(url) }, headWeights);
  const headScore = headBias + total(head);
  if (Math.abs(headScore) >= sure) return verdict(headScore, head);
  const text = weigh(readTextEvidence(root), textWeights);
  const score = headShare * headScore + textBias + total(text);
  return verdict(score, [...head, ...text]);
}

function verdict(score: number, contributions: readonly Contribution[]): Detection {
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

function total(contributions: readonly Contribution[]): number {
  return contributions.reduce((sum, [, value]) => sum + value, 0);
}
