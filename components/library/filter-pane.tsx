/** The left of the library's page: everything or the trash, saved searches, and what can be asked for by a press. */

import { useMemo } from 'preact/hooks';
import { type Filter, isFiltered } from '../../core/library-filters';
import type { GradeToSee } from '../../core/query/graded';
import { type MessageKey, useStrings } from '../strings';
import { CodeFilter } from './code-filter';
import { FacetList } from './facet-list';
import type { LibraryActions, LibraryState } from './library-model';
import { SavedList } from './saved-list';

const gradeNames: Readonly<Record<GradeToSee, MessageKey>> = {
  lost: 'facet_lost',
  ambiguous: 'facet_ambiguous',
  changed: 'facet_changed',
  moved: 'facet_moved',
};

interface FilterPaneProps {
  state: Pick<
    LibraryState,
    | 'view'
    | 'query'
    | 'facets'
    | 'allCodes'
    | 'counts'
    | 'saved'
    | 'isReadOnly'
    | 'keptCount'
    | 'trashedCount'
  >;
  actions: Pick<LibraryActions, 'show' | 'turnFilter' | 'saveSearch' | 'showSaved' | 'removeSaved'>;
}

export function FilterPane({ state, actions }: FilterPaneProps) {
  const t = useStrings();
  const { query, facets, view } = state;
  // Words alone press no filter: what stands here is not drawn again at each key.
  const fields = query.filter(({ field }) => field !== 'any');
  const asked = useMemo(() => fields, [JSON.stringify(fields)]);
  const isOn = (filter: Filter) => isFiltered(asked, filter);
  const codeCounts = facets?.codes ?? state.counts;
  const notes = { kind: 'note' } as const;
  const shelf = (isTrashed: boolean, name: string, count: number) => (
    <button
      type="button"
      class="filter-row"
      aria-current={view.isTrashed === isTrashed ? 'true' : undefined}
      onClick={() => actions.show({ isTrashed })}
    >
      <span class="filter-name">{name}</span>
      <span class="filter-count">{count}</span>
    </button>
  );
  const codes = useMemo(
    () =>
      state.allCodes.length > 0 && (
        <section class="facets">
          <h2>{t('codes')}</h2>
          <CodeFilter codes={state.allCodes} counts={codeCounts} query={asked} onTurn={actions.turnFilter} />
        </section>
      ),
    [asked, state.allCodes, codeCounts],
  );
  const values = useMemo(
    () =>
      facets !== null && (
        <>
          <FacetList
            heading={t('facet_outlets')}
            facets={facets.outlets}
            isOn={(name) => isOn({ kind: 'outlet', name })}
            onTurn={(name) => actions.turnFilter({ kind: 'outlet', name })}
          />
          <FacetList
            heading={t('facet_months')}
            facets={facets.months}
            isOn={(month) => isOn({ kind: 'month', month })}
            onTurn={(month) => actions.turnFilter({ kind: 'month', month })}
          />
          <FacetList
            heading={t('facet_grades')}
            facets={facets.grades}
            isOn={(grade) => isOn({ kind: 'grade', grade })}
            nameOf={(grade) => t(gradeNames[grade])}
            onTurn={(grade) => actions.turnFilter({ kind: 'grade', grade })}
          />
          <FacetList
            heading={t('facet_languages')}
            facets={facets.languages}
            isOn={(tag) => isOn({ kind: 'language', tag })}
            nameOf={languageName}
            onTurn={(tag) => actions.turnFilter({ kind: 'language', tag })}
          />
        </>
      ),
    [asked, facets],
  );
  return (
    <nav class="library-filters" aria-label={t('library_filters')}>
      <section class="facets">
        {shelf(false, t('view_everything'), state.keptCount)}
        {shelf(true, t('trash'), state.trashedCount)}
        {facets !== null && (facets.noted > 0 || isOn(notes)) && (
          <button
            type="button"
            class="filter-row"
            aria-pressed={isOn(notes) ? 'true' : 'false'}
            onClick={() => actions.turnFilter(notes)}
          >
            <span class="filter-name">{t('facet_noted')}</span>
            <span class="filter-count">{facets.noted}</span>
          </button>
        )}
      </section>
      <SavedList state={state} actions={actions} />
      {codes}
      {values}
    </nav>
  );
}

/** In the language of the interface; the tag itself where nobody knows it. */
function languageName(tag: string): string {
  try {
    return (
      new Intl.DisplayNames(document.documentElement.lang || undefined, { type: 'language' }).of(tag) ?? tag
    );
  } catch {
    return tag;
  }
}
