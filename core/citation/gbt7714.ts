/** References after GB/T 7714, the Chinese standard: its edition of 2025, in force since 2026-07-01, and the one of 2015. */

import { type CitationDate, isoDate } from './citation-date';
import { type CitationItem, isEastAsian } from './citation-item';
import { invertedName, type NameForm } from './names';

interface Edition {
  name: NameForm;
  comma: string;
  brackets: readonly [open: string, close: string];
  /** Whether news that is read online says when it was read. */
  saysWhenRead: boolean;
  hasYearAlone: boolean;
}

const namedOfLists = 3;

const edition2015: Edition = {
  name: {
    family: (name) => name.toLocaleUpperCase('en'),
    between: ' ',
    initialEnd: [' ', ''],
    hyphen: ' ',
  },
  comma: ', ',
  brackets: ['(', ')'],
  saysWhenRead: true,
  hasYearAlone: true,
};

const edition2025: Edition = {
  name: { family: (name) => name, between: ' ', initialEnd: [' ', ''], hyphen: '-' },
  comma: '，',
  brackets: ['（', '）'],
  saysWhenRead: false,
  hasYearAlone: false,
};

/** Without the number in front; in one line. */
export function gbt7714In2015(item: CitationItem): string {
  return reference(item, edition2015);
}

/** Without the number in front; in one line. */
export function gbt7714In2025(item: CitationItem): string {
  return reference(item, edition2025);
}

function reference(item: CitationItem, edition: Edition): string {
  const medium = item.url === null ? '' : '/OL';
  const type = item.kind === 'news' ? 'N' : 'EB';
  const parts = [
    authorList(item, edition),
    `${item.title}[${type}${medium}]`,
    item.kind === 'news' ? whereInNews(item, edition) : datesOfPage(item, edition),
    item.url ?? '',
  ];
  return closed(parts.filter((part) => part !== '').reduce((before, part) => `${closed(before)} ${part}`));
}

function closed(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function authorList({ authors, title, language }: CitationItem, { name, comma }: Edition): string {
  const named = authors.slice(0, namedOfLists);
  const others = isEastAsian({ language, title }) ? '等' : 'et al.';
  return [
    ...named.map((author) => invertedName(author, name)),
    ...(authors.length > namedOfLists ? [others] : []),
  ].join(comma);
}

function whereInNews(item: CitationItem, edition: Edition): string {
  const { outlet, page, url, accessed } = item;
  const outletAndDate = [outlet ?? '', dateOfNews(item, edition)]
    .filter((part) => part !== '')
    .join(edition.comma);
  const read = edition.saysWhenRead && url !== null && accessed !== null ? `[${isoDate(accessed)}]` : '';
  return outletAndDate + (page === null ? '' : edition.brackets.join(page)) + read;
}

/** Where it is not known and nothing else says it, the year in which it was read, as an estimate in square brackets. */
function dateOfNews({ published, accessed }: CitationItem, { saysWhenRead }: Edition): string {
  if (published !== null) return isoDate(published);
  return saysWhenRead || accessed === null ? '' : `[${accessed.year}]`;
}

function datesOfPage({ published, accessed }: CitationItem, edition: Edition): string {
  return (
    (published === null ? '' : dateOfPage(published, edition)) +
    (accessed === null ? '' : `[${isoDate(accessed)}]`)
  );
}

/** In 2015 the day of a page's last change stands in brackets, but a year, as of a publication, does not. */
function dateOfPage(published: CitationDate, { brackets, hasYearAlone }: Edition): string {
  return hasYearAlone && published.day === null ? String(published.year) : brackets.join(isoDate(published));
}
