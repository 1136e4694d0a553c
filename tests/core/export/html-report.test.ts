/** The HTML report holds every quote as text, no element that we did not write, and forbids all that it does not need. */

import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { codePath } from '../../../core/code';
import { archiveSource } from '../../../core/export/archive-source';
import { element } from '../../../core/export/html-element';
import { htmlReportByCodeExporter, htmlReportExporter } from '../../../core/export/html-report';
import { reportPolicy, reportStyle, reportStyleHash } from '../../../core/export/html-report-style';
import { escapeHtml, safeLink } from '../../../core/export/html-text';
import { aCode, anAnnotation, anArchive, anArticle, anyText, archives, aTarget } from '../../builders';
import { hostileArchive, hostileTitles } from './hostile-titles';
import { someOptions, textOf } from './written';

const elements = new Set(
  (
    'html head meta title style body header main h1 h2 p nav ol ul li a span section article dl dt dd ' +
    'blockquote mark'
  ).split(' '),
);
const attributes = new Set('lang charset http-equiv content name id class href rel dir'.split(' '));

/** As HTML can hold a text. */
const held = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD');
const parser = new new JSDOM().window.DOMParser();
const parse = (html: string) => parser.parseFromString(html, 'text/html');
const textsOf = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

function strangers(page: Document): string[] {
  return [...page.querySelectorAll('*')].flatMap((found) => [
    ...(elements.has(found.localName) ? [] : [found.localName]),
    ...[...found.attributes]
      .filter(
        ({ name, value }) =>
          !attributes.has(name) || (name === 'href' && !/^(?:https?:|mailto:|#)/u.test(value)),
      )
      .map(({ name, value }) => `${found.localName} ${name}=${value}`),
  ]);
}

describe.each([
  ['by article', htmlReportExporter],
  ['by code', htmlReportByCodeExporter],
])('the report %s', (_, exporter) => {
  it('holds every quote, context, note and code of any library, and nothing in it comes alive', async () => {
    await fc.assert(
      fc.asyncProperty(archives, fc.constantFrom('en', 'zh-CN', 'zh-TW'), async (archive, language) => {
        const source = archiveSource(archive);
        const page = parse(await textOf(exporter, source, { language }));
        expect(strangers(page)).toEqual([]);
        expect(page.documentElement.lang).toBe(language);
        const marks = new Set(textsOf(page, '.quote mark'));
        const contexts = textsOf(page, '.quote .context');
        const notes = new Set(textsOf(page, '.quote .note'));
        const paths = new Set(textsOf(page, '.quote .code'));
        const codes = new Map(archive.codes.map((code) => [code.id, code]));
        for await (const { annotations } of source.articles()) {
          for (const { target, note, codeIds } of annotations) {
            expect(marks).toContain(held(target.quote.exact));
            if (target.quote.prefix.trim() !== '')
              expect(contexts).toContain(`…${held(target.quote.prefix)}`);
            if (target.quote.suffix.trim() !== '')
              expect(contexts).toContain(`${held(target.quote.suffix)}…`);
            if (note !== '') expect(notes).toContain(held(note));
            for (const id of codeIds) {
              const code = codes.get(id);
              expect(paths).toContain(held(code === undefined ? '' : codePath(code, codes).join('/')));
            }
          }
        }
      }),
    );
  });

  it('has no link that leads nowhere, and no id twice', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const page = parse(await textOf(exporter, archiveSource(archive)));
        const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const link of page.querySelectorAll('a[href^="#"]')) {
          expect(ids).toContain(link.getAttribute('href')?.slice(1));
        }
        for (const link of page.querySelectorAll('a:not([href^="#"])')) {
          expect(link.getAttribute('rel')).toBe('noreferrer');
        }
      }),
    );
  });

  it('shows a hundred hostile titles as text', async () => {
    const page = parse(await textOf(exporter, archiveSource(hostileArchive())));
    expect(strangers(page)).toEqual([]);
    expect(new Set(textsOf(page, '.quote mark'))).toEqual(new Set(hostileTitles.map(held)));
  });

  it('is the same at every writing, and leaves out only the texts of the articles and where their facts were found', async () => {
    const source = archiveSource(hostileArchive());
    expect(await textOf(exporter, source)).toBe(await textOf(exporter, source));
    expect(await exporter.losses(source, someOptions)).toEqual([
      { what: 'metadata', count: hostileTitles.length },
    ]);
    const article = anArticle({ snapshot: 'a'.repeat(64) });
    const archive = anArchive({
      articles: [article],
      annotations: [anAnnotation({ articleId: article.id })],
    });
    expect(await exporter.losses(archiveSource(archive), { ...someOptions, hasTexts: true })).toEqual([
      { what: 'text', count: 1 },
      { what: 'metadata', count: 1 },
    ]);
  });

  it('says of each quote when and from which text it was taken, and links to the live passage', async () => {
    const article = anArticle({ snapshot: 'ab'.repeat(32) });
    const target = aTarget({ snapshot: 'cd'.repeat(32), position: { start: 0, end: 4 } });
    const archive = anArchive({
      articles: [article],
      annotations: [anAnnotation({ articleId: article.id, target })],
    });
    const page = parse(await textOf(exporter, archiveSource(archive)));
    const [meta = ''] = textsOf(page, '.quote .meta');
    expect(meta).toContain('摘录于 2026-03-01 08:00 UTC');
    expect(meta).toContain('SHA-256 cdcdcdcdcdcd…');
    expect(textsOf(page, '.facts .mono')).toEqual([`SHA-256 ${'cd'.repeat(32)}`]);
    expect(page.querySelector('.meta a:last-of-type')?.getAttribute('href')).toMatch(
      /^https:\/\/news\.example\/2024\/01\/10\/1\.html#:~:text=/u,
    );
    expect(textsOf(page, '.cite')).toEqual([
      '张三. 全区经济稳中向好[N/OL]. 静安报，2024-01-10. https://news.example/2024/01/10/1.html.',
    ]);
  });
});

describe('the report by code', () => {
  it('shows a quote under each of its codes, what has none at the end, and the articles once', async () => {
    const [first, second, unused] = [
      aCode({ name: '10 主体' }),
      aCode({ name: '2 责任' }),
      aCode({ name: 'x' }),
    ];
    const article = anArticle();
    const annotations = [
      anAnnotation({ articleId: article.id, codeIds: [first.id, second.id] }),
      anAnnotation({ articleId: article.id }),
    ];
    const archive = anArchive({ articles: [article], annotations, codes: [first, second, unused] });
    const page = parse(await textOf(htmlReportByCodeExporter, archiveSource(archive)));
    expect(textsOf(page, 'section[id^=c] h2')).toEqual(['2 责任', '10 主体', '未编码']);
    expect(textsOf(page, '.quote mark')).toHaveLength(3);
    expect(textsOf(page, '#articles article h2')).toEqual(['1. 全区经济稳中向好']);
  });
});

describe('its policy', () => {
  it('allows its own style sheet by the right hash, and nothing else', async () => {
    const hash = createHash('sha256').update(reportStyle).digest('base64');
    expect(reportStyleHash).toBe(`sha256-${hash}`);
    const page = parse(await textOf(htmlReportExporter, archiveSource(anArchive())));
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(reportPolicy);
    expect(reportPolicy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.querySelector('style')?.textContent).toBe(reportStyle);
    expect(
      page.querySelector('meta[http-equiv]')?.compareDocumentPosition(page.querySelector('style') ?? page),
    ).toBe(4);
    expect(page.querySelectorAll('[style]')).toHaveLength(0);
  });
});

describe('escapeHtml', () => {
  it('gives a text that reads back the same, in an element and in an attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { body } = parse(element('p', { title: text }, text).html);
        expect(body.childNodes).toHaveLength(1);
        expect(body.firstElementChild?.textContent).toBe(held(text));
        expect(body.firstElementChild?.getAttribute('title')).toBe(held(text));
        expect(escapeHtml(text)).not.toMatch(/[<>"']/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('safeLink', () => {
  it.each([
    ['https://user:secret@news.example/1', 'https://news.example/1'],
    ['mailto:desk@news.example', 'mailto:desk@news.example'],
    ['javascript:alert(1)', null],
    [' java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['//news.example', null],
    ['blob:https://news.example/1', null],
  ])('of %j is %j', (address, href) => {
    expect(safeLink(address)).toBe(href);
  });
});
