/** The digests of all texts that records name. */

import type { Annotation } from './annotation';
import type { Article } from './article';

/** Each once: the articles' first texts, then the later ones in which annotations count their positions. */
export function namedTexts(articles: readonly Article[], annotations: readonly Annotation[]): Set<string> {
  const digests = [
    ...articles.map(({ snapshot }) => snapshot),
    ...annotations.map(({ target }) => target.snapshot),
  ];
  return new Set(digests.filter((digest) => digest !== null));
}
