/**
 * References after APA 7: the examples that the APA shows for newspapers and web pages
 * (apastyle.apa.org/style-grammar-guidelines/references/examples, Publication Manual 10.1 and 10.16), and names and dates
 * as citeproc-js writes them by a style of our own, since no APA style may be copied here.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationDate } from '../../../core/citation/citation-date';
import type { CitationItem } from '../../../core/citation/citation-item';
import { cslItem } from '../../../core/citation/csl-item';
import { formatCitation } from '../../../core/citation/format-citation';
import { personName } from '../../../core/citation/person-name';
import { anyCitation, citation } from './any-citation';
import { byCiteproc, hasCsl } from './by-citeproc';

/**
 * Where people and organisations stand in one list, and in items of other languages, citeproc-js leaves out commas that the
 * manual has.
 */
const hasPeopleOnly = ({ authors }: CitationItem) =>
  authors.length < 2 || authors.every((author) => 'family' in author);

const shown: [author: string, date: string, title: string, outlet: string, url: string, reference: string][] =
  [
    [
      'Benedict Carey',
      '2019-03-22',
      'Can we get better at forgetting?',
      'The New York Times',
      'https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html',
      'Carey, B. (2019, March 22). Can we get better at forgetting? The New York Times. https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html',
    ],
    [
      'Caroline Bologna',
      '2019-10-31',
      'Why some people with anxiety love watching horror movies',
      'HuffPost',
      'https://www.huffpost.com/entry/anxiety-love-watching-horror-movies_l_5d277587e4b02a5a5d57b59e',
      'Bologna, C. (2019, October 31). Why some people with anxiety love watching horror movies. HuffPost. https://www.huffpost.com/entry/anxiety-love-watching-horror-movies_l_5d277587e4b02a5a5d57b59e',
    ],
    [
      'National Institute of Mental Health',
      '2018-07',
      'Anxiety disorders',
      'U.S. Department of Health and Human Services, National Institutes of Health',
      'https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml',
      'National Institute of Mental Health. (2018, July). Anxiety disorders. U.S. Department of Health and Human Services, National Institutes of Health. https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml',
    ],
    [
      'World Health Organization',
      '2018-05-24',
      'The top 10 causes of death',
      'World Health Organization',
      'https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death',
      'World Health Organization. (2018, May 24). The top 10 causes of death. https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death',
    ],
  ];

describe('APA', () => {
  it.each(shown)('is as the APA shows it: %s', (author, date, title, outlet, url, reference) => {
    const item = citation({
      authors: [personName(author)],
      published: citationDate(date),
      title,
      outlet,
      url,
      language: 'en',
    });
    expect(formatCitation(item, 'apa')).toBe(reference);
  });

  it('begins with the title where nobody signs, and says n.d. where no date is known', () => {
    const item = citation({
      title: 'All quiet',
      authors: [],
      published: null,
      outlet: 'The Post',
      language: 'en',
    });
    expect(formatCitation(item, 'apa')).toBe('All quiet. (n.d.). The Post. https://news.example/1.html');
  });

  it('describes what has no title, in square brackets', () => {
    expect(formatCitation(citation({ title: '' }), 'apa')).toBe(
      '张三. (2024, January 10). [News article]. 静安报. https://news.example/1.html',
    );
  });

  it('names twenty authors, and of more the first nineteen and the last', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ family: `Roe${index + 1}`, given: 'Ann' }));
    expect(formatCitation(citation({ authors: many(20) }), 'apa')).toContain('Roe19, A., & Roe20, A. (2024');
    expect(formatCitation(citation({ authors: many(21) }), 'apa')).toContain(
      'Roe19, A., . . . Roe21, A. (2024',
    );
  });

  it.runIf(hasCsl)('is the same as that of citeproc-js for 300 items in English', () => {
    const style = readFileSync(join(import.meta.dirname, 'apa-of-news.csl'), 'utf8');
    const inEnglish = anyCitation.filter(hasPeopleOnly).map((item) => ({ ...item, language: 'en' }));
    const items = fc.sample(inEnglish, { numRuns: 300, seed: 7 });
    const judged = byCiteproc(
      style,
      items.map((item, index) => cslItem(`item${index}`, item)),
      'en-US',
    );
    expect(items.map((item) => formatCitation(item, 'apa'))).toEqual(
      judged.map((reference) => reference.replace(/([?？])\. /gu, '$1 ')),
    );
  });
});
