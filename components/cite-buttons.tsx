/** Copies the article as a reference, in the styles that are asked for. */

import type { CitationStyle } from '../core/citation/format-citation';
import type { SidebarActions } from './sidebar-model';
import { useStrings } from './strings';

/** Names of standards, the same in every language. */
const styles: readonly { style: CitationStyle; name: string }[] = [
  { style: 'gbt7714-2025', name: 'GB/T 7714—2025' },
  { style: 'gbt7714-2015', name: 'GB/T 7714—2015' },
  { style: 'apa', name: 'APA' },
];

export function CiteButtons({ actions }: { actions: Pick<SidebarActions, 'copyCitation'> }) {
  const t = useStrings();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends
    <div class="row cite" role="group" aria-label={t('cite')}>
      <span class="hint" aria-hidden="true">
        {t('cite')}
      </span>
      {styles.map(({ style, name }) => (
        <button key={style} type="button" class="quiet framed" onClick={() => actions.copyCitation(style)}>
          {name}
        </button>
      ))}
    </div>
  );
}
