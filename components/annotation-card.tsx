/** One annotation in the sidebar: its quote, codes and note, each edited in place. */

import type { Card } from '../core/cards';
import { type CodeEntry, pickCodes } from '../core/code-entry';
import type { Candidate } from '../core/placement';
import { ActionButton } from './action-button';
import { CardHistory } from './card-history';
import { CardPlace } from './card-place';
import type { ChosenCards } from './chosen-cards';
import { CodeChip } from './code-chip';
import { CodePicker } from './code-picker';
import { asDay } from './dates';
import { Icon } from './icons';
import { type ClosedBy, NoteEditor } from './note-editor';
import { PlaceEditor } from './place-editor';
import { QuoteWords, shortened } from './quote-words';
import { SelectBox } from './select-box';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { useStrings } from './strings';
import { toggled } from './toolbar-commands';

/** Which part of which card is being written. */
export interface Editing {
  id: string;
  part: 'codes' | 'note' | 'place' | 'history';
}

/** What all cards of a list share. */
export interface CardContext {
  state: Pick<
    SidebarState,
    'codes' | 'recentCodeIds' | 'codeFilter' | 'isReadOnly' | 'awaitedId' | 'unsavedNote' | 'settings'
  >;
  actions: Pick<
    SidebarActions,
    | 'edit'
    | 'remove'
    | 'reveal'
    | 'filterByCode'
    | 'revealPlace'
    | 'readFrozenText'
    | 'awaitPlace'
    | 'stopAwaiting'
    | 'readHistory'
  >;
  codesById: ReadonlyMap<string, CodeEntry>;
  /** The card that the Tab key reaches. */
  activeId: string | null;
  editing: Editing | null;
  chosen: ChosenCards;
  onActivate(id: string): void;
  onEdit(editing: Editing): void;
  onClose(by: ClosedBy): void;
  onChoosePlace(id: string, place: Candidate): void;
}

export function AnnotationCard({ card, context }: { card: Card; context: CardContext }) {
  const t = useStrings();
  const { state, actions } = context;
  const isActive = context.activeId === card.id;
  const tabIndex = isActive ? 0 : -1;
  const part = context.editing?.id === card.id ? context.editing.part : null;
  const codes = pickCodes(card.codeIds, context.codesById);

  function revealUnlessSelecting(): void {
    // A click that ends a selection is a reader copying words, not asking for the page.
    if (window.getSelection()?.isCollapsed !== false) actions.reveal(card.id);
  }

  return (
    <li>
      <article
        class="card"
        data-id={card.id}
        data-active={isActive}
        tabIndex={tabIndex}
        aria-label={t('card_label', shortened(card.quote, longestName))}
        onFocusIn={() => context.onActivate(card.id)}
        onMouseDown={(event) => {
          // Else the browser would select the words in between.
          if (event.shiftKey) event.preventDefault();
        }}
        onClickCapture={(event) => {
          if (!event.shiftKey) return;
          event.stopPropagation();
          context.chosen.extendTo(card.id, context.activeId);
        }}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button "Show on the page" and Enter do the same */}
        <blockquote lang={card.language ?? undefined} dir="auto" onClick={revealUnlessSelecting}>
          <QuoteWords card={card} />
        </blockquote>
        {part === 'codes' ? (
          <CodePicker
            codes={state.codes}
            recentCodeIds={state.recentCodeIds}
            chosenIds={card.codeIds}
            onToggle={(codeId) => actions.edit(card.id, { codeIds: toggled(card.codeIds, codeId) })}
            isLocked={state.settings.isCodebookLocked}
            onCreate={(path) => actions.edit(card.id, { newCodes: [path] })}
            onClose={context.onClose}
          />
        ) : null}
        {codes.length > 0 && (
          <div class="row chips">
            {codes.map((code) => (
              <CodeChip
                key={code.id}
                code={code}
                tabIndex={tabIndex}
                title={t(state.codeFilter === code.id ? 'filter_all' : 'filter_by', code.path)}
                isPressed={state.codeFilter === code.id}
                onPress={() => actions.filterByCode(state.codeFilter === code.id ? null : code.id)}
              />
            ))}
          </div>
        )}
        {part === 'note' ? (
          <NoteEditor
            note={card.note}
            unsaved={state.unsavedNote?.id === card.id ? state.unsavedNote.note : null}
            onSave={(note) => actions.edit(card.id, { note })}
            onClose={context.onClose}
          />
        ) : (
          card.note !== '' && (
            <p class="note" dir="auto">
              {card.note}
            </p>
          )
        )}
        <CardPlace card={card} context={context} tabIndex={tabIndex} />
        {part === 'place' && (
          <PlaceEditor
            card={card}
            isAwaited={state.awaitedId === card.id}
            actions={actions}
            onClose={context.onClose}
          />
        )}
        {part === 'history' && (
          <CardHistory
            id={card.id}
            language={card.language}
            codesById={context.codesById}
            actions={actions}
            onClose={() => context.onClose('key')}
          />
        )}
        <CardFoot card={card} context={context} tabIndex={tabIndex} />
      </article>
    </li>
  );
}

function CardFoot({ card, context, tabIndex }: { card: Card; context: CardContext; tabIndex: number }) {
  const t = useStrings();
  const { state, actions } = context;
  return (
    <div class="row foot">
      <SelectBox id={card.id} chosen={context.chosen} tabIndex={tabIndex} />
      <ActionButton
        class="quiet date"
        tabIndex={tabIndex}
        name={t('history')}
        command="sidebar-history"
        onPress={() => context.onEdit({ id: card.id, part: 'history' })}
      >
        <time dateTime={card.created}>{asDay(card.created)}</time>
      </ActionButton>
      {card.placement?.grade === 'moved' && (
        <span class="moved" role="img" aria-label={t('grade_moved')} title={t('grade_moved')}>
          <Icon name="moved" />
        </span>
      )}
      <span class="actions">
        {canReveal(card) && (
          <ActionButton
            tabIndex={tabIndex}
            name={t('reveal')}
            command="sidebar-reveal"
            icon="reveal"
            onPress={() => actions.reveal(card.id)}
          />
        )}
        {!state.isReadOnly && (
          <>
            <ActionButton
              tabIndex={tabIndex}
              name={t('codes_edit')}
              command="sidebar-codes"
              icon="code"
              onPress={() => context.onEdit({ id: card.id, part: 'codes' })}
            />
            <ActionButton
              tabIndex={tabIndex}
              name={t('note_edit')}
              command="sidebar-note"
              icon="note"
              onPress={() => context.onEdit({ id: card.id, part: 'note' })}
            />
            {card.placement !== null && card.placement.grade !== 'lost' && (
              <ActionButton
                tabIndex={tabIndex}
                name={t('reattach_title')}
                command="sidebar-place"
                icon="attach"
                onPress={() => context.onEdit({ id: card.id, part: 'place' })}
              />
            )}
            <ActionButton
              tabIndex={tabIndex}
              name={t('delete')}
              command="sidebar-delete"
              icon="delete"
              onPress={() => actions.remove(card.id)}
            />
          </>
        )}
      </span>
    </div>
  );
}

/** One whose article is not open is shown by opening it. */
function canReveal({ placement }: Card): boolean {
  return placement === null || placement.start !== null;
}

/** A screen reader says it at every step through the list. */
const longestName = 60;
