/** Gives an annotation another place: shows the text as it stood around its words, and sends the reader to the page to select the new ones. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../core/cards';
import type { FrozenText } from '../core/frozen-text';
import { isComposition } from './key-press';
import type { ClosedBy } from './note-editor';
import type { SidebarActions } from './sidebar-model';
import { useStrings } from './strings';

interface PlaceEditorProps {
  card: Pick<Card, 'id' | 'quote' | 'language'>;
  /** The page waits for the reader to select the words. */
  isAwaited: boolean;
  actions: Pick<SidebarActions, 'readFrozenText' | 'awaitPlace' | 'stopAwaiting'>;
  onClose(by: ClosedBy): void;
}

export function PlaceEditor({ card, isAwaited, actions, onClose }: PlaceEditorProps) {
  const t = useStrings();
  const [frozen, setFrozen] = useState<FrozenText | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    let isCurrent = true;
    actions.readFrozenText(card.id).then(
      (text) => isCurrent && setFrozen(text),
      // The quote itself stands there already.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [card.id, card.quote]);
  useLayoutEffect(() => button.current?.focus(), [isAwaited]);

  function close(): void {
    if (isAwaited) actions.stopAwaiting();
    onClose('key');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposition(event)) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  return (
    <fieldset class="place-editor" onKeyDown={onKeyDown}>
      <legend class="hint">{t('frozen_label')}</legend>
      <blockquote class="frozen" lang={card.language ?? undefined} dir="auto">
        {frozen !== null && (frozen.isCutBefore ? '…' : '') + frozen.before}
        <mark>{frozen?.words ?? card.quote}</mark>
        {frozen !== null && frozen.after + (frozen.isCutAfter ? '…' : '')}
      </blockquote>
      <p class="hint" aria-live="polite">
        {isAwaited && t('place_awaited')}
      </p>
      <div class="row end">
        {isAwaited ? (
          <button ref={button} type="button" class="framed" onClick={close}>
            {t('place_stop')}
          </button>
        ) : (
          <>
            <button type="button" class="quiet" onClick={close}>
              {t('cancel')}
            </button>
            <button
              ref={button}
              type="button"
              class="primary"
              title={t('place_choose_title')}
              onClick={() => actions.awaitPlace(card.id)}
            >
              {t('place_choose')}
            </button>
          </>
        )}
      </div>
    </fieldset>
  );
}
