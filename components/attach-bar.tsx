/** What the toolbar says and offers while the reader selects the words that an annotation belongs to. */

import type { ToolbarActions } from '../core/toolbar';
import { ActionButton } from './action-button';
import { useStrings } from './strings';

/** Before anything is selected. */
export function Awaiting({ quote, onStop }: { quote: string; onStop(): void }) {
  const t = useStrings();
  return (
    <div class="awaiting">
      <p role="status">{t('await_lead')}</p>
      <q dir="auto">{quote}</q>
      <ActionButton name={t('place_stop')} command="toolbar-dismiss" class="quiet framed" onPress={onStop}>
        {t('place_stop')}
      </ActionButton>
    </div>
  );
}

/** Beside a selection. */
export function Attach({ actions }: { actions: Pick<ToolbarActions, 'attach' | 'dismiss'> }) {
  const t = useStrings();
  return (
    <div class="row buttons">
      <ActionButton name={t('attach_title')} command="toolbar-keep" class="primary" onPress={actions.attach}>
        {t('attach')}
      </ActionButton>
      <ActionButton name={t('place_stop')} command="toolbar-dismiss" icon="close" onPress={actions.dismiss} />
    </div>
  );
}
