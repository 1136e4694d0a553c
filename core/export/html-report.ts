/** The HTML report: one file that needs nothing else, to be read, shown and printed; by article or by code. */

import type { Code } from '../code';
import { inTreeOrder } from '../codebook/tree';
import { element, type Html, startTag, together } from './html-element';
import { codesPart } from './html-report-codes';
import {
  articleHead,
  byline,
  codebookItem,
  moment,
  paragraph,
  quoteBlock,
  type ReportVoice,
  titleOf,
} from './html-report-parts';
import { reportPolicy, reportStyle } from './html-report-style';
import { type ReportWords, reportWords } from './html-report-words';
import { type QuotedArticle, quotedArticles } from './quoted-articles';
import { readerLosses } from './reader-losses';
import { readerWords } from './reader-words';
import type { Exporter, ExportOptions, ExportSource, FilePart } from './source';
import { createSpill } from './spill';

/** Each article with its quotes, in the order of its text. */
export const htmlReportExporter: Exporter = reportOf(articlesPart);

/** Each code with its quotes, then the articles that they are from. */
export const htmlReportByCodeExporter: Exporter = reportOf(codesPart);

type ReportPart = (
  source: ExportSource,
  codes: readonly Code[],
  voice: ReportVoice,
) => AsyncGenerator<FilePart>;

function reportOf(part: ReportPart): Exporter {
  return {
    extension: 'html',
    mediaType: 'text/html',
    async *write(source, options) {
      const voice = {
        words: reportWords(options.language),
        reader: readerWords(options.language),
        variables: source.variables,
      };
      yield head(source, options, voice);
      yield* part(source, inOrder(source.codes, voice.reader.language), voice);
      yield '</body>\n</html>\n';
    },
    losses: (source, options) =>
      readerLosses(source, options, [
        'prefix-and-suffix',
        'colour',
        'definition',
        'codebook-tree',
        'note',
        'times',
        'addresses',
        'variables',
      ]),
  };
}

/** The order of the file's language, not of the browser's; codes that stand in a circle come last. */
function inOrder(codes: readonly Code[], language: string): Code[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const byNameAndId = (a: Code, b: Code) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  return [...new Set([...inTreeOrder(codes, byNameAndId), ...codes])];
}

function head(source: ExportSource, { coder }: ExportOptions, { words, reader }: ReportVoice): string {
  const facts = [
    words.quotes(source.annotationCount),
    words.articleCount(source.articleCount),
    words.exported + moment(source.exported),
    coder === '' ? '' : words.coder + coder,
  ];
  const meta = [
    { charset: 'utf-8' },
    { 'http-equiv': 'Content-Security-Policy', content: reportPolicy },
    { name: 'viewport', content: 'width=device-width, initial-scale=1' },
    { name: 'referrer', content: 'no-referrer' },
    { name: 'color-scheme', content: 'light dark' },
  ];
  const title = element(
    'header',
    { id: 'top' },
    element('h1', {}, words.title),
    paragraph('soft', facts.filter((fact) => fact !== '').join(' · ')),
  );
  return [
    '<!doctype html>',
    startTag('html', { lang: reader.language }),
    '<head>',
    ...meta.map((attributes) => startTag('meta', attributes)),
    element('title', {}, words.title).html,
    // The sheet is ours and fixed: its own bytes are what the policy allows.
    `<style>${reportStyle}</style>`,
    '</head>',
    '<body>',
    title.html,
    '',
  ].join('\n');
}

/** The contents and the codebook stand first and tell of all articles: these wait. */
async function* articlesPart(
  source: ExportSource,
  codes: readonly Code[],
  voice: ReportVoice,
): AsyncGenerator<FilePart> {
  const { words } = voice;
  const counts = new Map<string, number>();
  const spill = createSpill<'contents' | 'articles'>();
  let number = 0;
  for await (const quoted of quotedArticles(source)) {
    number += 1;
    for (const { id } of quoted.quotes.flatMap((quote) => quote.codes))
      counts.set(id, (counts.get(id) ?? 0) + 1);
    await spill.add('contents', `${contentsLine(quoted, number, words).html}\n`);
    const quotes = quoted.quotes.map((quote, index) =>
      quoteBlock(quote, quoted, `${number}.${index + 1}`, voice),
    );
    const article = element(
      'article',
      { class: 'part', id: `a${number}` },
      articleHead(quoted, number, voice),
      element('ol', {}, together(quotes)),
      paragraph('up soft', element('a', { href: '#top' }, words.toTop)),
    );
    await spill.add('articles', `${article.html}\n`);
  }
  yield `${startTag('nav', { class: 'contents' })}${element('h2', {}, words.contents).html}${startTag('ol')}\n`;
  yield spill.whole('contents');
  yield `</ol></nav>\n${startTag('main')}\n`;
  if (codes.length > 0) {
    const byId = new Map(codes.map((code) => [code.id, code]));
    const items = codes.map((code) => codebookItem(code, byId, counts.get(code.id) ?? 0, words));
    yield `${element('section', { class: 'codebook' }, element('h2', {}, words.codebook), element('ul', {}, ...items)).html}\n`;
  }
  yield spill.whole('articles');
  yield '</main>\n';
}

function contentsLine(quoted: QuotedArticle, number: number, words: ReportWords): Html {
  const title = element('a', { href: `#a${number}` }, titleOf(quoted, words));
  const where = element('span', { class: 'where soft' }, byline(quoted));
  return element(
    'li',
    {},
    element('span', { dir: 'auto' }, `${number}. `, title, where),
    element('span', { class: 'soft' }, words.quotes(quoted.quotes.length)),
  );
}
