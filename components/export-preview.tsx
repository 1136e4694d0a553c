/** The first lines of what an export would write, made anew whenever something else is asked for. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { TemplateError, type TemplateFault } from '../core/export/template';
import type { ExportChoice, SidebarActions } from './sidebar-model';
import { type MessageKey, type Translate, useStrings } from './strings';

interface ExportPreviewProps {
  choice: ExportChoice;
  /** Made again when it changes. */
  count: number;
  extent: 'beginning' | 'article';
  previewExport: SidebarActions['previewExport'];
  /** Whether the choice can be exported as it is. */
  onSound?: (isSound: boolean) => void;
}

/** Neither while it is being made. */
type Preview = { text: string } | { error: unknown } | null;

const faults: Readonly<Record<TemplateFault, MessageKey>> = {
  'no-field': 'template_no_field',
  'is-list': 'template_is_list',
  'no-filter': 'template_no_filter',
  'no-mark': 'template_no_mark',
  'never-closed': 'template_never_closed',
  'never-opened': 'template_never_opened',
  crossed: 'template_crossed',
};

export function ExportPreview(props: ExportPreviewProps) {
  const t = useStrings();
  const preview = usePreview(props);
  const isFaulty = preview !== null && 'error' in preview;
  return (
    <>
      <p class="fault" role="status">
        {isFaulty && faultWords(preview.error, t)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <pre class="preview" data-extent={props.extent} tabIndex={0} aria-busy={preview === null}>
        {preview === null ? t('page_loading') : !isFaulty && preview.text}
      </pre>
    </>
  );
}

function faultWords(error: unknown, t: Translate): string {
  if (!(error instanceof TemplateError)) return String(error);
  return t(faults[error.mistake], String(error.line), ...error.names);
}

/** Milliseconds that a person who is typing is left alone. */
const typing = 150;

/** An answer to an earlier choice is dropped. */
function usePreview({ choice, count, extent, previewExport, onSound }: ExportPreviewProps): Preview {
  const [preview, setPreview] = useState<Preview>(null);
  const latest = useRef({ previewExport, onSound });
  latest.current = { previewExport, onSound };
  useEffect(() => {
    let isCurrent = true;
    const show = (made: Preview) => {
      if (!isCurrent) return;
      setPreview(made);
      latest.current.onSound?.(made !== null && 'text' in made);
    };
    const make = () =>
      latest.current.previewExport(choice, extent).then(
        (text) => show({ text }),
        (error: unknown) => show({ error }),
      );
    // What is typed into is looked at when the person pauses; until then the last preview stays.
    const isTyped = extent === 'article';
    if (!isTyped) show(null);
    const waiting = isTyped ? setTimeout(make, typing) : void make();
    return () => {
      isCurrent = false;
      clearTimeout(waiting);
    };
  }, [choice, count, extent]);
  return preview;
}
