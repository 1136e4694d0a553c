/** Writes a note: saved by a key, by its button, by leaving, or when it is taken away; Esc leaves it as it was. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isNode } from './any-frame';
import { FormFoot } from './form-foot';
import { useFieldCommand, useShownKey } from './key-choices';
import { isComposition } from './key-press';
import { useStrings } from './strings';

/** By what an editor was closed: after a key, focus goes back to where it came from. */
export type ClosedBy = 'key' | 'leave';

interface NoteEditorProps {
  note: string;
  /** What to begin with in its place: written before, and not saved. */
  unsaved?: string | null;
  /** Called before `onClose`, and only when the text is another one. */
  onSave(note: string): void;
  onClose(by: ClosedBy): void;
}

export function NoteEditor({ note, unsaved, onSave, onClose }: NoteEditorProps) {
  const t = useStrings();
  const fieldCommand = useFieldCommand();
  const saveKey = useShownKey('field-save') ?? '';
  const [draft, setDraft] = useState(unsaved ?? note);
  const field = useRef<HTMLTextAreaElement>(null);
  // Taking a focused field away is a "leave" too in some browsers: only the first ending counts.
  const isClosed = useRef(false);
  const latest = useRef<() => void>(() => undefined);
  latest.current = () => close('leave', true);

  useLayoutEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
    // As when the annotation is deleted elsewhere: what was typed is the reader's all the same.
    return () => latest.current();
  }, []);

  function close(by: ClosedBy, isSaved: boolean): void {
    if (isClosed.current) return;
    isClosed.current = true;
    const written = field.current?.value ?? draft;
    if (isSaved && written !== note) onSave(written);
    onClose(by);
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (isComposition(event)) return;
    if (event.key === 'Escape') close('key', false);
    else if (fieldCommand(event) === 'field-save') close('key', true);
    else return;
    event.preventDefault();
  }

  return (
    <fieldset
      class="note-editor"
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (!(isNode(next) && event.currentTarget.contains(next))) close('leave', true);
      }}
    >
      <textarea
        ref={field}
        rows={3}
        dir="auto"
        aria-label={t('note')}
        placeholder={t('note_placeholder')}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      <FormFoot
        hint={t('note_keys', saveKey)}
        onLeave={() => close('key', false)}
        doing={t('save')}
        onDo={() => close('key', true)}
      />
    </fieldset>
  );
}
