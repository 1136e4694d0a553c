/** Codes by article: one row for each article of which something was found. */

import type { Article } from '../article';
import type { CodeAxis } from './code-axis';
import { type CodeCounter, createCodeCounter } from './count-codes';
import { type CrossTable, crossTable } from './cross-table';

export function countByArticle(axis: CodeAxis): CodeCounter {
  return createCodeCounter(axis, ({ id }) => id);
}

export type ArticleFacts = Pick<Article, 'id' | 'addresses' | 'metadata'>;

/** By date (those without one last), title, then id. @param articles by id; what is missing is named by its id */
export function articleTable(
  axis: CodeAxis,
  counter: CodeCounter,
  articles: ReadonlyMap<string, ArticleFacts>,
): CrossTable {
  const rows = Array.from(counter.rows(), ([id, { total, counts }]) => {
    const { addresses, metadata } = articles.get(id) ?? {};
    const [title, outlet, published] = [
      metadata?.title?.value ?? '',
      metadata?.outlet?.value ?? '',
      metadata?.published?.value ?? '',
    ];
    const address = addresses?.[0] ?? '';
    return {
      key: id,
      label: title || address || id,
      facts: [id, title, outlet, published, address],
      query: [{ isNot: false, field: 'id' as const, ids: [id] }],
      total,
      counts,
      order: [published || '\uFFFF', title, id],
    };
  }).sort((one, other) => compareLists(one.order, other.order));
  return crossTable(
    'article',
    axis,
    ['article_id', 'title', 'outlet', 'published', 'url'],
    rows.map(({ order: _, ...row }) => row),
  );
}

function compareLists(one: readonly string[], other: readonly string[]): number {
  for (const [index, text] of one.entries()) {
    const against = other[index] ?? '';
    if (text !== against) return text < against ? -1 : 1;
  }
  return 0;
}
