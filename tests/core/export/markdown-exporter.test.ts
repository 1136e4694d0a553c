/** Markdown through YAML readers and CommonMark: front matter and quotes stay what they were, and text stays text. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../core/citation/citation-item';
import { codePath } from '../../../core/code';
import { archiveSource } from '../../../core/export/archive-source';
import { markdownBy, markdownExporter } from '../../../core/export/markdown-exporter';
import { markdownLines } from '../../../core/export/markdown-text';
import { aCode, anAnnotation, anArchive, anArticle, archives, aTarget, someMetadata } from '../../builders';
import { pythonWith } from '../../python';
import { hostileArchive, hostileTitles } from './hostile-titles';
import { judge } from './judges';
import { readMarkdown, yamlOf } from './markdown-read';
import { someOptions, textOf } from './written';

const { CI } = process.env;
/** Without it the run fails on the build machine, and the tests that need it are skipped by name elsewhere. */
const python = pythonWith('yaml');

function titled(title: string) {
  const article = anArticle({ metadata: someMetadata({ title: { value: title, from: 'heading' } }) });
  return { article, annotation: anAnnotation({ articleId: article.id }) };
}

/** As Markdown can say a text: without control characters, blank lines and blanks around lines. */
const said = (text: string) =>
  text
    .toWellFormed()
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/u)
    .map((line) => line.replace(/\p{Cc}+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

describe('markdownExporter', () => {
  it('writes one article with its metadata on top', async () => {
    const top = aCode({ name: '主体' });
    const codes = [top, aCode({ name: '区委', parentId: top.id })];
    const { article } = titled('经济：#"稳"');
    const annotations = [
      anAnnotation({
        articleId: article.id,
        target: aTarget({ quote: { exact: '他说**“稳中向好”**。\n第二段', prefix: '', suffix: '' } }),
        codeIds: codes.map(({ id }) => id),
        note: '- 见[[下文]]\n1. <b>',
      }),
    ];
    const archive = anArchive({ articles: [article], annotations, codes });
    expect(await textOf(markdownExporter, archiveSource(archive))).toBe(
      [
        '---',
        'title: "经济：#\\"稳\\""',
        'url: "https://news.example/2024/01/10/1.html"',
        'outlet: "静安报"',
        'authors: ["张三"]',
        'published: "2024-01-10T09:31+08:00"',
        'language: "zh-CN"',
        'captured: "2026-03-01T08:00:00.000Z"',
        'tags: ["主体", "主体/区委"]',
        '---',
        '',
        '## 经济：\\#"稳"',
        '',
        '静安报 · 张三 · 2024-01-10T09:31+08:00 · [news.example](<https://news.example/2024/01/10/1.html>)',
        '',
        '> 他说\\*\\*“稳中向好”\\*\\*。',
        '>',
        '> 第二段',
        '',
        '编码：主体 · 主体/区委',
        '',
        '备注：\\- 见\\[\\[下文\\]\\]',
        '',
        '1\\. \\<b\\>',
        '',
        '',
      ].join('\n'),
    );
  });

  it('quotes every annotation of any library whole, and nothing in it comes alive', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const source = archiveSource(archive);
        const { quotes, live, headings, body } = readMarkdown(await textOf(markdownExporter, source));
        const wanted =
          source.annotationCount === 0 ? [] : archive.annotations.filter(({ deleted }) => deleted === null);
        expect(quotes.toSorted()).toEqual(wanted.map(({ target }) => said(target.quote.exact)).toSorted());
        expect(live).toEqual([]);
        expect(headings).toHaveLength(source.articleCount);
        const codes = new Map(archive.codes.map((code) => [code.id, code]));
        for (const { codeIds, note } of wanted) {
          for (const line of markdownLines(note)) expect(body).toContain(line);
          for (const id of codeIds) {
            const code = codes.get(id);
            for (const line of markdownLines(code === undefined ? '' : codePath(code, codes).join('/'))) {
              expect(body).toContain(line.replace(/^\\/u, ''));
            }
          }
        }
      }),
    );
  });

  it.each(hostileTitles)('keeps the title %j in the front matter and in the heading', async (title) => {
    const { article, annotation } = titled(title);
    const archive = anArchive({ articles: [article], annotations: [annotation] });
    const read = readMarkdown(await textOf(markdownExporter, archiveSource(archive)));
    const heading = oneLine(title) === '' ? article.addresses[0] : oneLine(title);
    expect(read.frontMatter).toMatchObject({ title: heading, outlet: '静安报', authors: ['张三'] });
    expect(read.headings).toEqual([said(heading ?? '')]);
    expect(read.quotes).toEqual(['稳中向好']);
    expect(read.live).toEqual([]);
  });

  it('has no front matter where there are several articles', async () => {
    const text = await textOf(markdownExporter, archiveSource(hostileArchive()));
    expect(text).not.toMatch(/^---$/mu);
    expect(readMarkdown(text).headings).toHaveLength(hostileTitles.length);
  });

  it('is the same at every writing, empty where nothing was kept, and says what it does not carry', async () => {
    const source = archiveSource(hostileArchive());
    expect(await textOf(markdownExporter, source)).toBe(await textOf(markdownExporter, source));
    expect(await textOf(markdownExporter, archiveSource(anArchive()))).toBe('');
    expect(await markdownExporter.losses(source, someOptions)).toEqual([
      { what: 'metadata', count: hostileTitles.length },
      { what: 'times', count: hostileTitles.length },
    ]);
  });

  it('follows a template that a person has edited, and names its mistakes by line', async () => {
    const { article, annotation } = titled('题');
    const archive = anArchive({ articles: [article], annotations: [annotation] });
    const template =
      '# {{title}}\n{{#quotes}}\n- {{quote}}\n\n  *{{colour}}* {{passage}}\n{{/quotes}}\n{{apa}}\n';
    expect(await textOf(markdownBy(template), archiveSource(archive))).toMatch(
      /^# 题\n- 稳中向好\n\n {2}\*yellow\* \[打开原文此处\]\(<https:\S+#:~:text=\S+>\)\n张三\. \(2024, January 10\)\. 题\. /u,
    );
    expect(() => markdownBy('# {{title}}\n{{oops}}')).toThrow('line 2: there is no field “oops”');
  });

  it('keeps each paragraph of a quote in the block that the template put it in', async () => {
    const { article } = titled('题');
    const target = aTarget({ quote: { exact: '一\n二', prefix: '', suffix: '' } });
    const archive = anArchive({
      articles: [article],
      annotations: [anAnnotation({ articleId: article.id, target })],
    });
    const fill = (template: string) => textOf(markdownBy(template), archiveSource(archive));
    expect(await fill('{{#quotes}}> > {{quote}}{{/quotes}}')).toBe('> > 一\n> >\n> > 二\n\n');
    expect(await fill('{{#quotes}}> - {{quote}}{{/quotes}}')).toBe('> - 一\n>\n>   二\n\n');
    expect(await fill('{{#quotes}}Quote: {{quote}}{{/quotes}}')).toBe('Quote: 一\n\n二\n\n');
  });
});

describe.runIf(python !== null || CI !== undefined)('by python3-yaml', () => {
  it('the front matter of a hundred hostile titles reads as it was', async () => {
    const documents = await Promise.all(
      hostileTitles.map(async (title) => {
        const { article, annotation } = titled(title);
        const archive = anArchive({ articles: [article], annotations: [annotation] });
        return yamlOf(await textOf(markdownExporter, archiveSource(archive)));
      }),
    );
    const script =
      'import json,sys,yaml\nprint(json.dumps([yaml.safe_load(d)["title"] for d in json.load(sys.stdin)]))';
    const read: string[] = JSON.parse(judge(python ?? 'python3', ['-c', script], JSON.stringify(documents)));
    expect(read).toEqual(
      hostileTitles.map((title) =>
        oneLine(title) === '' ? 'https://news.example/2024/01/10/1.html' : oneLine(title),
      ),
    );
  });
});
