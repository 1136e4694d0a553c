/** The Markdown says what was kept, and nothing in it comes alive. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../core/export/markdown';
import { markdownLine, markdownLines, markdownLink, yamlText } from '../../core/export/markdown-text';
import {
  aCode,
  anAnnotation,
  anArchive,
  anArticle,
  anyText,
  aSnapshot,
  aTarget,
  someMetadata,
} from '../builders';

function titled(title: string | null) {
  return anArticle({
    metadata: someMetadata({ title: title === null ? null : { value: title, from: 'heading' } }),
  });
}

function quoting(exact: string) {
  return aTarget({ quote: { exact, prefix: '', suffix: '' } });
}

describe('toMarkdown', () => {
  it('writes one article with its metadata on top', () => {
    const snapshot = aSnapshot();
    const article = { ...titled('经济：#"稳"'), snapshot: snapshot.sha256 };
    const top = aCode({ name: '主体' });
    const codes = [top, aCode({ name: '区委', parentId: top.id })];
    const annotations = [
      anAnnotation({
        articleId: article.id,
        target: quoting('他说**“稳中向好”**。\n第二段'),
        codeIds: codes.map(({ id }) => id),
        note: '- 见[[下文]]\n1. <b>',
      }),
    ];
    expect(toMarkdown(anArchive({ articles: [article], snapshots: [snapshot], annotations, codes }))).toBe(
      [
        '---',
        'title: "经济：#\\"稳\\""',
        'url: "https://news.example/2024/01/10/1.html"',
        'outlet: "静安报"',
        'published: "2024-01-10T09:31+08:00"',
        'language: "zh-CN"',
        'captured: "2026-03-01T08:00:00.000Z"',
        'authors: ["张三"]',
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
        'Codes: 主体 · 主体/区委',
        '',
        'Note: \\- 见\\[\\[下文\\]\\]',
        '',
        '1\\. \\<b\\>',
        '',
      ].join('\n'),
    );
  });

  it('writes several articles under their headings, without front matter', () => {
    const articles = [titled('<script>alert(1)</script>'), titled(null), titled('unused')];
    const annotations = articles.slice(0, 2).map(({ id }) => anAnnotation({ articleId: id }));
    const markdown = toMarkdown(anArchive({ articles, annotations }));
    expect(markdown.match(/^## .*$/gmu)).toEqual([
      '## https\\://news.example/2024/01/10/1.html',
      '## \\<script\\>alert(1)\\</script\\>',
    ]);
    expect(markdown).not.toContain('---');
  });

  it('takes its words in the language of the reader', () => {
    const article = titled('题');
    const codes = [aCode({ name: '区委' })];
    const annotations = [
      anAnnotation({ articleId: article.id, codeIds: codes.map(({ id }) => id), note: '注' }),
    ];
    const archive = anArchive({ articles: [article, titled('x')], annotations, codes });
    expect(toMarkdown(archive, { codes: '编码：', note: '笔记：' })).toContain('\n编码：区委\n\n笔记：注\n');
  });

  it('is empty when nothing was kept', () => {
    expect(toMarkdown(anArchive({ articles: [titled('x')] }))).toBe('');
  });
});

describe('markdownLines', () => {
  it.each([
    ['# heading', ['\\# heading']],
    ['- list', ['\\- list']],
    ['+ list', ['\\+ list']],
    ['12) list', ['12\\) list']],
    ['---', ['\\---']],
    ['==', ['\\=\\=']],
    ['```js', ['\\`\\`\\`js']],
    ['~~~', ['\\~\\~\\~']],
    ['    code', ['code']],
    ['> quote', ['\\> quote']],
    ['![x](http://a.example)', ['!\\[x\\](http\\://a.example)']],
    ['![[embed]] %%hidden%% {{template}}', ['!\\[\\[embed\\]\\] \\%\\%hidden\\%\\% \\{\\{template\\}\\}']],
    ['WWW.a.example b@a.example', ['WWW\\.a.example b\\@a.example']],
    ['&lt;b&gt; AT&T', ['\\&lt;b\\&gt; AT&T']],
    ['a\\', ['a\\\\']],
    ['x ^id #tag $y$ |z|', ['x \\^id \\#tag \\$y\\$ \\|z\\|']],
    ['a\r\n\n\u2028 b\0', ['a', 'b']],
    ['3.5 亿元，增长 4-5%', ['3\\.5 亿元，增长 4-5%']],
  ])('writes %j as %j', (text, lines) => {
    expect(markdownLines(text)).toEqual(lines);
  });

  it('leaves no mark that means something without its backslash', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const line of [...markdownLines(text), markdownLine(text)]) {
          const bare = line.replace(/\\[!-/:-@[-`{-~]/gu, 'x');
          expect(bare).not.toMatch(/[\\`*_[\]<>~|$#^{}@\p{Cc}]/u);
          expect(bare).not.toMatch(/^(?:[-+:=%]|\d+[.)]|\s)/u);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('markdownLink', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'obsidian://open',
    'nonsense',
    '',
  ])('makes no link of %j', (address) => {
    expect(markdownLink(address)).toBeNull();
  });

  it('cannot be left early by what the address holds', () => {
    expect(markdownLink('https://u:p@a.example/x>)[y](z?q=`a`&lt;b|[[c]]#<b>\\')).toBe(
      '[a.example](<https://a.example/x%3E)%5By%5D(z?q=%60a%60&amp;lt;b%7C%5B%5Bc%5D%5D#%3Cb%3E%5C>)',
    );
  });
});

describe('yamlText', () => {
  it('keeps every text in one line of printable characters that reads back equal', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const yaml = yamlText(text);
        expect(yaml).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u);
        expect(JSON.parse(yaml)).toBe(text.toWellFormed());
      }),
      { numRuns: 500 },
    );
  });
});
