/** The library's page: filters, the list of what is found, and the article of the chosen annotation side by side. */

import { useMemo, useRef, useState } from 'preact/hooks';
import { createMarker } from '../../core/query/marks';
import { ChosenBar } from '../chosen-bar';
import { ExportRunSheet } from '../export-run';
import { ExportSheet } from '../export-sheet';
import { AnnotationFiles, Footer } from '../footer';
import { ImportSheet } from '../import-sheet';
import { ProblemBanner } from '../problem-banner';
import { StatusLine } from '../status-line';
import { useStrings } from '../strings';
import { ChosenTrash } from './chosen-trash';
import { DetailPane } from './detail-pane';
import { FilterPane } from './filter-pane';
import { LibraryList } from './library-list';
import type { LibraryActions, LibraryState } from './library-model';
import { ListHead } from './list-head';
import type { RowContext } from './list-row';
import { NothingListed } from './nothing-listed';
import { useLibrary } from './use-library';

interface LibraryProps {
  state: LibraryState;
  actions: LibraryActions;
}

export function Library({ state, actions }: LibraryProps) {
  const t = useStrings();
  const field = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  const [isExporting, setExporting] = useState(false);
  const [areFiltersOpen, openFilters] = useState(false);
  const hasSheet = isExporting || state.importReport !== null;
  const { focus, chosen, part, setPart, isReadingOpen, openReading, cards } = useLibrary(
    state,
    actions,
    { field, scroller, root, detail },
    !hasSheet,
  );
  const mark = useMemo(() => createMarker(state.query), [state.query]);
  const uses = useMemo(
    () => (chosen.ids.length === 0 ? noUses : (state.list?.codeUses(chosen.has) ?? noUses)),
    [chosen.ids, state.list],
  );
  const exportCounts = {
    article: 0,
    search: state.list?.found ?? 0,
    everything: state.keptCount,
  };

  const context: RowContext = {
    mark,
    codesById: cards.codesById,
    chosen,
    activeId: focus.activeId,
    showsArticle: !state.view.isGrouped,
    daysLeft: state.view.isTrashed ? state.daysLeft : null,
    onActivate(id, isPressed) {
      focus.activate(id);
      actions.read(id);
      if (isPressed) openReading(true);
    },
    onRestore: (id) => actions.restore([id]),
    onTurn: actions.turnArticle,
  };

  const filters = useMemo(
    () => <FilterPane state={state} actions={actions} />,
    [
      state.view,
      state.query,
      state.facets,
      state.allCodes,
      state.counts,
      state.saved,
      state.keptCount,
      state.trashedCount,
    ],
  );

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
  if (isExporting) {
    return (
      <ExportSheet
        state={{
          exportCounts,
          view: 'everything',
          search: state.view.query,
          codeFilter: null,
          settings: state.settings,
        }}
        actions={actions}
        chosenIds={chosen.ids}
        hasArticle={false}
        onClose={() => setExporting(false)}
      />
    );
  }
  return (
    <main
      class="library"
      data-filters={areFiltersOpen}
      data-reading={isReadingOpen && state.read !== null}
      data-tables={state.view.isTables}
    >
      <h1 class="unseen">{t('library_title')}</h1>
      {filters}
      <div class="library-middle">
        <ListHead
          state={state}
          actions={actions}
          field={field}
          areFiltersOpen={areFiltersOpen}
          onFilters={() => openFilters(!areFiltersOpen)}
          onLeaveField={focus.focus}
        />
        {state.isReadOnly && <p class="banner">{t('read_only')}</p>}
        {state.problem !== null && (
          <ProblemBanner problem={state.problem} onDismiss={actions.dismissProblem} />
        )}
        <div ref={scroller} class="library-scroll">
          {state.tables ?? (
            <>
              <NothingListed state={state} actions={actions} />
              <LibraryList state={state} actions={actions} root={root} context={context} />
            </>
          )}
        </div>
        <div class="bottom">
          {chosen.ids.length > 0 &&
            (state.view.isTrashed ? (
              <ChosenTrash chosen={chosen} actions={actions} isReadOnly={state.isReadOnly} />
            ) : (
              <ChosenBar
                chosen={chosen}
                uses={uses}
                isAllChosen={chosen.ids.length === state.list?.shownIds.length}
                part={part}
                state={state}
                actions={actions}
                onPart={setPart}
                onExport={() => setExporting(true)}
              />
            ))}
          <StatusLine status={state.status} onUndo={actions.undo} onDismiss={actions.dismissStatus} />
          <Footer state={state} actions={actions}>
            <AnnotationFiles
              state={{ isReadOnly: state.isReadOnly, exportCounts, view: 'everything' }}
              actions={actions}
              onExport={() => setExporting(true)}
            />
          </Footer>
        </div>
      </div>
      <DetailPane state={state} context={cards} root={detail} onClose={() => openReading(false)} />
    </main>
  );
}

const noUses: ReadonlyMap<string, number> = new Map();
