/** Articles of a packet that are to be read yet, each with a way to its live page. */

import type { Article } from '../../core/article';
import { useStrings } from '../strings';

const most = 200;

export function ToRead({
  articles,
  onOpen,
}: {
  articles: readonly Article[];
  onOpen(articleId: string): void;
}) {
  const t = useStrings();
  if (articles.length === 0) return null;
  return (
    <>
      <h2>{t('coders_to_read', String(articles.length))}</h2>
      <ul>
        {articles.slice(0, most).map(({ id, metadata, addresses }) => (
          <li key={id}>
            <button type="button" class="link" onClick={() => onOpen(id)}>
              <span lang={metadata.language?.value}>{metadata.title?.value ?? addresses[0]}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
