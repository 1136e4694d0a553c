/** The variables in which articles have values. */

import type { Article } from './article';
import type { Variable } from './variable';

export function filledVariables(articles: readonly Article[], variables: readonly Variable[]): Variable[] {
  const ids = new Set(articles.flatMap((article) => Object.keys(article.variables ?? {})));
  return variables.filter(({ id }) => ids.has(id));
}
