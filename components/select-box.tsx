/** Chooses a card, to do something to several of them at once. */

import type { ChosenCards } from './chosen-cards';
import { Icon } from './icons';
import { useShownKey } from './key-choices';
import { useStrings } from './strings';

interface SelectBoxProps {
  id: string;
  chosen: ChosenCards;
  tabIndex: number;
}

/** A button, since keys that are pressed in a field are no commands. */
export function SelectBox({ id, chosen, tabIndex }: SelectBoxProps) {
  const t = useStrings();
  const key = useShownKey('sidebar-select');
  const isChosen = chosen.has(id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <button
      type="button"
      role="checkbox"
      class="select-box"
      aria-checked={isChosen}
      aria-label={t('card_select')}
      aria-keyshortcuts={key}
      title={key === undefined ? t('card_select') : t('with_key', t('card_select'), key)}
      tabIndex={tabIndex}
      onClick={() => chosen.toggle(id)}
    >
      {isChosen && <Icon name="check" />}
    </button>
  );
}
