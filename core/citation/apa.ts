/**
 * References after the Publication Manual of the American Psychological Association, 7th edition (9.1–9.37, 10.1, 10.16):
 * plain text, so without its italics; headlines keep their capitals, and Chinese is neither romanised nor translated.
 */

import type { CitationDate } from './citation-date';
import type { CitationItem } from './citation-item';
import { invertedName, type NameForm } from './names';
import type { PersonName } from './person-name';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const mostNamed = 20;

const apaName: NameForm = { family: (name) => name, between: ', ', initialEnd: ['. ', '.'], hyphen: '-' };

/** In one line. */
export function apa(item: CitationItem): string {
  const author = authorList(item.authors);
  const title = item.title === '' ? `[${item.kind === 'news' ? 'News article' : 'Web page'}]` : item.title;
  const date = `(${dateOf(item.published)})`;
  const outlet = item.outlet === author ? '' : (item.outlet ?? '');
  const order = author === '' ? [title, date, outlet] : [author, date, title, outlet];
  return [...order.filter((part) => part !== '').map(closed), ...(item.url === null ? [] : [item.url])].join(
    ' ',
  );
}

/** A question or an exclamation is closed by its own mark. */
function closed(text: string): string {
  return /[.?!。？！…][”’"'」』》]?$/u.test(text) ? text : `${text}.`;
}

function dateOf(published: CitationDate | null): string {
  if (published === null) return 'n.d.';
  const { year, month, day } = published;
  const inYear = [month === null ? '' : months[month - 1], day === null ? '' : String(day)]
    .filter((part) => part !== '')
    .join(' ');
  return inYear === '' ? String(year) : `${year}, ${inYear}`;
}

/** Up to twenty, the last after an ampersand; of more, nineteen and the last. */
function authorList(authors: readonly PersonName[]): string {
  const names = authors.map((author) => invertedName(author, apaName));
  const last = names.pop() ?? '';
  if (names.length === 0) return last;
  if (names.length >= mostNamed) return `${names.slice(0, mostNamed - 1).join(', ')}, . . . ${last}`;
  return `${names.join(', ')}, & ${last}`;
}
