/** Asks whether the annotations of another article with the same text belong to this page too. */

import type { SameText as SameTextModel, SidebarActions } from './sidebar-model';
import { useStrings } from './strings';

interface SameTextProps {
  sameText: SameTextModel;
  actions: Pick<SidebarActions, 'carryOver' | 'keepApart'>;
}

export function SameText({ sameText, actions }: SameTextProps) {
  const t = useStrings();
  const { articleId, title, language, address, count } = sameText;
  const host = new URL(address).host;
  return (
    <section class="banner same-text" aria-label={t('same_text')}>
      <p>
        {t('same_text_at', host, String(count))} <q lang={language ?? undefined}>{title ?? address}</q>
      </p>
      <p>
        <b>{t('same_text_question')}</b>
      </p>
      <div class="row">
        <button type="button" class="primary" onClick={() => actions.carryOver(articleId)}>
          {t('same_text_yes')}
        </button>
        <button
          type="button"
          class="quiet framed"
          title={t('same_text_no_title')}
          onClick={() => actions.keepApart(articleId)}
        >
          {t('same_text_no')}
        </button>
      </div>
    </section>
  );
}
