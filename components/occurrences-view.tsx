/** Where the article says what is selected, to be looked at and then kept all at once. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ToolbarActions, ToolbarState } from '../core/toolbar';
import { CodePicker } from './code-picker';
import { useStrings } from './strings';

interface OccurrencesViewProps {
  state: Pick<ToolbarState, 'occurrences' | 'codes' | 'recentCodeIds' | 'activeCode' | 'settings'>;
  actions: Pick<ToolbarActions, 'keepOccurrences' | 'showView'>;
}

export function OccurrencesView({ state, actions }: OccurrencesViewProps) {
  const t = useStrings();
  const [isPicking, setPicking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const { occurrences } = state;
  const newOnes = occurrences.filter(({ isKept }) => !isKept);
  const back = () => actions.showView('bar');

  useLayoutEffect(() => {
    if (!isPicking) keep.current?.focus();
  }, [isPicking]);

  if (isPicking) {
    return (
      <CodePicker
        codes={state.codes}
        recentCodeIds={state.recentCodeIds}
        chosenIds={[]}
        isLocked={state.settings.isCodebookLocked}
        onToggle={(id) => actions.keepOccurrences({ id })}
        onCreate={(path) => actions.keepOccurrences({ path })}
        onClose={() => setPicking(false)}
      />
    );
  }
  return (
    <section class="occurrences" aria-label={t('occurrences_found', String(occurrences.length))}>
      <p class="hint" role="status">
        {t('occurrences_found', String(occurrences.length))}
        {newOnes.length < occurrences.length &&
          ` · ${t('occurrences_kept', String(occurrences.length - newOnes.length))}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <ol tabIndex={0}>
        {occurrences.map(({ start, before, words, after, isKept }) => (
          <li key={start} class={isKept ? 'kept' : ''} dir="auto">
            {before}
            <mark>{words}</mark>
            {after}
          </li>
        ))}
      </ol>
      <div class="row end">
        <button type="button" class="quiet" onClick={back}>
          {t('cancel')}
        </button>
        {newOnes.length > 0 && (
          <button type="button" class="primary" ref={keep} onClick={() => setPicking(true)}>
            {t('occurrences_keep', String(newOnes.length))}
          </button>
        )}
      </div>
    </section>
  );
}
