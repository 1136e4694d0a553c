/** BibLaTeX: one entry for each article, its quotes as an annotation of it. */

import { isoDate } from '../citation/citation-date';
import { type CitationItem, oneLine } from '../citation/citation-item';
import type { PersonName } from '../citation/person-name';
import { pathMark } from '../code';
import { latexAddress, latexText } from './latex-text';
import { codePathsOf, type Quoted, type QuotedArticle, quotedArticles } from './quoted-articles';
import { readerLosses } from './reader-losses';
import type { Exporter } from './source';

export const biblatexExporter: Exporter = {
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  async *write(source) {
    for await (const article of quotedArticles(source)) yield entry(article);
  },
  losses: (source, options) => readerLosses(source, options, ['note']),
};

function entry({ article, citation, quotes }: QuotedArticle): string {
  const { kind, title, outlet, authors, published, accessed, url } = citation;
  const isNews = kind === 'news';
  const fields: [name: string, value: string | null][] = [
    ['title', braced(title)],
    ['author', authors.map(nameOf).join(' and ')],
    ['entrysubtype', isNews ? 'newspaper' : null],
    [isNews ? 'journaltitle' : 'organization', braced(outlet ?? '')],
    ['date', published && isoDate(published)],
    ['urldate', accessed && isoDate(accessed)],
    ['url', url && latexAddress(url)],
    ['langid', languageOf(citation)],
    [
      'keywords',
      codePathsOf(quotes)
        .map((path) => braced(path.join(pathMark)))
        .join(', '),
    ],
    ['annotation', quotes.map(annotationOf).join(' \\par ')],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${isNews ? 'article' : 'online'}{pressmark-${article.id},\n${lines.join('')}}\n\n`;
}

/** In braces of its own, so that no style changes its capitals and no list is parted inside it. */
function braced(text: string): string {
  const line = latexText(oneLine(text));
  return line === '' ? '' : `{${line}}`;
}

function nameOf(name: PersonName): string {
  return 'whole' in name ? braced(name.whole) : `${latexText(name.family)}, ${latexText(name.given)}`;
}

function annotationOf({ annotation, codes }: Quoted): string {
  const paths = codes.map(({ path }) => path.join(pathMark)).join(' · ');
  return [annotation.target.quote.exact, annotation.note, paths]
    .map((text) => latexText(oneLine(text)))
    .filter((text) => text !== '')
    .join(' -- ');
}

const languages: Readonly<Record<string, string>> = { zh: 'chinese', en: 'english', ja: 'japanese' };

function languageOf({ language }: CitationItem): string | null {
  const [main = ''] = (language ?? '').toLowerCase().split('-');
  return languages[main] ?? null;
}
