/** What the keys of the library's page do: which row has the focus, which are chosen, and what is being written. */

import type { RefObject } from 'preact';
import { useContext, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { indexCodes } from '../../core/code-entry';
import type { CardContext, Editing } from '../annotation-card';
import type { ChosenPart } from '../chosen-bar';
import { type ChosenCards, useChosenCards } from '../chosen-cards';
import { Keys } from '../key-choices';
import { type SidebarKeyAction, sidebarKeyAction } from '../sidebar-keys';
import type { LibraryActions, LibraryState } from './library-model';
import { type ListFocus, useListFocus } from './list-focus';

export interface LibraryParts {
  field: RefObject<HTMLInputElement | null>;
  scroller: RefObject<HTMLElement | null>;
  root: RefObject<HTMLDivElement | null>;
  detail: RefObject<HTMLElement | null>;
}

export interface LibraryHands {
  focus: ListFocus;
  chosen: ChosenCards;
  /** What is being done to the chosen ones. */
  part: ChosenPart | null;
  setPart(part: ChosenPart | null): void;
  /** Where there is little room, the article covers the list. */
  isReadingOpen: boolean;
  openReading(isOpen: boolean): void;
  cards: CardContext;
}

export function useLibrary(
  state: LibraryState,
  actions: LibraryActions,
  parts: LibraryParts,
  isListening: boolean,
): LibraryHands {
  const choices = useContext(Keys);
  const focus = useListFocus(state.list, parts.scroller, parts.root);
  const chosen = useChosenCards(state.list);
  const [part, setPart] = useState<ChosenPart | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [isReadingOpen, openReading] = useState(false);
  const [entering, setEntering] = useState(0);
  const codesById = useMemo(() => indexCodes(state.codes), [state.codes]);
  const { activeId } = focus;
  const hasChosen = chosen.ids.length > 0;
  const { isTrashed } = state.view;
  const canChange = !state.isReadOnly && !isTrashed;

  useLayoutEffect(() => {
    if (entering > 0) parts.detail.current?.focus();
  }, [entering]);

  function edit(wanted: Editing['part']): void {
    if (activeId === null || isTrashed || !(canChange || wanted === 'history')) return;
    actions.read(activeId);
    openReading(true);
    setEditing({ id: activeId, part: wanted });
  }

  function extend(by: number): void {
    if (activeId === null || state.list === null) return;
    chosen.extendTo(state.list.shownId(state.list.turnOf(activeId) + by) ?? activeId, activeId);
    focus.move(by);
  }

  function remove(): void {
    if (!canChange) return;
    if (hasChosen) {
      actions.removeMany(chosen.ids);
      chosen.clear();
    } else if (activeId !== null && isWithin(parts.root)) actions.remove(activeId);
  }

  function close(): void {
    if (isReadingOpen && isWithin(parts.detail)) {
      openReading(false);
      focus.focus();
    } else if (chosen.ids.length > 0) chosen.clear();
    else if (state.status !== null) actions.dismissStatus();
    else if (state.problem !== null) actions.dismissProblem();
    else openReading(false);
  }

  const commands: Partial<Record<SidebarKeyAction, () => void>> = {
    next: () => focus.move(1),
    previous: () => focus.move(-1),
    'extend-next': () => extend(1),
    'extend-previous': () => extend(-1),
    reveal() {
      if (activeId === null) return;
      actions.read(activeId);
      openReading(true);
      setEntering((before) => before + 1);
    },
    codes: () => (hasChosen && canChange ? setPart('codes') : edit('codes')),
    note: () => (hasChosen && canChange ? setPart('note') : edit('note')),
    history: () => edit('history'),
    select: () => activeId !== null && chosen.toggle(activeId),
    'select-all': chosen.chooseAll,
    delete: remove,
    search: () => parts.field.current?.focus(),
    trash: () => actions.show({ isTrashed: !isTrashed }),
    keys: actions.openSettings,
    // Whether there is a step, the library knows better: what is shown here is a moment old.
    undo: () => !state.isReadOnly && actions.undo(),
    redo: () => !state.isReadOnly && actions.redo(),
    close,
  };
  const latest = useRef({ commands, choices });
  latest.current = { commands, choices };

  // Before anything is shown: the first key after a sheet has closed is heard.
  useLayoutEffect(() => {
    if (!isListening) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = event.defaultPrevented ? null : sidebarKeyAction(event, latest.current.choices);
      const command = asked === null ? undefined : latest.current.commands[asked];
      if (command === undefined) return;
      event.preventDefault();
      command();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isListening]);

  return {
    focus,
    chosen,
    part: hasChosen ? part : null,
    setPart(next) {
      setPart(next);
      if (next === null) focus.focus();
    },
    isReadingOpen,
    openReading(isOpen) {
      openReading(isOpen);
      if (!isOpen) focus.focus();
    },
    cards: {
      state: { ...state, codeFilter: null, awaitedId: null },
      actions: { ...actions, filterByCode: actions.askForCode, ...ofOpenPages },
      codesById,
      activeId: state.read?.annotation.id ?? null,
      editing,
      chosen,
      onActivate: () => undefined,
      onEdit: setEditing,
      onClose(by) {
        setEditing(null);
        if (by === 'key') focus.focus();
      },
      onChoosePlace: () => undefined,
    },
  };
}

/** What only a page that is open can do: a card here has no place. */
const ofOpenPages = {
  revealPlace: () => undefined,
  awaitPlace: () => undefined,
  stopAwaiting: () => undefined,
};

function isWithin(root: RefObject<HTMLElement | null>): boolean {
  return root.current?.contains(document.activeElement) ?? false;
}
