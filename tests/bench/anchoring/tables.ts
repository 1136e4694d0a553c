/** Sets the bench's figures as tables of plain text. */

import { percent, type RecallRow, rightOrphans, tally } from './tally';

/** Columns as wide as their widest cell; the first is set left, the others right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], isText = false): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  return all
    .map((row) =>
      head
        .map((_, column) => {
          const cell = row[column] ?? '';
          const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
          return column === 0 || isText ? cell + space : space + cell;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Chinese characters are two columns wide. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u3000-\u9fff\uff00-\uff60]/u.test(character) ? 2 : 1),
    0,
  );
}

/** An empty cell of nothing. */
export function share(value: number | null, digits = 2): string {
  return value === null ? '–' : value.toFixed(digits);
}

const recallHead = [
  'there',
  'right %',
  'part %',
  'wrong %',
  'lost %',
  'gone',
  'painted %',
  'orphans right %',
];

/** One line for each mutation, and their sum. */
export function recallTable(
  title: string,
  rows: readonly RecallRow[],
  engine: string,
  mutations: readonly string[],
): string {
  const lines = mutations.map((mutation) =>
    recallLine(
      mutation,
      rows.filter(({ m }) => m === mutation),
      engine,
    ),
  );
  const all = rows.filter(({ m }) => mutations.includes(m));
  return table([title, ...recallHead], [...lines, recallLine('all of these', all, engine)]);
}

/** One line for each group of rows. */
export function groupTable(
  title: string,
  groups: readonly { name: string; rows: readonly RecallRow[]; engine: string }[],
): string {
  return table(
    [title, ...recallHead, 'bytes each'],
    groups.map(({ name, rows, engine }) => {
      const { bytes, records } = tally(rows, engine);
      return [...recallLine(name, rows, engine), records === 0 ? '–' : (bytes / records).toFixed(0)];
    }),
  );
}

function recallLine(name: string, rows: readonly RecallRow[], engine: string): string[] {
  const sum = tally(rows, engine);
  return [
    name,
    String(sum.here),
    share(percent(sum.right, sum.here)),
    share(percent(sum.part, sum.here)),
    share(percent(sum.wrong, sum.here)),
    share(percent(sum.lost, sum.here)),
    String(sum.gone),
    share(percent(sum.painted, sum.gone)),
    share(rightOrphans(sum)),
  ];
}
