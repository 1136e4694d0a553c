/** Says which code all selections get, and how to end that. */

import type { ToolbarActions, ToolbarState } from '../core/toolbar';
import { ActionButton } from './action-button';
import { CodeLabel } from './code-chip';
import { useShownKey } from './key-choices';
import { useStrings } from './strings';
import { Notice } from './toolbar-notice';

interface CodingProps {
  state: Pick<ToolbarState, 'activeCode' | 'notice'>;
  actions: Pick<ToolbarActions, 'dismiss' | 'showView'>;
}

/** Beside nothing, along the top of the window. */
export function Coding({ state, actions }: CodingProps) {
  const t = useStrings();
  const stopKey = useShownKey('toolbar-dismiss');
  return (
    <div class="coding row">
      <ActiveCodeName state={state} />
      <Notice notice={state.notice} />
      <ActionButton
        name={t('coding_change')}
        command="toolbar-active-code"
        icon="code"
        onPress={() => actions.showView('active-code')}
      />
      <ActionButton
        name={t('coding_stop')}
        command="toolbar-dismiss"
        class="quiet framed"
        onPress={actions.dismiss}
      >
        {stopKey === undefined ? t('coding_stop') : t('with_key', t('coding_stop'), stopKey)}
      </ActionButton>
    </div>
  );
}

/** Nothing while there is none. */
export function ActiveCodeName({ state: { activeCode } }: { state: Pick<ToolbarState, 'activeCode'> }) {
  const t = useStrings();
  return activeCode === null ? null : (
    <p class="coding-with">
      <span>{t('coding_with')}</span> <CodeLabel code={activeCode} />
    </p>
  );
}
