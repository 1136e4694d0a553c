/** What tables cannot carry, counted. */

import { isCutCell } from './excel-cell';
import type { ExportOptions, ExportSource, Loss } from './source';
import { annotationColumns } from './table-columns';
import { tableRows } from './table-rows';

interface Limits {
  /** Whether cells are cut at what Excel takes. */
  isCut: boolean;
  /** Whether the codebook and all addresses of the articles stand in tables of their own. */
  hasOtherTables: boolean;
}

export async function tableLosses(
  source: ExportSource,
  { coder, hasTexts }: ExportOptions,
  { isCut, hasOtherTables }: Limits,
): Promise<Loss[]> {
  const texts = annotationColumns(source.variables).filter(({ kind }) => kind === 'text');
  const textual = new Set<string>();
  const manyAddresses = new Set<string>();
  let cut = 0;
  let unplaced = 0;
  for await (const row of tableRows(source, { coder })) {
    const { annotation, article, position, textSha256 } = row;
    if (isCut && texts.some(({ cellOf }) => isCutCell(cellOf(row)))) cut += 1;
    if (annotation.target.position !== null && position === null) unplaced += 1;
    if (hasTexts && textSha256 !== null) textual.add(article.id);
    if (article.addresses.length > 1) manyAddresses.add(article.id);
  }
  const defined = source.codes.filter(
    ({ definition, examples }) => (definition ?? '') !== '' || (examples ?? []).length > 0,
  );
  const losses: Loss[] = [
    { what: 'lost-place', count: unplaced },
    { what: 'end-of-text', count: cut },
    { what: 'text', count: textual.size },
    { what: 'addresses', count: hasOtherTables ? 0 : manyAddresses.size },
    { what: 'definition', count: hasOtherTables ? 0 : defined.length },
  ];
  return losses.filter(({ count }) => count > 0);
}
