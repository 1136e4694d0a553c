/** The right of the library's page: the chosen annotation as a card, and its article as it was read. */

import type { RefObject } from 'preact';
import { ActionButton } from '../action-button';
import { AnnotationCard, type CardContext } from '../annotation-card';
import { useStrings } from '../strings';
import type { LibraryState } from './library-model';

interface DetailPaneProps {
  state: Pick<LibraryState, 'read' | 'reading' | 'view'>;
  context: CardContext;
  root: RefObject<HTMLElement | null>;
  onClose(): void;
}

export function DetailPane({ state, context, root, onClose }: DetailPaneProps) {
  const t = useStrings();
  const { read } = state;
  return (
    <section ref={root} class="library-detail" aria-label={t('library_read')} tabIndex={-1}>
      <div class="back-button">
        <ActionButton class="quiet" name={t('library_back')} icon="back" onPress={onClose}>
          {t('library_back')}
        </ActionButton>
      </div>
      {read === null ? (
        <p class="hint">{t('library_read_none')}</p>
      ) : (
        <>
          {!state.view.isTrashed && (
            // A list without markers is no list to some screen readers unless it says so.
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <ul class="cards" role="list" aria-label={t('annotations')}>
              <AnnotationCard
                card={{
                  id: read.annotation.id,
                  quote: read.annotation.target.quote.exact,
                  language: read.article?.metadata.language?.value ?? null,
                  codeIds: read.annotation.codeIds,
                  note: read.annotation.note,
                  created: read.annotation.created,
                  placement: null,
                }}
                context={context}
              />
            </ul>
          )}
          {state.reading}
        </>
      )}
    </section>
  );
}
