/** The first script, on every page and so the smallest: listens for keys before the page does, judges the page by its head, and sends for the detector where that leaves doubt. */

import { defineUnlistedScript } from '#imports';
import { detectWhenReady } from '../page/detection/detect-when-ready';
import { judgeHead } from '../page/detection/judge-head';
import { giveVerdict, isolatedWorld } from '../page/isolated-world';
import { createEarlyKeys } from '../page/toolbar/early-keys';
import { answerBackground } from '../platform/answer-background';
import { askBackground } from '../platform/ask-background';

// No content script of WXT's own: what that brings along weighs as much as all of this. See wxt.config.ts.
export default defineUnlistedScript(() => {
  const world = isolatedWorld(() => createEarlyKeys(window));

  const judge = async () => {
    const { isSure, detection } = judgeHead(document, location.href);
    if (isSure) return detection;
    // Where it cannot come, what the head says is all that is known.
    if (world.detectArticle === null) await askBackground('detector', {}).catch(() => undefined);
    return world.detectArticle?.(document, location.href) ?? detection;
  };

  const detector = detectWhenReady(document, judge, async (detection, signal) => {
    const answer = await askBackground('detected', { detection });
    // By now the page may be another article.
    if (!signal.aborted) giveVerdict(world, { detection, ...answer });
  });
  answerBackground(
    {
      addressChanged: () => detector.again(),
      judgeAgain: () => detector.afresh(),
      detection: () => detector.latest(),
    },
    new AbortController().signal,
  );
});
