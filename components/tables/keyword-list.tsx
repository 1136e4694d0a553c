/** Keyword in context: one line for each place, aligned on the keyword, each a button that opens its annotation or article. */

import { useEffect, useMemo, useState } from 'preact/hooks';
import { printQuery } from '../../core/query/print-query';
import { type KeywordLine, type KeywordSort, sortKeywords } from '../../core/tables/keyword-lines';
import type { KeywordLines } from '../../core/tables/table-wish';
import { useStrings } from '../strings';

interface KeywordListProps {
  found: KeywordLines;
  sort: KeywordSort;
  onOpen(query: string): void;
}

/** Lines that are drawn at first, and with each asking for more. */
const step = 200;

export function KeywordList({ found, sort, onOpen }: KeywordListProps) {
  const t = useStrings();
  const lines = useMemo(() => sortKeywords(found.lines, sort), [found, sort]);
  const [shown, setShown] = useState(step);
  useEffect(() => setShown(step), [found, sort]);
  return (
    <>
      <div class="table-scroll">
        <table class="keywords" aria-label={t('tables_keywords')} aria-rowcount={lines.length + 1}>
          <thead>
            <tr>
              <th scope="col" class="keyword-before">
                {t('tables_before')}
              </th>
              <th scope="col">{t('tables_keyword')}</th>
              <th scope="col">{t('tables_after')}</th>
              <th scope="col">{t('tables_article')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shown).map((line) => (
              <Line key={keyOf(line)} line={line} found={found} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
      {shown < lines.length && (
        <button type="button" class="quiet framed" onClick={() => setShown(shown + step)}>
          {t('show_more')}
        </button>
      )}
      {found.isCut && <p class="hint">{t('tables_keywords_cut', String(found.lines.length))}</p>}
    </>
  );
}

function keyOf({ articleId, annotationId, start }: KeywordLine): string {
  return `${articleId} ${annotationId} ${start}`;
}

function Line({
  line,
  found,
  onOpen,
}: { line: KeywordLine; found: KeywordLines } & Pick<KeywordListProps, 'onOpen'>) {
  const { articleId, annotationId, before, keyword, after } = line;
  const article = found.articles.get(articleId);
  const language = article?.language ?? undefined;
  return (
    <tr>
      <td class="keyword-before" lang={language}>
        <span>{before}</span>
      </td>
      <td lang={language}>
        <button
          type="button"
          class="keyword"
          onClick={() =>
            onOpen(printQuery([{ isNot: false, field: 'id', ids: [annotationId ?? articleId] }]))
          }
        >
          {keyword}
        </button>
      </td>
      <td class="keyword-after" lang={language}>
        {after}
      </td>
      <td class="keyword-article" lang={language} title={article?.title}>
        {article?.title}
      </td>
    </tr>
  );
}
