/** Something that is on or off, with its name beside it. */

import type { ComponentChildren } from 'preact';

interface SwitchProps {
  isOn: boolean;
  title?: string;
  onTurn(isOn: boolean): void;
  children: ComponentChildren;
}

/** A button, since keys that are pressed in a field are no commands. */
export function Switch({ isOn, title, onTurn, children }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={isOn}
      title={title}
      onClick={() => onTurn(!isOn)}
    >
      <span class="track" aria-hidden="true" />
      {children}
    </button>
  );
}
