/** A Markdown document of the annotations, article by article, for note takers. */

import type { Archive } from '../archive';
import { pathMark } from '../code';
import { markdownLine, markdownLines, markdownLink, yamlText } from './markdown-text';
import { type ExportRow, exportRows } from './rows';

/** What stands before codes and note, in the reader's language and with the colon of it. */
export interface MarkdownLabels {
  codes: string;
  note: string;
}

const englishLabels: MarkdownLabels = { codes: 'Codes: ', note: 'Note: ' };

/** Articles in the order of `exportRows`; with a single article its metadata stands on top as YAML. May be empty. */
export function toMarkdown(archive: Archive, labels: MarkdownLabels = englishLabels): string {
  const articles = [...Map.groupBy(exportRows(archive), ({ articleId }) => articleId).values()];
  const blocks = articles.flatMap((rows) => [
    ...articleBlocks(rows),
    ...rows.flatMap((row) => annotationBlocks(row, labels)),
  ]);
  const [first] = articles;
  const [row] = first ?? [];
  if (articles.length === 1 && row !== undefined) blocks.unshift(frontMatter(row, firstCapture(first ?? [])));
  return blocks.map((block) => `${block}\n`).join('\n');
}

/** An article whose text has changed was kept several times. */
function firstCapture(rows: readonly ExportRow[]): string | null {
  const captures = rows.map(({ captured }) => captured).filter((captured) => captured !== null);
  return captures.sort()[0] ?? null;
}

function frontMatter(row: ExportRow, captured: string | null): string {
  const fields: [string, string | null][] = [
    ['title', row.title],
    ['url', row.url],
    ['outlet', row.outlet],
    ['source', row.source],
    ['published', row.published],
    ['language', row.language],
    ['section', row.section],
    ['captured', captured],
  ];
  const lines = fields.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${yamlText(value)}`]));
  if (row.authors.length > 0) lines.push(`authors: [${row.authors.map(yamlText).join(', ')}]`);
  return ['---', ...lines, '---'].join('\n');
}

function articleBlocks([row]: readonly ExportRow[]): string[] {
  if (row === undefined) return [];
  const title = markdownLine(row.title ?? '');
  const facts = [row.outlet ?? '', row.authors.join(', '), row.published ?? ''].map(markdownLine);
  const line = [...facts, markdownLink(row.url) ?? ''].filter((fact) => fact !== '').join(' · ');
  return [`## ${title === '' ? markdownLine(row.url) : title}`, line].filter((block) => block !== '');
}

/** The quote is a block of its own: emphasis beside Chinese characters is not closed by CommonMark. */
function annotationBlocks(row: ExportRow, labels: MarkdownLabels): string[] {
  const quote = markdownLines(row.quote).map((line) => `> ${line}`);
  const codes = row.codes.map(({ path }) => markdownLine(path.join(pathMark)));
  const note = markdownLines(row.note);
  const blocks = [quote.length === 0 ? '>' : quote.join('\n>\n')];
  if (codes.length > 0) blocks.push(labels.codes + codes.join(' · '));
  if (note.length > 0) blocks.push(labels.note + note.join('\n\n'));
  return blocks;
}
