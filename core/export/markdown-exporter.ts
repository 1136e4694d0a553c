/** Markdown for note takers: one document, article by article, by a template that a person can edit. */

import { markdownFields, markdownValues } from './markdown-fields';
import { plainTemplate } from './markdown-templates';
import { markdownLines, yamlText } from './markdown-text';
import { createTags } from './obsidian-tag';
import { type QuotedArticle, quotedArticles } from './quoted-articles';
import { readerLosses } from './reader-losses';
import { readerWords } from './reader-words';
import type { Exporter, ExportOptions, ExportSource } from './source';
import { fillTemplate, parseTemplate, type WriteField } from './template';

export const markdownExporter: Exporter = markdownBy(plainTemplate);

/** @throws TemplateError naming the line of the first mistake */
export function markdownBy(template: string): Exporter {
  const fill = markdownFiller(template);
  return {
    extension: 'md',
    mediaType: 'text/markdown',
    async *write(source, options) {
      const isAlone = source.articleCount === 1;
      for await (const article of quotedArticles(source)) yield fill(article, source, options, isAlone);
    },
    losses: (source, options) => readerLosses(source, options, ['note']),
  };
}

export type FillArticle = (
  article: QuotedArticle,
  source: ExportSource,
  options: ExportOptions,
  isAlone: boolean,
) => string;

/** One article by a template, ending in a single blank line. @throws TemplateError naming the line of the first mistake */
export function markdownFiller(template: string): FillArticle {
  const nodes = parseTemplate(template, markdownFields, ['yaml']);
  const tagOf = createTags();
  return (article, { variables }, { coder, language }, isAlone) => {
    const words = readerWords(language);
    const values = markdownValues(article, { words, coder, variables, isAlone, tagOf });
    return `${fillTemplate(nodes, values, writeField).trimEnd()}\n\n`;
  };
}

const writeField: WriteField = (value, { type, filter }, line) => {
  if (filter === 'yaml')
    return typeof value === 'string' ? yamlText(value) : `[${value.map(yamlText).join(', ')}]`;
  const text = typeof value === 'string' ? value : value.join(' · ');
  if (type === 'markup') return text;
  return markdownLines(text).join(`\n${blockStart(line).trimEnd()}\n${blockStart(line)}`);
};

/** What each further paragraph needs in front to stay in the quote or list of the first. */
function blockStart(line: string): string {
  const [start = ''] = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?[\s>]*/u.exec(line) ?? [];
  return start.replace(/[^\s>]/gu, ' ');
}
