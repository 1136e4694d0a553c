/** A small form below a list: a heading, what is asked, and Esc to leave all as it was. */

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useFieldCommand } from './key-choices';
import { isComposition } from './key-press';

interface FormFrameProps {
  heading: string;
  onClose(): void;
  /** By the key that saves, from anywhere in the form. */
  onSave?: () => void;
  children: ComponentChildren;
}

export function FormFrame({ heading, onClose, onSave, children }: FormFrameProps) {
  const headingId = useId();
  const fieldCommand = useFieldCommand();
  return (
    <fieldset
      class="form-frame"
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        // Nothing that is pressed here is a command of the list.
        event.stopPropagation();
        if (isComposition(event)) return;
        if (event.key === 'Escape') onClose();
        else if (onSave && fieldCommand(event) === 'field-save') onSave();
        else return;
        event.preventDefault();
      }}
    >
      <h2 id={headingId}>{heading}</h2>
      {children}
    </fieldset>
  );
}
