/** Makes the files that the sidebar exports, and their first lines for the preview. */

import type { ExportChoice, ExportFormat } from '../../components/sidebar-model';
import { type Archive, serializeArchive } from '../../core/archive';
import { toExcelCsv } from '../../core/export/csv';
import { exportFileName } from '../../core/export/file-name';
import { toMarkdown } from '../../core/export/markdown';
import { narrowArchive } from '../../core/narrow-archive';
import { askedQuery } from '../../core/query/asked-query';
import { createMatcher } from '../../core/query/scan';
import { saveFile } from '../../platform/save-file';
import { translate } from '../../platform/translate';
import { readArchive } from '../../store/archive';
import type { Store } from '../../store/open-store';
import type { Facts } from './facts';

interface Format {
  extension: string;
  type: string;
  write(archive: Archive): string;
}

const formats: Readonly<Record<ExportFormat, Format>> = {
  archive: { extension: 'json', type: 'application/json', write: serializeArchive },
  csv: { extension: 'csv', type: 'text/csv', write: toExcelCsv },
  markdown: { extension: 'md', type: 'text/markdown', write: inOurWords },
};

function inOurWords(archive: Archive): string {
  return toMarkdown(archive, { codes: translate('markdown_codes'), note: translate('markdown_note') });
}

const previewLines = 12;

export async function previewExport(store: Store, facts: Facts, choice: ExportChoice): Promise<string> {
  const { write } = formats[choice.format];
  return write(await chosenArchive(store, facts, choice))
    .split('\n', previewLines)
    .join('\n');
}

/** @returns the name of the file that was handed to the browser */
export async function exportFile(store: Store, facts: Facts, choice: ExportChoice): Promise<string> {
  const { extension, type, write } = formats[choice.format];
  const archive = await chosenArchive(store, facts, choice);
  const title = choice.scope === 'article' ? facts.library.article?.metadata.title?.value : undefined;
  const day = archive.exported.slice(0, 10);
  const name = exportFileName(`Pressmark ${title ?? ''} ${day}`, extension);
  saveFile(name, type, write(archive));
  return name;
}

async function chosenArchive(store: Store, facts: Facts, { scope, ids }: ExportChoice): Promise<Archive> {
  const { article, codes } = facts.library;
  if (scope === 'chosen') return narrowArchive(await readArchive(store, 'everything'), new Set(ids));
  const isArticle = scope === 'article' || (scope === 'search' && facts.wish.view === 'article');
  const archive = await readArchive(
    store,
    isArticle && article !== null ? { articleId: article.id } : 'everything',
  );
  // Nothing of this article was ever kept: that is nothing, not everything.
  if (isArticle && article === null) return narrowArchive(archive, new Set());
  if (scope !== 'search') return archive;
  const isAsked = createMatcher(askedQuery(facts.wish, codes), codes);
  const articles = new Map(archive.articles.map((known) => [known.id, known]));
  const matching = archive.annotations.filter(
    (annotation) =>
      annotation.deleted === null && isAsked(annotation, articles.get(annotation.articleId) ?? null),
  );
  return narrowArchive(archive, new Set(matching.map(({ id }) => id)));
}
