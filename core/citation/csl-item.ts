/** A citation as CSL-JSON, which Zotero, Pandoc and citation processors read: https://docs.citationstyles.org. */

import type { CitationDate } from './citation-date';
import type { CitationItem } from './citation-item';
import type { PersonName } from './person-name';

export interface CslItem {
  id: string;
  type: 'article-newspaper' | 'webpage';
  title?: string;
  author?: ({ literal: string } | { family: string; given: string })[];
  'container-title'?: string;
  section?: string;
  page?: string;
  issued?: CslDate;
  accessed?: CslDate;
  language?: string;
  URL?: string;
}

interface CslDate {
  'date-parts': number[][];
}

/** Titles hold no markup in this product, but processors read `<i>` and others as such: `<` is not escaped, as in Zotero. */
export function cslItem(id: string, item: CitationItem): CslItem {
  return {
    id,
    type: item.kind === 'news' ? 'article-newspaper' : 'webpage',
    ...(item.title === '' ? {} : { title: item.title }),
    ...(item.authors.length === 0 ? {} : { author: item.authors.map(cslName) }),
    ...(item.outlet === null ? {} : { 'container-title': item.outlet }),
    ...(item.section === null ? {} : { section: item.section }),
    ...(item.page === null ? {} : { page: item.page }),
    ...(item.published === null ? {} : { issued: cslDate(item.published) }),
    ...(item.accessed === null ? {} : { accessed: cslDate(item.accessed) }),
    ...(item.language === null ? {} : { language: item.language }),
    ...(item.url === null ? {} : { URL: item.url }),
  };
}

function cslName(name: PersonName): { literal: string } | { family: string; given: string } {
  return 'whole' in name ? { literal: name.whole } : { family: name.family, given: name.given };
}

function cslDate({ year, month, day }: CitationDate): CslDate {
  return { 'date-parts': [[year, month, day].filter((part) => part !== null)] };
}
