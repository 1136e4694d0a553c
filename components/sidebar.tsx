/** The sidebar: what is kept of this article, or of everything, and the codebook; found, changed, undone and exported. */

import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AboutArticle } from './about-article';
import { ActionButton } from './action-button';
import { ArticleHeader } from './article-header';
import { ArticleCards, GroupedCards } from './card-list';
import { ChosenBar } from './chosen-bar';
import { codeUses } from './chosen-cards';
import { Codebook } from './codebook';
import { EmptyState } from './empty-state';
import { ExportRunSheet } from './export-run';
import { ExportSheet } from './export-sheet';
import { AnnotationFiles, CodebookFiles, Footer } from './footer';
import { ImportSheet } from './import-sheet';
import { Keys } from './key-choices';
import { OccurrenceSheet } from './occurrence-sheet';
import { ProblemBanner } from './problem-banner';
import { SearchBar } from './search-bar';
import { type SidebarKeyAction, sidebarKeyAction } from './sidebar-keys';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { StatusLine } from './status-line';
import { useStrings } from './strings';
import { Trash, TrashHead } from './trash';
import { useCards } from './use-cards';
import { Views } from './views';

export interface SidebarProps {
  state: SidebarState;
  actions: SidebarActions;
}

export function Sidebar({ state, actions }: SidebarProps) {
  const t = useStrings();
  const choices = useContext(Keys);
  const list = useRef<HTMLElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const [sheet, setSheet] = useState<'export' | 'occurrences' | null>(null);
  const [about, setAbout] = useState<'details' | 'variables' | null>(null);
  const cards = useCards(state, actions, list);
  const { chosen } = cards;
  const isArticleView = state.view === 'article';
  const hasSheet = sheet !== null || state.importReport !== null || state.exportRun !== null;
  const closeSheet = () => setSheet(null);

  const commands: Readonly<Record<SidebarKeyAction, () => void>> = {
    ...cards.commands,
    about: () => setAbout(about === null ? 'details' : null),
    variables: () => isArticleView && setAbout(about === 'variables' ? null : 'variables'),
    codebook: () => actions.showView(state.view === 'codebook' ? 'article' : 'codebook'),
    trash: () => actions.showView(state.view === 'trash' ? 'everything' : 'trash'),
    library: actions.openLibrary,
    keys: actions.openSettings,
    search: () => searchField.current?.focus(),
    // Whether there is a step, the library knows better: what is shown here is a moment old.
    undo: () => !state.isReadOnly && actions.undo(),
    redo: () => !state.isReadOnly && actions.redo(),
    close() {
      if (chosen.ids.length > 0) chosen.clear();
      else if (state.status !== null) actions.dismissStatus();
      else if (state.problem !== null) actions.dismissProblem();
    },
  };
  const latest = useRef({ commands, choices });
  latest.current = { commands, choices };

  // Before anything is shown: the first key after a sheet has closed is heard.
  useLayoutEffect(() => {
    if (hasSheet) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? null : sidebarKeyAction(event, latest.current.choices);
      if (action === null) return;
      event.preventDefault();
      latest.current.commands[action]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [hasSheet]);

  if (state.exportRun !== null) return <ExportRunSheet run={state.exportRun} onEnd={actions.endExport} />;
  if (state.importReport !== null) {
    return (
      <ImportSheet
        report={state.importReport}
        onConfirm={actions.confirmImport}
        onCancel={actions.cancelImport}
      />
    );
  }
  if (sheet === 'export') {
    return <ExportSheet state={state} actions={actions} chosenIds={chosen.ids} onClose={closeSheet} />;
  }
  if (sheet === 'occurrences') {
    const language = state.page.kind === 'article' ? state.page.metadata.language : null;
    return (
      <OccurrenceSheet
        state={state}
        language={language?.value ?? null}
        actions={actions}
        onClose={closeSheet}
      />
    );
  }

  const views = <Views view={state.view} onView={actions.showView} />;
  const notices = <Notices state={state} actions={actions} />;
  const foot = (
    <>
      <StatusLine status={state.status} onUndo={actions.undo} onDismiss={actions.dismissStatus} />
      <Footer state={state} actions={actions}>
        {state.view === 'codebook' ? (
          <CodebookFiles state={state} actions={actions} />
        ) : (
          <AnnotationFiles state={state} actions={actions} onExport={() => setSheet('export')} />
        )}
      </Footer>
    </>
  );

  if (state.view === 'codebook') {
    return (
      <Codebook
        state={state}
        actions={actions}
        filterField={searchField}
        head={views}
        notices={notices}
        foot={foot}
      />
    );
  }
  if (state.view === 'trash') {
    const trash = { items: state.trash, canChange: !state.isReadOnly, actions };
    return (
      <div class="sidebar">
        <header class="top">
          <TrashHead {...trash} />
          {views}
          {notices}
        </header>
        <Trash {...trash} />
        <div class="bottom">{foot}</div>
      </div>
    );
  }

  const isEmpty = isArticleView
    ? state.cards.length + state.unclear.length + state.lost.length === 0
    : state.groups.length === 0;
  const phrase = state.search.trim();
  return (
    <div class="sidebar">
      <header class="top">
        {isArticleView && state.page.kind === 'article' && (
          <ArticleHeader
            metadata={state.page.metadata}
            counts={state.articleCounts}
            isPaintHidden={state.isPaintHidden}
            isAboutOpen={about !== null}
            siteRule={state.siteRule}
            onHidePaint={actions.hidePaint}
            onRule={actions.ruleSite}
            onAbout={commands.about}
          />
        )}
        {isArticleView && (
          <AboutArticle state={state} actions={actions} open={about} onClose={() => setAbout(null)} />
        )}
        {!isArticleView && (
          <div class="article-header">
            <h1>{t('view_everything')}</h1>
            <p class="counts">{t('count_kept', String(state.libraryCount))}</p>
            <span class="about-button">
              <ActionButton
                name={t('library_open')}
                command="sidebar-library"
                icon="library"
                onPress={actions.openLibrary}
              />
              <ActionButton
                name={t('trash')}
                command="sidebar-trash"
                icon="delete"
                onPress={commands.trash}
              />
            </span>
          </div>
        )}
        {views}
        <SearchBar state={state} actions={actions} field={searchField} />
        {isArticleView && phrase !== '' && state.page.kind === 'article' && !state.isReadOnly && (
          <button type="button" class="link" onClick={() => setSheet('occurrences')}>
            {t('phrase_open', phrase)}
          </button>
        )}
        {notices}
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
            isLostOpen={cards.isLostOpen}
            onToggleLost={cards.openLost}
            context={cards.context}
          />
        ) : (
          <GroupedCards
            groups={state.groups}
            hasMore={state.hasMore}
            onMore={actions.showMore}
            onOpenArticle={actions.openArticle}
            context={cards.context}
          />
        )}
      </main>
      <div class="bottom">
        {chosen.ids.length > 0 && (
          <ChosenBar
            chosen={chosen}
            uses={codeUses(cards.shown.filter(({ id }) => chosen.has(id)))}
            isAllChosen={chosen.ids.length === cards.shown.length}
            part={cards.part}
            state={state}
            actions={actions}
            onPart={cards.setPart}
            onExport={() => setSheet('export')}
          />
        )}
        {foot}
      </div>
    </div>
  );
}

function Notices({ state, actions }: SidebarProps) {
  const t = useStrings();
  return (
    <>
      {state.isReadOnly && <p class="banner">{t('read_only')}</p>}
      {state.problem !== null && <ProblemBanner problem={state.problem} onDismiss={actions.dismissProblem} />}
    </>
  );
}
