/** What a REFI-QDA project cannot carry of a set of annotations. */

import { writableXml } from '../codebook-file/xml-text';
import { articleSources } from '../refi-qda/article-sources';
import { nameColumns } from '../refi-qda/write-project';
import type { ExportOptions, ExportSource, Loss } from './source';

/** Nothing of what it lists comes back from the file; everything else does. */
export async function qdpxLosses(source: ExportSource, { hasTexts }: ExportOptions): Promise<Loss[]> {
  const counts = new Map<Loss['what'], number>();
  const count = (what: Loss['what'], by: number) => counts.set(what, (counts.get(what) ?? 0) + by);
  const columns = nameColumns(source.variables);
  const known = new Set(source.variables.map(({ id }) => id));
  const renamed = source.variables.filter(({ id, name }) => columns.get(id) !== name);
  count('variables', renamed.length);
  count('code-settings', source.codes.filter(({ shortcut, archived }) => shortcut ?? archived).length);
  for await (const one of source.articles()) {
    const { article } = one;
    const { sources, placeless } = articleSources(one, hasTexts);
    count('lost-place', placeless.length);
    count('text', sources[0]?.snapshot === null && article.snapshot !== null ? 1 : 0);
    count('variables', Object.keys(article.variables ?? {}).some((id) => !known.has(id)) ? 1 : 0);
    count('metadata', 1);
    for (const annotation of one.annotations) {
      const { target, note, created, modified, deleted } = annotation;
      count('trash', Number(deleted !== null));
      count('prefix-and-suffix', Number(target.quote.prefix + target.quote.suffix !== ''));
      count('note', Number(note !== writableXml(note)));
      count('page-place', Number(target.range !== null));
      count('addresses', Number(target.source !== article.addresses[0]));
      count('times', Number(hasFraction(created) || hasFraction(modified)));
    }
  }
  return Array.from(counts, ([what, number]) => ({ what, count: number })).filter((loss) => loss.count > 0);
}

function hasFraction(time: string): boolean {
  return new Date(time).getUTCMilliseconds() !== 0;
}
