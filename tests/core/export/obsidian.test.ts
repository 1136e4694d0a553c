/** Obsidian: a note for each article, with a name, tags and block ids that it takes. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveSource } from '../../../core/export/archive-source';
import { obsidianExporter, obsidianNotes } from '../../../core/export/obsidian';
import { obsidianTag } from '../../../core/export/obsidian-tag';
import { openZip } from '../../../core/zip/read-zip';
import {
  aCode,
  anAnnotation,
  anArchive,
  anArticle,
  anyText,
  archives,
  aTarget,
  someMetadata,
} from '../../builders';
import { bytesOf, textOf } from '../zip/written';
import { readMarkdown } from './markdown-read';
import { someOptions } from './written';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const listed: T[] = [];
  for await (const item of items) listed.push(item);
  return listed;
}

describe('obsidianNotes', () => {
  it('writes front matter, the citation and a callout with a block id for each quote', async () => {
    const top = aCode({ name: '3 主体' });
    const codes = [top, aCode({ name: '区 委', parentId: top.id })];
    const article = anArticle();
    const annotation = anAnnotation({
      articleId: article.id,
      target: aTarget({ quote: { exact: '他说“稳中\n向好”', prefix: '', suffix: '' } }),
      codeIds: codes.map(({ id }) => id),
      note: '见上',
    });
    const source = archiveSource(anArchive({ articles: [article], annotations: [annotation], codes }));
    const [note] = await all(obsidianNotes(source, someOptions));
    expect(note?.name).toBe('2024-01-10 全区经济稳中向好.md');
    const { frontMatter, body } = readMarkdown(note?.text ?? '');
    expect(frontMatter).toMatchObject({
      tags: ['3-主体', '3-主体/区-委'],
      published: '2024-01-10T09:31+08:00',
    });
    const [link] = /\[打开原文此处\]\(<[^>]+>\)/u.exec(body) ?? [];
    expect(body).toBe(
      [
        '',
        '# 全区经济稳中向好',
        '',
        '张三. 全区经济稳中向好\\[N/OL\\]. 静安报，2024-01-10. https\\://news.example/2024/01/10/1.html.',
        '',
        '> [!quote] #3-主体 #3-主体/区-委 ',
        '> 他说“稳中',
        '>',
        '> 向好”',
        '>',
        '> 备注：见上',
        '>',
        `> ${link}`,
        '',
        `^h-${annotation.id}`,
        '',
        '',
      ].join('\n'),
    );
  });

  it('quotes every annotation of any library, each note with sound front matter and a name of its own', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const source = archiveSource(archive);
        const notes = await all(obsidianNotes(source, someOptions));
        expect(notes).toHaveLength(source.articleCount);
        expect(new Set(notes.map(({ name }) => name.toLowerCase())).size).toBe(notes.length);
        for (const { name, text } of notes) {
          expect(name).toMatch(/^[^\\/:*?"<>|#^[\]\p{Cc}.][^\\/:*?"<>|#^[\]\p{Cc}]*\.md$/u);
          expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
          const { frontMatter, live } = readMarkdown(text);
          expect(frontMatter).toHaveProperty('title');
          expect(live).toEqual([]);
        }
        const ids = notes.flatMap(({ text }) => Array.from(text.matchAll(/^\^h-(\S+)$/gmu), ([, id]) => id));
        const kept = archive.annotations.filter(({ deleted }) => deleted === null);
        expect(ids.toSorted()).toEqual(kept.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('tells two articles of one day and title apart, whatever their capitals', async () => {
    const articles = ['Budget', 'budget', '其他'].map((title) =>
      anArticle({ metadata: someMetadata({ title: { value: title, from: 'heading' } }) }),
    );
    const annotations = articles.map(({ id }) => anAnnotation({ articleId: id }));
    const notes = await all(obsidianNotes(archiveSource(anArchive({ articles, annotations })), someOptions));
    const [first, second] = articles;
    expect(notes.map(({ name }) => name)).toEqual([
      `2024-01-10 Budget.${first?.id}.md`,
      `2024-01-10 budget.${second?.id}.md`,
      '2024-01-10 其他.md',
    ]);
  });
});

describe('obsidianExporter', () => {
  it('packs the notes into a zip, the same at every writing', async () => {
    const article = anArticle();
    const archive = anArchive({
      articles: [article],
      annotations: [anAnnotation({ articleId: article.id })],
    });
    const source = archiveSource(archive);
    const pack = () => bytesOf(obsidianExporter.write(source, someOptions));
    const zip = await pack();
    expect(zip).toEqual(await pack());
    const [note] = await all(obsidianNotes(source, someOptions));
    expect(namesAndTexts(zip)).toEqual([[note?.name, note?.text]]);
  });
});

describe('obsidianTag', () => {
  it.each([
    [['框架', '经济框架'], '框架/经济框架'],
    [['1 实施细则'], '1-实施细则'],
    [['2024'], '_2024'],
    [['2024', '1'], '_2024/1'],
    [['a, b; "c"'], 'a-b-c'],
    [['#'], '-'],
    [['_a_', '_'], 'a/-'],
    [['区委（党组）'], '区委-党组'],
  ])('of %j is %j', (path, tag) => {
    expect(obsidianTag(path)).toBe(tag);
  });

  it('is one that Obsidian takes, whatever the name', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), (path) => {
        const tag = obsidianTag(path);
        expect(tag).toMatch(/^[\p{L}\p{N}\p{M}_/-]+$/u);
        expect(tag).toMatch(/[^\p{N}/]/u);
        expect(tag.split('/')).toHaveLength(path.length);
      }),
    );
  });
});

function namesAndTexts(bytes: Uint8Array): [string, string][] {
  const zip = openZip(bytes);
  return zip.names.map((name) => [name, textOf(zip.bytes(name))]);
}
