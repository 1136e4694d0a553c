/** Pressmark's detector alone, as a page in doubt loads it: for what loading it and its first answer cost. */

import { detectArticle } from '../../../page/detection/detect-article';

Object.assign(globalThis, {
  __adapter: {
    detect(document: Document, url: string) {
      const { isArticle, probability } = detectArticle(document, url);
      return { isArticle, score: probability };
    },
  },
});
