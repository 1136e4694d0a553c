/** CSL-JSON is valid by its schema, and Pandoc keeps outlet, date and authors of it and of BibLaTeX. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../core/citation/citation-item';
import type { CslItem } from '../../../core/citation/csl-item';
import { archiveSource } from '../../../core/export/archive-source';
import { biblatexExporter } from '../../../core/export/biblatex';
import { cslJsonExporter } from '../../../core/export/csl-json';
import { latexText } from '../../../core/export/latex-text';
import { anAnnotation, anArchive, anArticle, anyText, archives, someMetadata } from '../../builders';
import { cslFolder, hasCsl } from '../citation/by-citeproc';
import { hostileArchive } from './hostile-titles';
import { hasProgram, judge } from './judges';
import { textOf } from './written';

type Item = CslItem & {
  keyword?: string;
  publisher?: string;
  custom: { quotes: { id: string; quote: string; note: string; codes: string[] }[] };
};

function newsByTwo() {
  const article = anArticle({
    metadata: someMetadata({ authors: { value: ['张三', 'Jane Doe'], from: 'credit-line' } }),
  });
  return anArchive({ articles: [article], annotations: [anAnnotation({ articleId: article.id })] });
}

const inPandoc = {
  type: 'article-newspaper',
  title: '全区经济稳中向好',
  'container-title': '静安报',
  author: [{ literal: '张三' }, { family: 'Doe', given: 'Jane' }],
  issued: { 'date-parts': [[2024, 1, 10]] },
  accessed: { 'date-parts': [[2026, 3, 1]] },
  URL: 'https://news.example/2024/01/10/1.html',
};

describe('cslJsonExporter', () => {
  it('holds every quote, note and code of any library', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const source = archiveSource(archive);
        const items: Item[] = JSON.parse(await textOf(cslJsonExporter, source));
        const quotes = new Map(
          items.flatMap(({ custom }) => custom.quotes).map((quote) => [quote.id, quote]),
        );
        expect(quotes.size).toBe(source.annotationCount);
        for await (const { annotations } of source.articles()) {
          for (const { id, target, note, codeIds } of annotations) {
            expect(quotes.get(id)).toMatchObject({ quote: target.quote.exact, note });
            expect(quotes.get(id)?.codes).toHaveLength(codeIds.length);
          }
        }
      }),
    );
  });

  it.runIf(hasCsl)('is valid by the schema of CSL, for any library', async () => {
    const schema = JSON.parse(readFileSync(join(cslFolder, 'csl-data.json'), 'utf8'));
    const validate = new Ajv({ strict: false, allowUnionTypes: true }).compile(schema);
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        validate(JSON.parse(await textOf(cslJsonExporter, archiveSource(archive))));
        expect(validate.errors).toBeNull();
      }),
    );
    expect(validate([{ id: 'a', type: 'news' }])).toBe(false);
  });

  it('is an empty list where nothing was kept', async () => {
    expect(await textOf(cslJsonExporter, archiveSource(anArchive()))).toBe('[]\n');
  });
});

describe.runIf(hasProgram('pandoc', '--version'))('by Pandoc', () => {
  const read = (format: string, text: string): Item[] =>
    JSON.parse(judge('pandoc', ['-f', format, '-t', 'csljson'], text));
  /** As Pandoc reads LaTeX: marks in pairs become one, blanks one blank; markup of titles stands in the text. */
  const plain = (text: string) =>
    oneLine(text.replace(/<\/?(?:span[^>]*|i|b|sup|sub)>/gu, ''))
      .replace(/[’‘`']/gu, "'")
      .replace(/[“”]/gu, '"');

  it('CSL-JSON keeps outlet, date and authors', async () => {
    const [item] = read('csljson', await textOf(cslJsonExporter, archiveSource(newsByTwo())));
    expect(item).toMatchObject(inPandoc);
  });

  it('BibLaTeX keeps outlet, date and authors', async () => {
    const [item] = read('biblatex', await textOf(biblatexExporter, archiveSource(newsByTwo())));
    expect(item).toMatchObject(inPandoc);
  });

  it('BibLaTeX of a web page keeps its site and its month', async () => {
    const article = anArticle({
      addresses: ['http://www.shanghai.gov.cn/a%20{b}.html?x=1&y_z=2#!/c'],
      metadata: someMetadata({ published: { value: '2024-01', from: 'meta', zoneAssumed: false } }),
    });
    const archive = anArchive({
      articles: [article],
      annotations: [anAnnotation({ articleId: article.id })],
    });
    const [item] = read('biblatex', await textOf(biblatexExporter, archiveSource(archive)));
    expect(item).toMatchObject({
      type: 'webpage',
      publisher: '静安报',
      issued: { 'date-parts': [[2024, 1]] },
      URL: 'http://www.shanghai.gov.cn/a%20%7Bb%7D.html?x=1&y_z=2#!/c',
    });
  });

  it('BibLaTeX reads a hundred hostile titles as they are', async () => {
    const archive = hostileArchive();
    const items = read('biblatex', await textOf(biblatexExporter, archiveSource(archive)));
    const titles = new Map(items.map(({ id, title }) => [id, title ?? '']));
    for (const { id, metadata } of archive.articles) {
      const title = oneLine(metadata.title?.value ?? '');
      const kept = isBalanced(title) ? title : title.replace(/[{}]/gu, '');
      expect(plain(titles.get(`pressmark-${id}`) ?? '')).toBe(plain(kept));
    }
    expect(items.every((item) => item['container-title'] === '静安报')).toBe(true);
  });
});

describe('biblatexExporter', () => {
  it('opens and closes as many braces as any library has entries, and quotes every annotation', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const source = archiveSource(archive);
        const text = await textOf(biblatexExporter, source);
        expect(isBalanced(text)).toBe(true);
        expect(text.match(/^@/gmu) ?? []).toHaveLength(source.articleCount);
        for await (const { annotations } of source.articles()) {
          for (const { target, note } of annotations) {
            expect(text).toContain(latexText(oneLine(target.quote.exact)));
            expect(text).toContain(latexText(oneLine(note)));
          }
        }
      }),
    );
  });

  it('keeps braces in balance whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.stringMatching(/^[{}\\$&a]*$/u), (some, braces) => {
        expect(isBalanced(latexText(some + braces))).toBe(true);
      }),
    );
  });
});

/** As BibTeX counts: a brace after a backslash is a brace. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
