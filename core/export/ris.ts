/** RIS, which Zotero, EndNote and NoteExpress read: one reference for each article, its quotes and notes as notes of it. */

import { isoDate } from '../citation/citation-date';
import { oneLine } from '../citation/citation-item';
import type { PersonName } from '../citation/person-name';
import { pathMark } from '../code';
import { escapeHtml, safeLink } from './html-text';
import { codePathsOf, type Quoted, type QuotedArticle, quotedArticles } from './quoted-articles';
import { readerLosses } from './reader-losses';
import { type ReaderWords, readerWords } from './reader-words';
import type { Exporter } from './source';

export const risExporter: Exporter = {
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  async *write(source, { language }) {
    const words = readerWords(language);
    for await (const article of quotedArticles(source)) yield reference(article, words);
  },
  losses: (source, options) => readerLosses(source, options, ['note']),
};

type Field = readonly [tag: string, value: string | null];

function reference({ article, citation, quotes }: QuotedArticle, words: ReaderWords): string {
  const { kind, title, outlet, authors, published, accessed, url, language, section } = citation;
  const fields: Field[] = [
    ['TY', kind === 'news' ? 'NEWS' : 'ELEC'],
    ['ID', article.id],
    ['TI', title],
    ...authors.map((name): Field => ['AU', risName(name)]),
    ['T2', outlet],
    ['DA', published && isoDate(published, '/')],
    ['PY', published && isoDate({ ...published, month: null, day: null })],
    ['SE', section],
    ['LA', language],
    ['UR', url],
    ['Y2', accessed && isoDate(accessed, '/')],
    ...codePathsOf(quotes).map((path): Field => ['KW', path.join(pathMark)]),
    ...quotes.map((quote): Field => ['N1', noteOf(quote, words)]),
  ];
  const lines = fields.map(([tag, value]) => [tag, oneLine(value ?? '')]).filter(([, value]) => value !== '');
  return `${[...lines, ['ER', '']].map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')}\r\n`;
}

/** A comma parts family and given name, so one inside a whole name gets the full width. */
function risName(name: PersonName): string {
  return 'whole' in name ? name.whole.replace(/,\s*/gu, '，') : `${name.family}, ${name.given}`;
}

/** Simple HTML in one line, which Zotero keeps as it is. */
function noteOf({ annotation, codes, link }: Quoted, words: ReaderWords): string {
  const { target, note } = annotation;
  const paths = codes.map(({ path }) => path.join(pathMark)).join(' · ');
  const address = safeLink(link);
  return [
    `<blockquote>${paragraphs(target.quote.exact)}</blockquote>`,
    note === '' ? '' : paragraphs(note),
    paths === '' ? '' : paragraphs(words.codes + paths),
    address === null ? '' : `<p><a href="${escapeHtml(address)}">${escapeHtml(words.passage)}</a></p>`,
  ].join('');
}

function paragraphs(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]+/u)
    .map(oneLine)
    .filter((line) => line !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}
