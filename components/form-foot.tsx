/** The foot of a form: what its keys do, the way out of it, and what it is for. */

import type { ComponentChildren, RefObject } from 'preact';
import { useStrings } from './strings';

interface FormFootProps {
  hint?: string;
  /** Other ways out, before the usual one. */
  children?: ComponentChildren;
  /** The word for leaving; "Cancel" unless told. */
  leaving?: string;
  onLeave(): void;
  /** The word for what the form does. */
  doing: string;
  isOff?: boolean;
  button?: RefObject<HTMLButtonElement | null>;
  onDo(): void;
}

export function FormFoot(props: FormFootProps) {
  const t = useStrings();
  return (
    <div class="row end">
      {props.hint !== undefined && <span class="hint">{props.hint}</span>}
      {props.children}
      <button type="button" class="quiet" onClick={props.onLeave}>
        {props.leaving ?? t('cancel')}
      </button>
      <button
        {...(props.button !== undefined && { ref: props.button })}
        type="button"
        class="primary"
        disabled={props.isOff ?? false}
        onClick={props.onDo}
      >
        {props.doing}
      </button>
    </div>
  );
}
