/** Says whether a page is a news article, and why: it reads little, and leaves as soon as it is sure. */

import type { Detection } from '../../core/detection';
import { judgeHead, total, verdict } from './judge-head';
import { readTextEvidence } from './text-evidence';
import { rootOf } from './unclobbered';
import { headShare, textBias, textWeights, weigh } from './weights';

/**
 * Synchronous; reads the document once, asks for no layout, changes nothing and leaves no listener.
 * Language plays no part but through the patterns: Latin and Chinese writing are known best.
 */
export function detectArticle(document: Document, url: string): Detection {
  const { score, contributions, isSure, detection } = judgeHead(document, url);
  const root = rootOf(document);
  if (isSure || root === null) return detection;
  const text = weigh(readTextEvidence(root), textWeights);
  return verdict(headShare * score + textBias + total(text), [...contributions, ...text]);
}
