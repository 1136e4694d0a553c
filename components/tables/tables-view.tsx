/** The tables that researchers report: chosen, shown as numbers and as a picture, and saved as CSV. */

import type { TableItem } from '../../core/tables/cross-table';
import { sortKeywords } from '../../core/tables/keyword-lines';
import { type CsvFlavour, keywordCsv, tableCsv } from '../../core/tables/table-csv';
import { type MessageKey, type Translate, useStrings } from '../strings';
import { BarPlotView } from './bar-plot-view';
import { HeatMapView } from './heat-map-view';
import { KeywordList } from './keyword-list';
import { TableGrid } from './table-grid';
import { TableOptions } from './table-options';
import type { TablesActions, TablesChoice, TablesState } from './tables-model';
import { TimePlotView } from './time-plot-view';

interface TablesViewProps {
  state: TablesState;
  actions: TablesActions;
}

const kinds: Readonly<Record<TablesChoice['kind'], MessageKey>> = {
  article: 'tables_by_article',
  outlet: 'tables_by_outlet',
  time: 'tables_by_time',
  pairs: 'tables_pairs',
  keywords: 'tables_keywords',
};

const corners: Readonly<Record<Exclude<TablesChoice['kind'], 'keywords'>, MessageKey>> = {
  article: 'tables_article',
  outlet: 'field_outlet',
  time: 'field_published',
  pairs: 'code',
};

export function TablesView({ state, actions }: TablesViewProps) {
  const t = useStrings();
  const { choice } = state;
  return (
    <section class="tables" aria-label={t('tables')} aria-busy={state.isBusy}>
      <nav class="row views" aria-label={t('tables')}>
        {Object.entries(kinds).map(([kind, words]) => (
          <button
            key={kind}
            type="button"
            aria-current={choice.kind === kind ? 'true' : undefined}
            onClick={() => isKind(kind) && actions.choose({ ...choice, kind })}
          >
            {t(words)}
          </button>
        ))}
      </nav>
      <TableOptions key={choice.kind} choice={choice} onChoose={actions.choose} />
      {choice.kind === 'keywords' ? (
        <Keywords state={state} actions={actions} />
      ) : (
        <Counts state={state} actions={actions} />
      )}
    </section>
  );
}

function isKind(kind: string): kind is TablesChoice['kind'] {
  return Object.hasOwn(kinds, kind);
}

function Counts({ state: { choice, table, base, isBusy }, actions }: TablesViewProps) {
  const t = useStrings();
  if (table === null || choice.kind === 'keywords' || table.kind !== choice.kind) return <Waiting />;
  if (table.rows.length === 0 || table.columns.length === 0) return <Nothing isBusy={isBusy} />;
  const label = t(kinds[choice.kind]);
  const nameOf = (item: TableItem) => nameOfItem(item, table.kind, t);
  return (
    <>
      <SaveButtons
        onSave={(flavour) =>
          actions.saveCsv(`${label} ${flavour}`, tableCsv(table, flavour, choice.isBinary))
        }
      />
      {choice.kind === 'time' ? (
        <TimePlotView label={label} table={table} kind={choice.plot} />
      ) : (
        <HeatMapView label={label} table={table} isBinary={choice.isBinary} nameOf={nameOf} />
      )}
      <TableGrid
        key={table.kind}
        label={label}
        corner={t(corners[choice.kind])}
        table={table}
        base={base}
        isBinary={choice.isBinary}
        nameOf={nameOf}
        onOpen={actions.onOpen}
      />
    </>
  );
}

function nameOfItem(
  { label }: TableItem,
  kind: 'article' | 'outlet' | 'time' | 'pairs',
  t: Translate,
): string {
  if (label !== '') return label;
  if (kind === 'outlet') return t('tables_no_outlet');
  return kind === 'time' ? t('tables_no_date') : t('untitled');
}

function Keywords({ state: { choice, keywords, isBusy }, actions }: TablesViewProps) {
  const t = useStrings();
  if (choice.keywords.words.trim() === '') return <p class="hint">{t('tables_keywords_next')}</p>;
  if (keywords === null) return <Waiting />;
  if (keywords.lines.length === 0) return <Nothing isBusy={isBusy} />;
  const label = t('tables_keywords');
  const outlets = new Map<string, number>();
  for (const { articleId } of keywords.lines) {
    const outlet = keywords.articles.get(articleId)?.outlet || t('tables_no_outlet');
    outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1);
  }
  const save = (flavour: CsvFlavour) => {
    const titleOf = (id: string) => keywords.articles.get(id)?.title ?? '';
    const text = keywordCsv(sortKeywords(keywords.lines, choice.sort), flavour, titleOf);
    actions.saveCsv(`${label} ${choice.keywords.words} ${flavour}`, text);
  };
  return (
    <>
      <SaveButtons onSave={save} />
      <BarPlotView label={label} counts={outlets} />
      <KeywordList found={keywords} sort={choice.sort} onOpen={actions.onOpen} />
    </>
  );
}

function SaveButtons({ onSave }: { onSave(flavour: CsvFlavour): void }) {
  const t = useStrings();
  return (
    <div class="row">
      <button type="button" class="quiet framed" onClick={() => onSave('data')}>
        {t('tables_save_data')}
      </button>
      <button type="button" class="quiet framed" onClick={() => onSave('excel')}>
        {t('tables_save_excel')}
      </button>
    </div>
  );
}

function Waiting() {
  const t = useStrings();
  return (
    <p class="hint" role="status">
      {t('tables_counting')}
    </p>
  );
}

function Nothing({ isBusy }: { isBusy: boolean }) {
  const t = useStrings();
  return isBusy ? <Waiting /> : <p class="hint">{t('tables_nothing')}</p>;
}
