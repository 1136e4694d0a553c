/** Asks what to export and for whom, with the first lines of the real output beside it. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { ExportOptions } from './export-options';
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
  actions: Pick<SidebarActions, 'previewExport' | 'exportFile'>;
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
  const counts = { ...state.exportCounts, chosen: chosenIds.length };
  const count = counts[choice.scope];
  const preview = usePreview(choice, count, actions.previewExport);
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
      />
      <h2>{t('export_preview')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <pre class="preview" tabIndex={0} aria-busy={preview === null}>
        {preview ?? t('page_loading')}
      </pre>
      <FormFoot
        onLeave={onClose}
        doing={t('export_count', String(count))}
        isOff={count === 0}
        onDo={() => {
          actions.exportFile(choice);
          onClose();
        }}
      />
    </Sheet>
  );
}

/** Null while it is being made; an answer to an earlier choice is dropped. Made again when the count changes. */
function usePreview(
  choice: ExportChoice,
  count: number,
  previewExport: SidebarActions['previewExport'],
): string | null {
  const [preview, setPreview] = useState<string | null>(null);
  const latest = useRef(previewExport);
  latest.current = previewExport;
  useEffect(() => {
    let isCurrent = true;
    setPreview(null);
    const show = (text: string) => {
      if (isCurrent) setPreview(text);
    };
    latest.current(choice).then(show, (error: unknown) => show(String(error)));
    return () => {
      isCurrent = false;
    };
  }, [choice, count]);
  return preview;
}
