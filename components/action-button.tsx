/** A button with a name, its shortcut in the tooltip, and a picture where there is little room. */

import type { ComponentChildren } from 'preact';
import type { KeyCommandName } from '../core/key-commands';
import { Icon, type IconName } from './icons';
import { useShownKey } from './key-choices';
import { useStrings } from './strings';

interface ActionButtonProps {
  name: string;
  /** What its key asks for: the tooltip shows the key that it has now. */
  command?: KeyCommandName | undefined;
  /** A key that is nobody's to choose; shown in the tooltip. */
  shortcut?: string;
  /** Shown alone when there are no children; then `name` is only read out and in the tooltip. */
  icon?: IconName;
  class?: string;
  tabIndex?: number;
  /** Not pressable now, yet still in reach, so that focus is never thrown away. */
  isOff?: boolean;
  isExpanded?: boolean;
  onPress(): void;
  children?: ComponentChildren;
}

export function ActionButton(props: ActionButtonProps) {
  const t = useStrings();
  const hasText = props.children !== undefined;
  const commandKey = useShownKey(props.command);
  const key = props.shortcut ?? commandKey;
  return (
    <button
      type="button"
      class={props.class ?? (hasText ? 'quiet' : 'icon-button')}
      title={key === undefined ? props.name : t('with_key', props.name, key)}
      aria-label={hasText ? undefined : props.name}
      aria-keyshortcuts={key?.replace('Ctrl+', 'Control+')}
      aria-disabled={props.isOff ? 'true' : undefined}
      aria-expanded={props.isExpanded}
      tabIndex={props.tabIndex ?? 0}
      onClick={() => {
        if (!props.isOff) props.onPress();
      }}
    >
      {props.icon !== undefined && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}
