/** The first script, on every page: listens for keys before the page does, decides whether the page is an article, and tells the background. */

import { defineContentScript } from '#imports';
import { articlePages } from '../core/article-pages';
import { detectWhenReady } from '../page/detection/detect-when-ready';
import { giveVerdict, isolatedWorld } from '../page/isolated-world';
import { createEarlyKeys } from '../page/toolbar/early-keys';
import { answerBackground } from '../platform/answer-background';
import { askBackground } from '../platform/ask-background';

export default defineContentScript({
  matches: articlePages,
  // Before the page's own scripts, so that keys are heard first; the detector itself waits for the text.
  runAt: 'document_start',
  main() {
    const world = isolatedWorld(() => createEarlyKeys(window));
    const detector = detectWhenReady(document, async (detection, signal) => {
      const { annotate } = await askBackground('detected', { detection });
      // By now the page may be another article.
      if (!signal.aborted) giveVerdict(world, { detection, annotate });
    });
    answerBackground(
      {
        addressChanged: () => detector.again(),
        detection: () => detector.latest(),
      },
      new AbortController().signal,
    );
  },
});
