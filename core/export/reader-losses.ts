/** What formats for readers do not carry, counted. */

import type { ExportArticle, ExportOptions, ExportSource, Loss } from './source';

type What = Loss['what'];

/** Of everything that there is in the source, what stands not in `carried`. @param see is shown each article on the way */
export async function readerLosses(
  source: ExportSource,
  { hasTexts }: ExportOptions,
  carried: readonly What[],
  see: (one: ExportArticle) => void = () => undefined,
): Promise<Loss[]> {
  const counts: Partial<Record<What, number>> = {
    definition: source.codes.filter(
      ({ definition, examples }) => (definition ?? '') !== '' || (examples ?? []).length > 0,
    ).length,
    'codebook-tree': source.codes.filter(({ parentId }) => parentId !== null).length,
    'code-settings': source.codes.filter(({ shortcut, archived }) => (shortcut ?? archived ?? null) !== null)
      .length,
  };
  const count = (what: What, isThere: boolean) => {
    if (isThere) counts[what] = (counts[what] ?? 0) + 1;
  };
  for await (const one of source.articles('without-texts')) {
    const { article, annotations } = one;
    see(one);
    count('addresses', article.addresses.length > 1);
    count(
      'variables',
      Object.values(article.variables ?? {}).some((value) => value !== ''),
    );
    count('text', hasTexts && article.snapshot !== null);
    count('metadata', true);
    for (const { target, codeIds, note } of annotations) {
      count('prefix-and-suffix', target.quote.prefix !== '' || target.quote.suffix !== '');
      count('colour', codeIds.length > 0);
      count('page-place', target.range !== null);
      count('note', note !== '');
      count('times', true);
    }
  }
  return Object.entries(counts)
    .map(([what, number]) => ({ what, count: number }) as Loss)
    .filter((loss) => loss.count > 0 && !carried.includes(loss.what));
}
