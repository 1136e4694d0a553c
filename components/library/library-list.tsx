/** The rows of the library's list, of which only those in view are drawn. */

import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ListRow } from '../../core/library-list-rows';
import { useRowsInView } from '../rows-in-view';
import { useStrings } from '../strings';
import type { LibraryActions, LibraryState } from './library-model';
import { AnnotationRow, ArticleRow, type RowContext, rowHeight } from './list-row';

interface LibraryListProps {
  state: Pick<LibraryState, 'list' | 'annotations' | 'articles' | 'isBusy'>;
  actions: Pick<LibraryActions, 'look'>;
  root: RefObject<HTMLDivElement | null>;
  context: RowContext;
  /** The row that Tab reaches; -1 where there is none. */
  activeRow: number;
}

export function LibraryList({ state, actions, root, context, activeRow }: LibraryListProps) {
  const t = useStrings();
  const { list, annotations, articles } = state;
  const count = list?.count ?? 0;
  const { from, to } = useRowsInView(root, count, rowHeight);
  const rows: { row: number; at: ListRow }[] = [];
  for (let row = from; row < to; row += 1) {
    const at = list?.at(row) ?? null;
    if (at !== null) rows.push({ row, at });
  }
  // What Tab reaches must be there.
  const active =
    activeRow >= 0 && (activeRow < from || activeRow >= to) ? (list?.at(activeRow) ?? null) : null;
  if (active !== null) rows.push({ row: activeRow, at: active });

  const ids = rows.flatMap(({ at }) => (at.kind === 'annotation' ? [at.id] : []));
  const articleIds = [...new Set(rows.map(({ at }) => at.articleId))];
  useEffect(
    () => actions.look({ annotations: ids, articles: articleIds }),
    [ids.join('\n'), articleIds.join('\n')],
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of which only a part is drawn
    <div
      ref={root}
      role="list"
      class="library-list"
      aria-label={t('annotations')}
      aria-busy={state.isBusy}
      style={{ '--rows': String(count) }}
    >
      {rows.map(({ row, at }) =>
        at.kind === 'annotation' ? (
          <AnnotationRow
            key={at.id}
            id={at.id}
            row={row}
            count={count}
            annotation={annotations.get(at.id)}
            article={articles.get(at.articleId)}
            context={context}
          />
        ) : (
          <ArticleRow
            key={at.articleId}
            articleId={at.articleId}
            row={row}
            count={count}
            size={at.count}
            isOpen={at.isOpen}
            article={articles.get(at.articleId)}
            context={context}
          />
        ),
      )}
    </div>
  );
}
