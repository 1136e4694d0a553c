/** The sidebar: what is kept of this article, or of everything, found, changed, undone and exported. */

import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { indexCodes } from '../core/code-entry';
import { AboutArticle } from './about-article';
import type { CardContext, Editing } from './annotation-card';
import { ArticleHeader } from './article-header';
import { useCardFocus } from './card-focus';
import { ArticleCards, GroupedCards } from './card-list';
import { EmptyState } from './empty-state';
import { ExportSheet } from './export-sheet';
import { Footer } from './footer';
import { ImportSheet } from './import-sheet';
import { Keys } from './key-choices';
import type { ClosedBy } from './note-editor';
import { ProblemBanner } from './problem-banner';
import { SearchBar } from './search-bar';
import { type SidebarKeyAction, sidebarKeyAction } from './sidebar-keys';
import type { SidebarActions, SidebarState, SidebarView } from './sidebar-model';
import { StatusLine } from './status-line';
import { useStrings } from './strings';

export interface SidebarProps {
  state: SidebarState;
  actions: SidebarActions;
}

export function Sidebar({ state, actions }: SidebarProps) {
  const t = useStrings();
  const choices = useContext(Keys);
  const list = useRef<HTMLElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const shown = useRef<SidebarState['cardInView']>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [isExporting, setExporting] = useState(false);
  const [isLostOpen, setLostOpen] = useState(false);
  const [isAboutOpen, setAboutOpen] = useState(false);
  const codesById = useMemo(() => indexCodes(state.codes), [state.codes]);
  const isArticleView = state.view === 'article';
  const ids = useMemo(
    () =>
      (isArticleView
        ? [...(isLostOpen ? state.lost : []), ...state.unclear, ...state.cards]
        : state.groups.flatMap(({ cards }) => cards)
      ).map(({ id }) => id),
    [isArticleView, isLostOpen, state.lost, state.unclear, state.cards, state.groups],
  );
  const { activeId, activate, focus, move, hold } = useCardFocus(ids, list);
  const hasSheet = isExporting || state.importReport !== null;

  function edit(part: Editing['part']): void {
    if (activeId !== null && !state.isReadOnly) setEditing({ id: activeId, part });
  }

  function closeEditor(by: ClosedBy): void {
    setEditing(null);
    if (by === 'key' && editing !== null) focus(editing.id);
  }

  function close(): void {
    if (state.status !== null) actions.dismissStatus();
    else if (state.problem !== null) actions.dismissProblem();
  }

  const commands: Readonly<Record<SidebarKeyAction, () => void>> = {
    next: () => move(1),
    previous: () => move(-1),
    reveal() {
      if (activeId === null) return;
      // Where the reader has to decide, there is no one place to show yet.
      const candidate = list.current?.querySelector<HTMLElement>('[data-active="true"] .candidate');
      if (candidate === null || candidate === undefined) actions.reveal(activeId);
      else candidate.focus();
    },
    codes: () => edit('codes'),
    note: () => edit('note'),
    place() {
      // Only the open page can tell of a place.
      const shown = isArticleView ? [...state.lost, ...state.unclear, ...state.cards] : [];
      const isOpen = shown.some(({ id, placement }) => id === activeId && placement !== null);
      if (isOpen) edit('place');
    },
    about: () => setAboutOpen(!isAboutOpen),
    search: () => searchField.current?.focus(),
    // Whether there is a step, the library knows better: what is shown here is a moment old.
    undo: () => !state.isReadOnly && actions.undo(),
    redo: () => !state.isReadOnly && actions.redo(),
    delete: () => {
      // Only a card that is visibly chosen: a stray Backspace elsewhere deletes nothing.
      const isChosen = list.current?.contains(document.activeElement) ?? false;
      if (isChosen && activeId !== null && !state.isReadOnly) actions.remove(activeId);
    },
    close,
    keys: actions.openSettings,
    select: nothing,
    'select-all': nothing,
    'extend-next': nothing,
    'extend-previous': nothing,
    codebook: nothing,
    trash: nothing,
    history: nothing,
    variables: nothing,
  };
  const latest = useRef(commands);
  latest.current = commands;

  useEffect(() => {
    if (hasSheet) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? null : sidebarKeyAction(event, choices);
      if (action === null) return;
      event.preventDefault();
      latest.current[action]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [hasSheet, choices]);

  useEffect(() => {
    // Asked for once, and answered when the card is there: it may arrive after the wish to see it.
    const wanted = state.cardInView;
    if (wanted === null || wanted === shown.current) return;
    if (isArticleView && state.lost.some(({ id }) => id === wanted.id)) setLostOpen(true);
    if (!ids.includes(wanted.id)) return;
    shown.current = wanted;
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
      ?.querySelector('.code-picker, .note-editor, .place-editor')
      ?.scrollIntoView?.({ block: 'nearest' });
  }, [editing]);

  if (state.importReport !== null) {
    return (
      <ImportSheet
        report={state.importReport}
        onConfirm={actions.confirmImport}
        onCancel={actions.cancelImport}
      />
    );
  }
  if (isExporting) {
    return <ExportSheet state={state} actions={actions} onClose={() => setExporting(false)} />;
  }

  const context: CardContext = {
    state,
    actions,
    codesById,
    activeId,
    editing,
    onActivate: activate,
    onEdit: setEditing,
    onClose: closeEditor,
    onChoosePlace(id, place) {
      // Its card goes to another list.
      hold(id);
      actions.choosePlace(id, place);
    },
  };
  const isEmpty = isArticleView
    ? state.cards.length + state.unclear.length + state.lost.length === 0
    : state.groups.length === 0;
  return (
    <div class="sidebar">
      <header class="top">
        {isArticleView && state.page.kind === 'article' && (
          <ArticleHeader
            metadata={state.page.metadata}
            counts={state.articleCounts}
            isPaintHidden={state.isPaintHidden}
            isAboutOpen={isAboutOpen}
            siteRule={state.siteRule}
            onHidePaint={actions.hidePaint}
            onRule={actions.ruleSite}
            onAbout={commands.about}
          />
        )}
        {isArticleView && (
          <AboutArticle state={state} actions={actions} isOpen={isAboutOpen} onClose={commands.about} />
        )}
        {!isArticleView && (
          <div class="article-header">
            <h1>{t('view_everything')}</h1>
            <p class="counts">{t('count_kept', String(state.libraryCount))}</p>
          </div>
        )}
        <Views view={state.view} onView={actions.showView} />
        <SearchBar state={state} actions={actions} field={searchField} />
        {state.isReadOnly && <p class="banner">{t('read_only')}</p>}
        {state.problem !== null && (
          <ProblemBanner problem={state.problem} onDismiss={actions.dismissProblem} />
        )}
      </header>
      <main ref={list}>
        {(isEmpty || (isArticleView && state.page.kind === 'off')) && (
          <EmptyState state={state} actions={actions} />
        )}
        {isArticleView ? (
          <ArticleCards
            cards={state.cards}
            unclear={state.unclear}
            lost={state.lost}
            isLostOpen={isLostOpen}
            onToggleLost={setLostOpen}
            context={context}
          />
        ) : (
          <GroupedCards
            groups={state.groups}
            hasMore={state.hasMore}
            onMore={actions.showMore}
            onOpenArticle={actions.openArticle}
            context={context}
          />
        )}
      </main>
      <div class="bottom">
        <StatusLine status={state.status} onUndo={actions.undo} onDismiss={actions.dismissStatus} />
        <Footer state={state} actions={actions} onExport={() => setExporting(true)} />
      </div>
    </div>
  );
}

const nothing = () => undefined;

const views = ['article', 'everything'] as const;

function Views({ view, onView }: { view: SidebarView; onView(view: SidebarView): void }) {
  const t = useStrings();
  return (
    <nav class="row views" aria-label={t('views_label')}>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={view === name ? 'true' : undefined}
          onClick={() => onView(name)}
        >
          {t(`view_${name}`)}
        </button>
      ))}
    </nav>
  );
}
