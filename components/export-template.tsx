/** Edits the template that Markdown is written by, with what it makes of the first article below it. */

import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TemplateFormat } from '../core/export/export-format';
import { obsidianTemplate, plainTemplate } from '../core/export/markdown-templates';
import { ExportPreview } from './export-preview';
import { TemplateMarks } from './export-template-marks';
import { FormFoot } from './form-foot';
import { useFieldCommand } from './key-choices';
import { Sheet } from './sheet';
import type { ExportChoice, SidebarActions } from './sidebar-model';
import { type MessageKey, useStrings } from './strings';

const ours: Readonly<Record<TemplateFormat, string>> = {
  markdown: plainTemplate,
  obsidian: obsidianTemplate,
};
const names: Readonly<Record<TemplateFormat, MessageKey>> = {
  markdown: 'format_markdown',
  obsidian: 'format_obsidian',
};

interface TemplateEditorProps {
  format: TemplateFormat;
  /** What has been typed; null where nothing differs from ours. */
  draft: string | null;
  onDraft(draft: string | null): void;
  choice: ExportChoice;
  count: number;
  previewExport: SidebarActions['previewExport'];
  /** Null: ours. */
  onSave(template: string | null): void;
  /** What was typed stays as the draft. */
  onClose(): void;
}

export function TemplateEditor(props: TemplateEditorProps) {
  const { format, draft, onDraft, choice, onSave, onClose } = props;
  const t = useStrings();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const fieldCommand = useFieldCommand();
  const [isSound, setSound] = useState(false);
  /** What ours has taken the place of, so that it can come back. */
  const [replaced, setReplaced] = useState<string | null>(null);
  const text = draft ?? ours[format];
  // The browser would show its end.
  useLayoutEffect(() => field.current?.setSelectionRange(0, 0), []);
  const asked = useMemo(
    () => ({ ...choice, options: { ...choice.options, template: text } }),
    [choice, text],
  );
  const write = (typed: string) => {
    setSound(false);
    onDraft(typed === ours[format] ? null : typed);
  };
  const save = () => {
    if (isSound) onSave(draft);
  };
  const insert = (mark: string) => {
    const at = field.current;
    if (at === null) return;
    at.setRangeText(mark, at.selectionStart, at.selectionEnd, 'end');
    write(at.value);
    at.focus();
  };
  return (
    <Sheet heading={t('template_heading', t(names[format]))} onClose={onClose}>
      <p class="hint" id={`${id}-hint`}>
        {t('template_hint')}
      </p>
      <label class="field">
        <span>{t('template_text')}</span>
        <textarea
          ref={field}
          class="template"
          rows={14}
          spellcheck={false}
          autocomplete="off"
          aria-describedby={`${id}-hint`}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (fieldCommand(event) !== 'field-save') return;
            event.preventDefault();
            save();
          }}
        />
      </label>
      <TemplateMarks onInsert={insert} />
      <h2>{t('template_preview')}</h2>
      <ExportPreview
        choice={asked}
        count={props.count}
        extent="article"
        previewExport={props.previewExport}
        onSound={setSound}
      />
      <FormFoot
        leaving={t('template_back')}
        onLeave={onClose}
        doing={t('template_save')}
        isOff={!isSound}
        onDo={save}
      >
        <button
          type="button"
          class="quiet"
          disabled={draft === null && replaced === null}
          onClick={() => {
            setReplaced(draft);
            write(draft === null ? (replaced ?? ours[format]) : ours[format]);
          }}
        >
          {t(draft === null && replaced !== null ? 'template_mine' : 'template_ours')}
        </button>
      </FormFoot>
    </Sheet>
  );
}
