/** Goes between this article, everything, and the codebook. */

import type { SidebarView } from './sidebar-model';
import { useStrings } from './strings';

const views = ['article', 'everything', 'codebook'] as const;

export function Views({ view, onView }: { view: SidebarView; onView(view: SidebarView): void }) {
  const t = useStrings();
  const current = view === 'trash' ? 'everything' : view;
  return (
    <nav class="row views" aria-label={t('views_label')}>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={current === name ? 'true' : undefined}
          onClick={() => onView(name)}
        >
          {t(`view_${name}`)}
        </button>
      ))}
    </nav>
  );
}
