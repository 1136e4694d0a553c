/** Asks what to export and for whom, with the first lines of the real output beside it. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { templateFormats } from '../core/export/export-format';
import type { Settings } from '../core/settings';
import { ExportOptions } from './export-options';
import { ExportPreview } from './export-preview';
import { TemplateEditor } from './export-template';
import { FormFoot } from './form-foot';
import { FormatChoice } from './format-choice';
import { Sheet } from './sheet';
import type { ExportChoice, ExportScope, SidebarActions, SidebarState } from './sidebar-model';
import { type MessageKey, useStrings } from './strings';

const scopes: readonly { scope: ExportScope; name: MessageKey }[] = [
  { scope: 'chosen', name: 'export_chosen' },
  { scope: 'article', name: 'view_article' },
  { scope: 'search', name: 'export_search' },
  { scope: 'everything', name: 'view_everything' },
];

interface ExportSheetProps {
  state: Pick<SidebarState, 'exportCounts' | 'view' | 'search' | 'codeFilter' | 'settings'>;
  actions: Pick<SidebarActions, 'previewExport' | 'exportFile' | 'saveTemplate'>;
  /** The cards that are chosen; they are what is exported first. */
  chosenIds: readonly string[];
  /** A page over all articles has none that is its own. */
  hasArticle?: boolean;
  onClose(): void;
}

export function ExportSheet({ state, actions, chosenIds, hasArticle = true, onClose }: ExportSheetProps) {
  const t = useStrings();
  const isNarrowed = state.search !== '' || state.codeFilter !== null;
  const [choice, setChoice] = useState<ExportChoice>({
    scope:
      chosenIds.length > 0
        ? 'chosen'
        : isNarrowed
          ? 'search'
          : state.view === 'article'
            ? 'article'
            : 'everything',
    format: 'xlsx',
    options: { coder: state.settings.coder, hasTexts: true },
    ...(chosenIds.length > 0 && { ids: chosenIds }),
  });
  const [templates, setTemplates] = useState(state.settings.templates);
  /** What is typed in the editor, by format; it outlives the editor, not the sheet. */
  const [drafts, setDrafts] = useState<Partial<Record<string, string | null>>>({});
  const [isEditing, setEditing] = useState(false);
  const editTemplate = useReturn(isEditing);
  const counts = { ...state.exportCounts, chosen: chosenIds.length };
  const count = counts[choice.scope];
  const asked = useMemo(() => withTemplate(choice, templates), [choice, templates]);
  const format = templateFormats.find((each) => each === choice.format);
  if (isEditing && format !== undefined) {
    const draft = drafts[format];
    return (
      <TemplateEditor
        format={format}
        draft={draft === undefined ? (templates[format] ?? null) : draft}
        onDraft={(typed) => setDrafts({ ...drafts, [format]: typed })}
        choice={choice}
        count={count}
        previewExport={actions.previewExport}
        onSave={(template) => {
          actions.saveTemplate(format, template);
          const { [format]: _, ...others } = templates;
          setTemplates(template === null ? others : { ...others, [format]: template });
          setEditing(false);
        }}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <Sheet heading={t('export')} onClose={onClose}>
      <fieldset class="choices">
        <legend>{t('export_what')}</legend>
        {scopes
          .filter(({ scope }) => (scope === 'chosen' ? counts.chosen > 0 : scope !== 'article' || hasArticle))
          .map(({ scope, name }) => (
            <label key={scope} class="choice">
              <input
                type="radio"
                name="scope"
                checked={choice.scope === scope}
                onChange={() => setChoice({ ...choice, scope })}
              />
              <span>{t('filter_count', t(name), String(counts[scope]))}</span>
            </label>
          ))}
      </fieldset>
      <FormatChoice chosen={choice.format} onChoose={(format) => setChoice({ ...choice, format })} />
      <ExportOptions
        format={choice.format}
        options={choice.options}
        onChange={(options) => setChoice({ ...choice, options })}
        onEditTemplate={() => setEditing(true)}
        editTemplate={editTemplate}
      />
      <h2>{t('export_preview')}</h2>
      <ExportPreview choice={asked} count={count} extent="beginning" previewExport={actions.previewExport} />
      <FormFoot
        onLeave={onClose}
        doing={t('export_count', String(count))}
        isOff={count === 0}
        onDo={() => {
          actions.exportFile(asked);
          onClose();
        }}
      />
    </Sheet>
  );
}

function withTemplate(choice: ExportChoice, templates: Settings['templates']): ExportChoice {
  const format = templateFormats.find((each) => each === choice.format);
  const template = format === undefined ? undefined : templates[format];
  return template === undefined ? choice : { ...choice, options: { ...choice.options, template } };
}

/** The button that opened something takes the focus again when that is closed. */
function useReturn(isOpen: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return button;
}
