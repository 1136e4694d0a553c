/** The second script, only where a page's head leaves doubt: brings the whole judgement, for the stub to ask. */

import { defineUnlistedScript } from '#imports';
import { detectArticle } from '../page/detection/detect-article';
import { isolatedWorld } from '../page/isolated-world';
import { createEarlyKeys } from '../page/toolbar/early-keys';

export default defineUnlistedScript(() => {
  isolatedWorld(() => createEarlyKeys(window)).detectArticle = detectArticle;
});
