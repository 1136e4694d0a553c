// @vitest-environment jsdom
/** Tables in jsdom, which has no layout: what they say, what each part opens, and what a choice asks for. */

import { expect, test, vi } from 'vitest';
import {
  countWish,
  type TablesActions,
  type TablesChoice,
  type TablesState,
  usualChoice,
} from '../../../components/tables/tables-model';
import { TablesView } from '../../../components/tables/tables-view';
import { parseQuery } from '../../../core/query/parse-query';
import type { CrossTable, TableItem } from '../../../core/tables/cross-table';
import type { KeywordLines } from '../../../core/tables/table-wish';
import { click, mount, named, press } from '../mount';

function item(key: string, label: string, query: string | null, over: Partial<TableItem> = {}): TableItem {
  return { key, label, facts: [label], query: query === null ? null : parseQuery(query), total: 9, ...over };
}

const columns = [
  item('c1', '主体', 'code:"/主体"', { colour: 'green' }),
  item('c2', '主体/区委', 'code:"/主体/区委"'),
];

function aTable(over: Partial<CrossTable> = {}): CrossTable {
  return {
    kind: 'outlet',
    facts: ['outlet'],
    rows: [item('静安报', '静安报', 'outlet:"静安报"'), item('', '', null)],
    columns,
    counts: Uint32Array.of(3, 0, 2, 1),
    ...over,
  };
}

const times = aTable({
  kind: 'time',
  facts: ['published'],
  rows: [
    item('2024-01', '2024-01', 'after:2024-01 before:2024-02'),
    item('2024-02', '2024-02', 'after:2024-02 before:2024-03'),
    item('', '', null),
  ],
  counts: Uint32Array.of(3, 0, 2, 1, 4, 4),
});

const keywords: KeywordLines = {
  lines: [
    { articleId: 'a1', annotationId: 'n1', start: 3, before: '全区', keyword: '经济', after: '稳中向好' },
    { articleId: 'a2', annotationId: null, start: 9, before: '=the ', keyword: '經濟', after: ' grew' },
  ],
  isCut: true,
  articles: new Map([
    ['a1', { title: '甲', outlet: '静安报', language: 'zh-CN' }],
    ['a2', { title: '乙', outlet: '', language: null }],
  ]),
};

async function show(over: Partial<TablesState>, choice: Partial<TablesChoice> = {}) {
  const actions = {
    choose: vi.fn<TablesActions['choose']>(),
    onOpen: vi.fn<TablesActions['onOpen']>(),
    saveCsv: vi.fn<TablesActions['saveCsv']>(),
  };
  const state: TablesState = {
    choice: { ...usualChoice, kind: 'outlet', ...choice },
    base: parseQuery('稳中'),
    table: null,
    keywords: null,
    isBusy: false,
    ...over,
  };
  await mount(<TablesView state={state} actions={actions} />);
  return actions;
}

const cells = () => [...document.querySelectorAll('[data-cell]')].map(({ textContent }) => textContent);

test('each number says what it counts, and opens it within what the library shows', async () => {
  const { onOpen } = await show({ table: aTable() });
  expect(cells()).toEqual(['3', '0', '2', '1']);
  await click(named('button', '3: 静安报, 主体'));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('稳中 outlet:"静安报" code:"/主体"');
});

test('a number that is 0, or that no query can say, opens nothing', async () => {
  const { onOpen } = await show({ table: aTable() });
  await click(named('button', '0: 静安报'));
  await click(named('button', '2: No outlet, 主体'));
  expect(onOpen).not.toHaveBeenCalled();
});

test('one cell is reached by Tab, and arrows go to the others, stopping at the ends', async () => {
  await show({ table: aTable() });
  const stops = [...document.querySelectorAll<HTMLElement>('[data-cell]')].filter(
    ({ tabIndex }) => tabIndex === 0,
  );
  expect(stops.map((cell) => cell.getAttribute('data-cell'))).toEqual(['0 0']);
  stops[0]?.focus();
  const reached = () => document.activeElement?.getAttribute('data-cell');
  for (const [key, cell] of [
    ['ArrowRight', '0 1'],
    ['ArrowRight', '0 1'],
    ['ArrowDown', '1 1'],
    ['Home', '1 0'],
    ['ArrowUp', '0 0'],
    ['End', '0 1'],
  ] as const) {
    await press(key);
    expect(reached(), key).toBe(cell);
  }
  await press('Home', { ctrlKey: true });
  expect(reached()).toBe('0 0');
});

test('0 and 1 stand on the screen and in the file instead of counts', async () => {
  const { saveCsv } = await show({ table: aTable() }, { isBinary: true });
  expect(cells()).toEqual(['1', '0', '1', '1']);
  await click(named('button', 'Save as CSV'));
  expect(saveCsv).toHaveBeenCalledExactlyOnceWith(
    'Codes by outlet data',
    'outlet,annotations,主体,主体/区委\n静安报,9,1,0\n,9,1,1\n',
  );
});

test('every matrix has a heat map that names itself and leaves no cell out', async () => {
  for (const kind of ['article', 'outlet', 'pairs'] as const) {
    await show({ table: aTable({ kind }) }, { kind });
    await vi.waitFor(() => expect(document.querySelectorAll('.heat')).toHaveLength(3));
    expect(document.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toContain(
      'the table below says the same',
    );
  }
});

test.each([
  ['lines', 'path', 2],
  ['bars', 'rect', 3],
] as const)('codes over time are drawn as %s, without what has no date', async (plot, drawn, count) => {
  const apart = columns.map((column) => ({ ...column, query: parseQuery(`only:"/${column.label}"`) }));
  await show({ table: { ...times, columns: apart } }, { kind: 'time', plot });
  expect(document.querySelectorAll(`[role="img"] .series ${drawn}`)).toHaveLength(count);
  expect([...document.querySelectorAll('.legend li')].map(({ textContent }) => textContent)).toEqual([
    '主体',
    '主体/区委',
  ]);
  expect(cells()).toHaveLength(6);
});

test('keywords stand in their context, and each opens its annotation, or its article', async () => {
  const { onOpen, saveCsv } = await show(
    { keywords },
    { kind: 'keywords', keywords: { ...usualChoice.keywords, words: '经济' } },
  );
  const rows = [...document.querySelectorAll('.keywords tbody tr')].map(({ children }) =>
    [...children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    ['全区', '经济', '稳中向好', '甲'],
    ['=the ', '經濟', ' grew', '乙'],
  ]);
  await click(named('button', '经济'));
  await click(named('button', '經濟'));
  expect(onOpen.mock.calls).toEqual([['id:n1'], ['id:a2']]);
  await click(named('button', 'Save for Excel'));
  expect(saveCsv.mock.lastCall?.[1]).toContain(`a2,乙,,"'=the ",經濟," grew"\r\n`);
  expect(document.body.textContent).toContain('The first 2 are shown.');
});

test('choices are handed on, and say what is to be counted', async () => {
  const { choose } = await show({ table: aTable() });
  await click(named('nav button', 'Codes together'));
  expect(choose).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'pairs' }));
  await click(named('label', 'Count under upper codes').querySelector('input') ?? document.body);
  expect(choose).toHaveBeenLastCalledWith(expect.objectContaining({ isRolledUp: false }));
  expect(countWish({ ...usualChoice, kind: 'pairs', within: 'words' })).toEqual({
    kind: 'pairs',
    within: 'words',
    isRolledUp: true,
  });
  expect(countWish({ ...usualChoice, kind: 'keywords' })).toBeNull();
});

test('while nothing is counted yet it says so, and so it does where there is nothing', async () => {
  await show({});
  expect(document.querySelector('[role="status"]')?.textContent).toBe('Counting…');
  await show({ table: aTable({ rows: [], counts: new Uint32Array() }) });
  expect(document.body.textContent).toContain('There is nothing to count.');
  await show({}, { kind: 'keywords' });
  expect(document.body.textContent).toContain('Type a word');
});

test('a table of another kind than the chosen one is not shown under its name', async () => {
  await show({ table: aTable() }, { kind: 'article' });
  expect(cells()).toEqual([]);
});

test('the picture says what it leaves out, and not that it leaves out nothing', async () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => item(`r${at}`, `r${at}`, null));
  const wide = (count: number) =>
    Array.from({ length: count }, (_, at) => item(`c${at}`, `c${at}`, 'code:"/c"'));
  for (const [rowCount, columnCount, words] of [
    [31, 2, 'Rows with less, not in the picture: 1'],
    [2, 22, 'Columns with less, not in the picture: 2'],
    [31, 22, 'With less, not in the picture: rows 1, columns 2'],
  ] as const) {
    const counts = new Uint32Array(rowCount * columnCount).fill(1);
    await show({ table: aTable({ rows: rows(rowCount), columns: wide(columnCount), counts }) });
    expect(document.querySelector('figcaption')?.textContent).toBe(words);
  }
});
