/** Cells and lines of CSV that no spreadsheet runs as a formula. */

const signs = '[=+\\-@＝＋－＠﹦﹢﹣﹫]';
/** Where a cell begins, and what programs skip there: blanks, quotation marks, and characters that cannot be seen. */
const cellStart = '(?<=(?:^|[;|\\t\\r\\n])[\\s\\p{Cc}\\p{Cf}"]*)';

// A sign that begins a formula, in every width that Unicode has for it. It counts at the start of the cell, and after what
// would begin a cell in a program that takes another separator than the comma: there a `;` or a line break inside our
// quotation marks is not protected by them. A cell that begins with a tab or line break is guarded whatever follows.
// The sign is looked for first, and only then what stands before it: the other way round costs the square of a long
// run of blanks.
const formulaStart = new RegExp(`^(?=[\\t\\r\\n])|(?=${signs})${cellStart}`, 'gu');

/** An apostrophe stands before whatever could begin a formula. */
export function guardFormulas(text: string): string {
  return text.replace(formulaStart, "'");
}

const formulaOrGuard = new RegExp(`^(?='*[\\t\\r\\n])|(?<!')(?='*${signs})${cellStart}`, 'gu');
const guard = new RegExp(`^'(?='*[\\t\\r\\n])|(?<!')'(?='*${signs})(?<=${cellStart}')`, 'gu');

/** As `guardFormulas`, but an apostrophe that looks like a guard gets one of its own: `withoutGuards` gives the very text again. */
export function guardExactly(text: string): string {
  return text.replace(formulaOrGuard, "'");
}

export function withoutGuards(cell: string): string {
  return cell.replace(guard, '');
}

/** RFC 4180, with quotation marks also around what another program could take for a separator. */
export function csvLine(cells: readonly string[], lineEnd = '\r\n'): string {
  const quoted = cells.map((cell) => (/[",;|\s]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return quoted.join(',') + lineEnd;
}
