/** References after GB/T 7714, held to the golden file and to citeproc-js with the styles of the Chinese Zotero community. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationDate } from '../../../core/citation/citation-date';
import type { CitationItem } from '../../../core/citation/citation-item';
import { cslItem } from '../../../core/citation/csl-item';
import { formatCitation } from '../../../core/citation/format-citation';
import type { PersonName } from '../../../core/citation/person-name';
import { anyCitation, citation } from './any-citation';
import { byCiteproc, cslFolder, hasCsl } from './by-citeproc';

interface Golden {
  item: {
    id: string;
    type: string;
    title: string;
    language: string;
    URL?: string;
    page?: string;
    'container-title'?: string;
    author?: ({ literal: string } | { family: string; given: string })[];
    issued?: { 'date-parts': (string | number)[][] };
    accessed?: { 'date-parts': (string | number)[][] };
  };
  gbt2015: string;
  gbt2025: string;
}

const read = (path: string) => readFileSync(join(cslFolder, path), 'utf8');
const golden: Golden[] = hasCsl ? JSON.parse(read('gbt7714-news-golden.json')) : [];

function itemOf({ item }: Golden): CitationItem {
  return citation({
    kind: item.type === 'webpage' ? 'web' : 'news',
    title: item.title.replace(/<[^>]+>/gu, ''),
    outlet: item['container-title'] ?? null,
    authors: (item.author ?? []).map(
      (name): PersonName => ('literal' in name ? { whole: name.literal } : name),
    ),
    published: dateOf(item.issued),
    accessed: dateOf(item.accessed),
    url: item.URL ?? null,
    language: item.language,
    page: item.page ?? null,
  });
}

function dateOf(date: { 'date-parts': (string | number)[][] } | undefined) {
  return citationDate((date?.['date-parts'][0] ?? []).map((part) => String(part).padStart(2, '0')).join('-'));
}

describe.runIf(hasCsl)('GB/T 7714 by the golden file', () => {
  it('has 16 items', () => {
    expect(golden).toHaveLength(16);
  });

  it.each(golden.map((each) => [each.item.title, each] as const))('%s, in both editions', (_title, each) => {
    const item = itemOf(each);
    expect(`[1] ${formatCitation(item, 'gbt7714-2015')}`).toBe(each.gbt2015);
    expect(`[1] ${formatCitation(item, 'gbt7714-2025')}`).toBe(each.gbt2025);
  });
});

describe.runIf(hasCsl)('GB/T 7714 by citeproc-js', () => {
  it.each(['2015', '2025'] as const)('is the same for 300 items of any kind in the edition of %s', (year) => {
    const style = read(`styles/gb-t-7714-${year}-numeric-bilingual.csl`);
    const items = fc.sample(anyCitation, { numRuns: 300, seed: 7714 });
    const judged = byCiteproc(
      style,
      items.map((item, index) => cslItem(`item${index}`, item)),
    );
    expect(items.map((item) => formatCitation(item, `gbt7714-${year}`))).toEqual(judged);
  });
});

describe('GB/T 7714', () => {
  const four = ['张三', 'John Smith', '李四', '王五'].map((whole) => ({ whole }));

  it('names three authors of four, and the others in the language of the item, not of the names', () => {
    expect(formatCitation(citation({ authors: four, language: 'zh-CN' }), 'gbt7714-2025')).toContain(
      '张三，John Smith，李四，等. ',
    );
    expect(formatCitation(citation({ authors: four, language: 'en-GB' }), 'gbt7714-2015')).toContain(
      '张三, John Smith, 李四, et al. ',
    );
    expect(
      formatCitation(citation({ authors: four, language: null, title: 'News' }), 'gbt7714-2015'),
    ).toContain(', et al. ');
  });

  it('says nothing in place of what is not known', () => {
    const bare = citation({ title: '无题', authors: [], outlet: null, published: null, accessed: null });
    expect(formatCitation({ ...bare, url: null, kind: 'web' }, 'gbt7714-2025')).toBe('无题[EB].');
    expect(formatCitation(bare, 'gbt7714-2015')).toBe('无题[N/OL]. https://news.example/1.html.');
  });
});
