/** The cards that are shown: which has the focus, which is being edited, which are chosen, and what the keys do to them. */

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Card } from '../core/cards';
import { indexCodes } from '../core/code-entry';
import type { CardContext, Editing } from './annotation-card';
import { useCardFocus } from './card-focus';
import type { ChosenPart } from './chosen-bar';
import { type ChosenCards, useChosenCards } from './chosen-cards';
import type { SidebarKeyAction } from './sidebar-keys';
import type { SidebarActions, SidebarState } from './sidebar-model';

type CardCommand =
  | 'next'
  | 'previous'
  | 'extend-next'
  | 'extend-previous'
  | 'reveal'
  | 'codes'
  | 'note'
  | 'place'
  | 'history'
  | 'select'
  | 'select-all'
  | 'delete';

export interface Cards {
  /** In the order in which they stand. */
  shown: readonly Card[];
  chosen: ChosenCards;
  /** What is being done to the chosen ones. */
  part: ChosenPart | null;
  setPart(part: ChosenPart | null): void;
  isLostOpen: boolean;
  openLost(isOpen: boolean): void;
  context: CardContext;
  commands: Readonly<Record<Extract<SidebarKeyAction, CardCommand>, () => void>>;
}

export function useCards(
  state: SidebarState,
  actions: SidebarActions,
  list: RefObject<HTMLElement | null>,
): Cards {
  const revealed = useRef<SidebarState['cardInView']>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [isLostOpen, openLost] = useState(false);
  const [part, setPart] = useState<ChosenPart | null>(null);
  const codesById = useMemo(() => indexCodes(state.codes), [state.codes]);
  const { view, lost, unclear, cards, groups } = state;
  const isArticleView = view === 'article';
  const shown = useMemo(() => {
    if (isArticleView) return [...(isLostOpen ? lost : []), ...unclear, ...cards];
    return view === 'everything' ? groups.flatMap((group) => group.cards) : [];
  }, [view, isLostOpen, lost, unclear, cards, groups]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const { activeId, activate, focus, move, hold } = useCardFocus(ids, list);
  const chosen = useChosenCards(useMemo(() => ({ shownIds: ids }), [ids]));
  const hasChosen = chosen.ids.length > 0;

  useEffect(() => {
    // Asked for once, and answered when the card is there: it may arrive after the wish to see it.
    const wanted = state.cardInView;
    if (wanted === null || wanted === revealed.current) return;
    if (isArticleView && lost.some(({ id }) => id === wanted.id)) openLost(true);
    if (!ids.includes(wanted.id)) return;
    revealed.current = wanted;
    focus(wanted.id);
  }, [state.cardInView, ids]);

  useLayoutEffect(() => {
    if (state.status?.kind !== 'attached' || editing?.part !== 'place') return;
    // Its card goes to another list.
    hold(editing.id);
    setEditing(null);
  }, [state.status]);

  useEffect(() => {
    // jsdom has no layout and so no scrolling.
    list.current
      ?.querySelector('.code-picker, .note-editor, .place-editor, .history')
      ?.scrollIntoView?.({ block: 'nearest' });
  }, [editing]);

  function edit(asked: Editing['part']): void {
    if (activeId !== null && (asked === 'history' || !state.isReadOnly)) {
      setEditing({ id: activeId, part: asked });
    }
  }

  function extend(by: number): void {
    if (activeId === null) return;
    const next = ids[ids.indexOf(activeId) + by];
    chosen.extendTo(next ?? activeId, activeId);
    move(by);
  }

  return {
    shown,
    chosen,
    part: hasChosen ? part : null,
    setPart,
    isLostOpen,
    openLost,
    context: {
      state,
      actions,
      codesById,
      activeId,
      editing,
      chosen,
      onActivate: activate,
      onEdit: setEditing,
      onClose(by) {
        setEditing(null);
        if (by === 'key' && editing !== null) focus(editing.id);
      },
      onChoosePlace(id, place) {
        // Its card goes to another list.
        hold(id);
        actions.choosePlace(id, place);
      },
    },
    commands: {
      next: () => move(1),
      previous: () => move(-1),
      'extend-next': () => extend(1),
      'extend-previous': () => extend(-1),
      reveal() {
        if (activeId === null) return;
        // Where the reader has to decide, there is no one place to show yet.
        const candidate = list.current?.querySelector<HTMLElement>('[data-active="true"] .candidate');
        if (candidate === null || candidate === undefined) actions.reveal(activeId);
        else candidate.focus();
      },
      codes: () => (hasChosen && !state.isReadOnly ? setPart('codes') : edit('codes')),
      note: () => (hasChosen && !state.isReadOnly ? setPart('note') : edit('note')),
      place() {
        // Only the open page can tell of a place.
        const known = isArticleView ? [...lost, ...unclear, ...cards] : [];
        const isOpen = known.some(({ id, placement }) => id === activeId && placement !== null);
        if (isOpen) edit('place');
      },
      history: () => edit('history'),
      select: () => activeId !== null && chosen.toggle(activeId),
      'select-all': chosen.chooseAll,
      delete() {
        // Only cards that are visibly chosen: a stray Backspace elsewhere deletes nothing.
        if (state.isReadOnly) return;
        if (hasChosen) {
          actions.removeMany(chosen.ids);
          chosen.clear();
        } else if (activeId !== null && (list.current?.contains(document.activeElement) ?? false)) {
          actions.remove(activeId);
        }
      },
    },
  };
}
