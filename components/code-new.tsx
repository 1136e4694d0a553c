/** Makes codes by their names, one after the other: Enter makes one and waits for the next, Esc ends. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import { pathMark } from '../core/code';
import { FormFoot } from './form-foot';
import { isComposition } from './key-press';
import { useStrings } from './strings';

interface CodeNewProps {
  /** The path of the code under which they come; null: at the top. */
  above: string | null;
  onNew(path: string): void;
  onClose(): void;
}

export function CodeNew({ above, onNew, onClose }: CodeNewProps) {
  const t = useStrings();
  const field = useRef<HTMLInputElement>(null);
  // Where the codes come stays what it was, whichever of them has the focus in the tree meanwhile.
  const parent = useRef(above).current;
  const label = parent === null ? t('code_new') : t('code_new_under', parent);
  useLayoutEffect(() => field.current?.focus(), []);

  function make(): void {
    const typed = field.current?.value.trim() ?? '';
    if (typed === '' || field.current === null) {
      onClose();
      return;
    }
    field.current.value = '';
    field.current.focus();
    onNew(parent === null ? typed : parent + pathMark + typed);
  }

  return (
    <section
      class="code-panel"
      aria-label={label}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposition(event)) return;
        if (event.key === 'Escape') onClose();
        else if (event.key === 'Enter' && event.target === field.current) make();
        else return;
        event.preventDefault();
      }}
    >
      <label class="field">
        <span>{label}</span>
        <input ref={field} type="text" autocomplete="off" spellcheck={false} />
      </label>
      <FormFoot
        hint={t('code_new_keys')}
        leaving={t('done')}
        onLeave={onClose}
        doing={t('code_make')}
        onDo={make}
      />
    </section>
  );
}
