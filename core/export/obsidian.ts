/** Obsidian: a note for each article, by a template that a person can edit, in one zip to unpack into a vault. */

import type { Article } from '../article';
import { oneLine } from '../citation/citation-item';
import { writeZip, type ZipEntry } from '../zip/write-zip';
import { exportFileName } from './file-name';
import { markdownFiller } from './markdown-exporter';
import { obsidianTemplate } from './markdown-templates';
import { quotedArticles } from './quoted-articles';
import { readerLosses } from './reader-losses';
import type { Exporter, ExportOptions, ExportSource } from './source';

export const obsidianExporter: Exporter = obsidianBy(obsidianTemplate);

/** @throws TemplateError naming the line of the first mistake */
export function obsidianBy(template: string): Exporter {
  return {
    extension: 'zip',
    mediaType: 'application/zip',
    write: (source, options) => writeZip(zipEntries(obsidianNotes(source, options, template))),
    losses: (source, options) => readerLosses(source, options, ['note']),
  };
}

export interface ObsidianNote {
  /** Of the file, with its extension; no two are the same, on systems that do not tell capitals apart either. */
  name: string;
  text: string;
}

/** @throws TemplateError naming the line of the first mistake */
export async function* obsidianNotes(
  source: ExportSource,
  options: ExportOptions,
  template: string = obsidianTemplate,
): AsyncGenerator<ObsidianNote> {
  const fill = markdownFiller(template);
  const counts = new Map<string, number>();
  for await (const { article } of source.articles('bare')) {
    const key = fileName(article).toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for await (const quoted of quotedArticles(source)) {
    const { article } = quoted;
    const name = fileName(article);
    const isShared = (counts.get(name.toLowerCase()) ?? 0) > 1;
    yield {
      name: isShared ? fileName(article, `${article.id}.md`) : name,
      text: fill(quoted, source, options, true),
    };
  }
}

/** The day and the title, or the host of an article without one. */
function fileName({ addresses, metadata }: Article, extension = 'md'): string {
  const [day = ''] = /^\d{4}(?:-\d\d){0,2}/u.exec(metadata.published?.value ?? '') ?? [];
  const title = oneLine(metadata.title?.value ?? '');
  return exportFileName(`${day} ${title === '' ? URL.parse(addresses[0] ?? '')?.host : title}`, extension);
}

async function* zipEntries(notes: AsyncIterable<ObsidianNote>): AsyncGenerator<ZipEntry> {
  for await (const { name, text } of notes) yield { name, parts: [text] };
}
