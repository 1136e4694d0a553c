/** RIS says what was kept, line by line, and bibutils keeps outlet, date and authors. */

import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../core/citation/citation-item';
import { codePath } from '../../../core/code';
import { archiveSource } from '../../../core/export/archive-source';
import { risExporter } from '../../../core/export/ris';
import { aCode, anAnnotation, anArchive, anArticle, archives, aTarget, someMetadata } from '../../builders';
import { hostileArchive, hostileTitles } from './hostile-titles';
import { hasProgram, judge } from './judges';
import { textOf } from './written';

interface Reference {
  fields: [tag: string, value: string][];
}

/** Each line is a tag of two signs, two blanks, a hyphen, a blank and a value; a reference ends at ER. */
function readRis(text: string): Reference[] {
  const references: Reference[] = [];
  for (const block of text.split('ER  - \r\n\r\n').slice(0, -1)) {
    const fields = block
      .split('\r\n')
      .slice(0, -1)
      .map((line): [string, string] => {
        const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- ([^\r\n\u0085\u2028\u2029]+)$/u.exec(line) ?? [];
        if (tag === undefined || value === undefined) throw new Error(`no field: ${JSON.stringify(line)}`);
        return [tag, value];
      });
    references.push({ fields });
  }
  return references;
}

const valuesOf = ({ fields }: Reference, tag: string) =>
  fields.filter(([name]) => name === tag).map(([, value]) => value);
const parser = new new JSDOM().window.DOMParser();
const shownText = (html: string) => parser.parseFromString(html, 'text/html').body.textContent ?? '';
const withoutBlanks = (text: string) => text.replace(/[\s\p{Cc}\uFEFF\uFFFE\uFFFF]+/gu, '');

describe('risExporter', () => {
  it('writes one reference for each article, with its quotes and notes as notes', async () => {
    const top = aCode({ name: '主体' });
    const codes = [top, aCode({ name: '区委', parentId: top.id })];
    const article = anArticle({
      metadata: someMetadata({ authors: { value: ['张三', 'Jane Doe', '欧阳, 三'], from: 'credit-line' } }),
    });
    const annotation = anAnnotation({
      articleId: article.id,
      codeIds: codes.map(({ id }) => id),
      note: '责任 & <落实>\n第二行',
    });
    const source = archiveSource(anArchive({ articles: [article], annotations: [annotation], codes }));
    expect(await textOf(risExporter, source)).toBe(
      [
        'TY  - NEWS',
        `ID  - ${article.id}`,
        'TI  - 全区经济稳中向好',
        'AU  - 张三',
        'AU  - Doe, Jane',
        'AU  - 欧阳，三',
        'T2  - 静安报',
        'DA  - 2024/01/10',
        'PY  - 2024',
        'LA  - zh-CN',
        'UR  - https://news.example/2024/01/10/1.html',
        'Y2  - 2026/03/01',
        'KW  - 主体',
        'KW  - 主体/区委',
        'N1  - <blockquote><p>稳中向好</p></blockquote><p>责任 &amp; &lt;落实&gt;</p><p>第二行</p>' +
          '<p>编码：主体 · 主体/区委</p>' +
          `<p><a href="${linkIn(await textOf(risExporter, source))}">打开原文此处</a></p>`,
        'ER  - ',
        '',
        '',
      ].join('\r\n'),
    );
  });

  it('holds every quote, note and code of any library, each field in its own line', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const source = archiveSource(archive);
        const references = readRis(await textOf(risExporter, source));
        expect(references).toHaveLength(source.articleCount);
        const byId = new Map(references.map((reference) => [valuesOf(reference, 'ID')[0], reference]));
        const codes = new Map(archive.codes.map((code) => [code.id, code]));
        for await (const { article, annotations } of source.articles()) {
          const reference = byId.get(article.id) ?? { fields: [] };
          const notes = valuesOf(reference, 'N1').map(shownText).map(withoutBlanks);
          for (const { target, note, codeIds } of annotations) {
            const words = [target.quote.exact, note].map((text) => withoutBlanks(text.toWellFormed()));
            expect(notes.some((text) => words.every((word) => text.includes(word)))).toBe(true);
            for (const id of codeIds) {
              const code = codes.get(id);
              const path = oneLine(code === undefined ? '' : codePath(code, codes).join('/'));
              if (path !== '') expect(valuesOf(reference, 'KW')).toContain(path);
            }
          }
        }
      }),
    );
  });

  it('is the same at every writing, and says what it does not carry', async () => {
    const source = archiveSource(hostileArchive());
    expect(await textOf(risExporter, source)).toBe(await textOf(risExporter, source));
    const article = anArticle({ variables: { a: '1' } });
    const code = aCode({ definition: '谁来做' });
    const annotations = [anAnnotation({ articleId: article.id, codeIds: [code.id], note: 'x' })];
    const small = archiveSource(anArchive({ articles: [article], annotations, codes: [code] }));
    expect(await risExporter.losses(small, { coder: '', hasTexts: true, language: 'en' })).toEqual([
      { what: 'definition', count: 1 },
      { what: 'variables', count: 1 },
      { what: 'metadata', count: 1 },
      { what: 'prefix-and-suffix', count: 1 },
      { what: 'colour', count: 1 },
      { what: 'times', count: 1 },
    ]);
  });
});

describe.runIf(hasProgram('ris2xml', '-v'))('RIS by bibutils', () => {
  const read = (ris: string) =>
    new JSDOM(judge('ris2xml', ['-i', 'utf8', '-o', 'utf8'], ris).replace(/^\uFEFF/u, ''), {
      contentType: 'application/xml',
    }).window.document;

  it('keeps outlet, date, authors, language and address', async () => {
    const article = anArticle({
      metadata: someMetadata({ authors: { value: ['张三', 'Jane Doe'], from: 'credit-line' } }),
    });
    const annotations = [anAnnotation({ articleId: article.id, target: aTarget() })];
    const mods = read(
      await textOf(risExporter, archiveSource(anArchive({ articles: [article], annotations }))),
    );
    const all = (path: string) => [...mods.querySelectorAll(path)].map(({ textContent }) => textContent);
    expect(all('relatedItem[type=host] title')).toContain('静安报');
    expect(all('mods > originInfo > dateIssued')).toEqual(['2024-01-10']);
    expect(all('namePart')).toEqual(['张三', 'Jane', 'Doe']);
    expect(all('languageTerm')).toEqual(['zh-CN']);
    expect(all('location > url')).toEqual(['https://news.example/2024/01/10/1.html']);
  });

  it('reads a hundred hostile titles as a hundred references, each with its outlet and date', async () => {
    const mods = read(await textOf(risExporter, archiveSource(hostileArchive())));
    expect(mods.querySelectorAll('mods')).toHaveLength(hostileTitles.length);
    expect(mods.querySelectorAll('mods > originInfo > dateIssued')).toHaveLength(hostileTitles.length);
    const outlets = [...mods.querySelectorAll('relatedItem title')].filter(
      (title) => title.textContent === '静安报',
    );
    expect(outlets).toHaveLength(hostileTitles.length);
  });
});

function linkIn(text: string): string | undefined {
  return /href="([^"]+)"/u.exec(text)?.[1];
}
