/** Tables counted as plainly as can be: every record is looked at for every cell. */

import type { Annotation } from '../../core/annotation';
import type { Article } from '../../core/article';
import type { Code } from '../../core/code';
import type { PairsWithin } from '../../core/tables/code-pairs';
import type { CrossTable } from '../../core/tables/cross-table';
import type { Store } from '../../store/open-store';

export interface Records {
  annotations: Annotation[];
  articles: Map<string, Article>;
  codes: Code[];
}

export async function readRecords({ database }: Store): Promise<Records> {
  const articles = await database.articles.toArray();
  return {
    annotations: (await database.annotations.toArray()).filter(({ deleted }) => deleted === null),
    articles: new Map(articles.map((article) => [article.id, article])),
    codes: await database.codes.toArray(),
  };
}

/** Whether an annotation counts under a code. */
function hasCode({ codes }: Records, annotation: Annotation, codeId: string, isRolledUp: boolean): boolean {
  const above = (id: string, seen: string[] = []): boolean => {
    const code = codes.find((one) => one.id === id);
    if (code === undefined || seen.includes(id)) return false;
    return id === codeId || (isRolledUp && above(code.parentId ?? '', [...seen, id]));
  };
  return annotation.codeIds.some((id) => above(id));
}

/** Each cell that is not 0, as `row key / code path`, with its count, and how many annotations each row has. */
export function cellsOf({ rows, columns, counts }: CrossTable): Record<string, number> {
  const cells = rows.flatMap((row, index) => [
    [`${row.key} total`, row.total] as const,
    ...columns.map(
      (column, at) => [`${row.key} ${column.key}`, counts[index * columns.length + at] ?? 0] as const,
    ),
  ]);
  return Object.fromEntries(cells.filter(([, count]) => count > 0));
}

export function naiveCells(
  records: Records,
  keyOf: (article: Article | undefined) => string,
  isRolledUp: boolean,
): Record<string, number> {
  const cells: Record<string, number> = {};
  const step = (key: string) => {
    cells[key] = (cells[key] ?? 0) + 1;
  };
  for (const annotation of records.annotations) {
    const row = keyOf(records.articles.get(annotation.articleId));
    step(`${row} total`);
    for (const { id } of records.codes)
      if (hasCode(records, annotation, id, isRolledUp)) step(`${row} ${id}`);
  }
  return cells;
}

export function naivePairs(
  records: Records,
  within: PairsWithin,
  isRolledUp: boolean,
): Record<string, number> {
  const cells: Record<string, number> = {};
  const has = (annotation: Annotation, id: string) => hasCode(records, annotation, id, isRolledUp);
  const all = records.annotations.filter((annotation) => within !== 'words' || isPlaced(annotation));
  for (const { id: one } of records.codes) {
    for (const { id: other } of records.codes) {
      const both = all.filter((annotation) => has(annotation, one) && has(annotation, other));
      let count = both.length;
      if (within === 'article') {
        const inArticles = [...records.articles.keys(), ...all.map(({ articleId }) => articleId)];
        count = [...new Set(inArticles)].filter((articleId) => {
          const own = all.filter((annotation) => annotation.articleId === articleId);
          return (
            own.some((annotation) => has(annotation, one)) && own.some((annotation) => has(annotation, other))
          );
        }).length;
      } else if (within === 'words' && one !== other) {
        count += all.flatMap((first, index) =>
          all
            .slice(index + 1)
            .filter(
              (second) =>
                overlap(first, second) &&
                ((has(first, one) && has(second, other)) || (has(first, other) && has(second, one))),
            ),
        ).length;
      }
      if (count > 0) cells[`${one} ${other}`] = count;
      if (count > 0 && one === other) cells[`${one} total`] = count;
    }
  }
  return cells;
}

function isPlaced({ target: { position, snapshot, quote } }: Annotation): boolean {
  return position !== null && snapshot !== null && position.end - position.start === quote.exact.length;
}

function overlap(one: Annotation, other: Annotation): boolean {
  const [a, b] = [one.target.position, other.target.position];
  if (a === null || b === null || one.articleId !== other.articleId) return false;
  return one.target.snapshot === other.target.snapshot && a.start < b.end && b.start < a.end;
}
