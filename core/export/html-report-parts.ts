/** The parts of the HTML report: the head of an article, a quote, a code. */

import { apa } from '../citation/apa';
import { oneLine } from '../citation/citation-item';
import { gbt7714In2025 } from '../citation/gbt7714';
import { type Code, codePath, pathMark } from '../code';
import type { Variable } from '../variable';
import type { GivenCode } from './given-codes';
import { type Child, element, type Html, together } from './html-element';
import type { ReportWords } from './html-report-words';
import { safeLink } from './html-text';
import type { Quoted, QuotedArticle } from './quoted-articles';
import type { ReaderWords } from './reader-words';

export interface ReportVoice {
  words: ReportWords;
  reader: ReaderWords;
  variables: readonly Variable[];
}

/** `2026-03-01 08:00 UTC`. */
export function moment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

/** Null where there is no text: what a page says may be nothing. */
export function paragraph(className: string, ...children: readonly Child[]): Html | null {
  const said = children.filter((child) => child !== null && child !== '');
  return said.length === 0 ? null : element('p', { class: className }, ...said);
}

export function titleOf({ article, citation }: QuotedArticle, words: ReportWords): string {
  return citation.title || article.addresses[0] || words.untitled;
}

export function byline({ article, citation }: QuotedArticle): string {
  const { metadata } = article;
  const authors = (metadata.authors?.value ?? []).map(oneLine).filter((name) => name !== '');
  const published = oneLine(metadata.published?.value ?? '').replace('T', ' ');
  return [citation.outlet ?? '', authors.join(', '), published].filter((fact) => fact !== '').join(' · ');
}

/** What is known of an article, and what its texts were: the evidence for its quotes. */
export function articleHead(
  quoted: QuotedArticle,
  number: number,
  { words, reader, variables }: ReportVoice,
): Html {
  const { article, citation, quotes } = quoted;
  const { metadata } = article;
  const texts = new Map(quotes.map(({ textSha256, captured }) => [textSha256, captured]));
  const fact = (name: string, value: Child) => together([element('dt', {}, name), element('dd', {}, value)]);
  return together([
    element('h2', { ...inLanguage(metadata.language?.value) }, `${number}. ${titleOf(quoted, words)}`),
    paragraph('byline soft', byline(quoted)),
    paragraph('cite', reader.language === 'en' ? apa(citation) : gbt7714In2025(citation)),
    element(
      'dl',
      { class: 'facts soft' },
      ...article.addresses.map((address) => fact(words.address, link(address, address))),
      ...Array.from(texts, ([digest, captured]) =>
        digest === null
          ? null
          : fact(
              words.kept,
              together([`${moment(captured)} `, element('span', { class: 'mono' }, `SHA-256 ${digest}`)]),
            ),
      ),
      ...variables.map(({ id, name }) => {
        const value = article.variables?.[id] ?? '';
        return value === '' ? null : fact(name, value);
      }),
    ),
  ]);
}

/** @param where what stands before the times: the place of the quote among others, or where it is from */
export function quoteBlock(
  { annotation, codes, colour, captured, textSha256, link: passage }: Quoted,
  { article }: QuotedArticle,
  where: Child,
  { words, reader }: ReportVoice,
): Html {
  const { target, note, created, modified, creator } = annotation;
  const { exact, prefix, suffix } = target.quote;
  const context = (before: string, text: string, after: string) =>
    text.trim() === '' ? null : element('span', { class: 'context' }, before + text + after);
  const digest = textSha256 === null ? null : `SHA-256 ${textSha256.slice(0, 12)}…`;
  return element(
    'li',
    { class: `quote ${colour}` },
    element(
      'blockquote',
      inLanguage(article.metadata.language?.value),
      context('…', prefix, ''),
      element('mark', {}, exact),
      context('', suffix, '…'),
    ),
    codes.length === 0 ? null : element('ul', { class: 'codes' }, ...codes.map(codeItem)),
    note === '' ? null : element('p', { class: 'note', dir: 'auto' }, note),
    paragraph(
      'meta soft',
      where,
      ` · ${words.noted}${moment(created)}`,
      modified === created ? null : ` · ${words.changed}${moment(modified)}`,
      creator === undefined ? null : ` · ${words.coder}${creator}`,
      ` · ${words.text}${moment(captured)}`,
      digest === null ? null : together([' · ', element('span', { class: 'mono' }, digest)]),
      ' · ',
      link(passage, reader.passage),
    ),
  );
}

function codeItem(code: GivenCode): Html {
  return element('li', { class: `code ${code.colour}` }, code.path.join(pathMark));
}

/** As text where the address is none that may be opened. */
function link(address: string, text: string): Child {
  const href = safeLink(address);
  return href === null ? text : element('a', { href, rel: 'noreferrer' }, text);
}

function inLanguage(language: string | undefined): { lang: string | null; dir: string } {
  const isTag = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu.test(language ?? '');
  return { lang: isTag ? (language ?? null) : null, dir: 'auto' };
}

export function codebookItem(
  code: Code,
  codes: ReadonlyMap<string, Code>,
  count: number,
  words: ReportWords,
): Html {
  return element(
    'li',
    {},
    element('span', { class: `code ${code.colour}`, dir: 'auto' }, codePath(code, codes).join(pathMark)),
    element('span', { class: 'soft' }, ` ${words.quotes(count)}`),
    definitionOf(code, words),
  );
}

export function definitionOf({ definition = '', examples = [] }: Code, words: ReportWords): Html | null {
  const shown = examples.filter((example) => example !== '');
  const texts = [definition, shown.length === 0 ? '' : words.examples + shown.join(' · ')];
  const said = texts.filter((text) => text !== '').join('\n');
  return said === '' ? null : element('p', { class: 'definition soft', dir: 'auto' }, said);
}
