/** Hypothesis JSON has the shape that the client imports, and what it cannot carry is named. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../core/archive';
import { codePath, parsePath } from '../../../core/code';
import { nameKey } from '../../../core/codebook/code-place';
import { archiveSource } from '../../../core/export/archive-source';
import { hypothesisExporter, isBetweenTexts } from '../../../core/export/hypothesis';
import { readHypothesis } from '../../../core/import/hypothesis';
import { aCode, anAnnotation, anArchive, anArticle, archives, aTarget } from '../../builders';
import { readFile } from '../import/environment';
import { plainOptions, writeAll } from './write-all';

const code = aCode({ name: '框架', definition: '怎么说' });
const leaf = aCode({ name: '经济框架', parentId: code.id });
const unused = aCode({ name: '未用' });
const article = anArticle({ addresses: ['https://news.example/1.html', 'https://m.news.example/1.html'] });
const range = { startPath: '/p[1]/text()[1]', startOffset: 2, endPath: '/p[1]/text()[1]', endOffset: 6 };
const own = anAnnotation({
  articleId: article.id,
  target: aTarget({ source: 'https://news.example/1.html', position: { start: 13, end: 17 }, range }),
  codeIds: [leaf.id],
  note: '见下文',
  creator: '李四 (甲)',
});
const library = anArchive({
  articles: [article],
  codes: [code, leaf, unused],
  annotations: [own, anAnnotation({ articleId: article.id, deleted: '2026-03-02T00:00:00.000Z' })],
});

/** What a tag can say of each annotation's codes. */
function tagsOf({ codes, annotations }: Archive): Map<string, string[]> {
  const byId = new Map(codes.map((one) => [one.id, one]));
  return new Map(
    annotations.map(({ id, codeIds }) => [
      id,
      codeIds
        .flatMap((codeId) => byId.get(codeId) ?? [])
        .map((one) => parsePath(codePath(one, byId).join('/')).map(nameKey).join('/')),
    ]),
  );
}

describe('hypothesisExporter', () => {
  it('writes what the client imports: three selectors in UTF-16 units, tags as paths, text, address and title', async () => {
    const file = JSON.parse(
      await writeAll(hypothesisExporter, library, { ...plainOptions, coder: '编码员甲' }),
    );
    expect(file).toMatchObject({ export_date: library.exported, client_version: 'Pressmark' });
    expect(file.annotations).toHaveLength(1);
    expect(file.annotations[0]).toMatchObject({
      id: own.id,
      uri: 'https://news.example/1.html',
      text: '见下文',
      tags: ['框架/经济框架'],
      document: { title: ['全区经济稳中向好'] },
      user_info: { display_name: '李四 (甲)' },
      target: [
        {
          source: 'https://news.example/1.html',
          selector: [
            {
              type: 'RangeSelector',
              startContainer: '/p[1]/text()[1]',
              startOffset: 2,
              endContainer: '/p[1]/text()[1]',
              endOffset: 6,
            },
            { type: 'TextPositionSelector', start: 13, end: 17 },
            { type: 'TextQuoteSelector', exact: '稳中向好', prefix: '全区经济', suffix: '。' },
          ],
        },
      ],
    });
    expect(file.annotations[0].user).toMatch(/^acct:[^@\s]+@pressmark\.example$/u);
  });

  it('says what it cannot carry', async () => {
    const losses = await hypothesisExporter.losses(archiveSource(library, { hasTrash: true }), plainOptions);
    expect(Object.fromEntries(losses.map(({ what, count }) => [what, count]))).toEqual({
      colour: 1,
      definition: 1,
      'codebook-tree': 1,
      metadata: 1,
      trash: 1,
    });
  });

  it('brings 200 random libraries back but for what it names', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const kept = {
          ...archive,
          annotations: archive.annotations.filter(
            ({ deleted, target }) => deleted === null && target.quote.exact.trim() !== '',
          ),
        };
        const { archive: back, bad } = await readFile(
          readHypothesis,
          await writeAll(hypothesisExporter, kept),
        );
        expect(bad).toEqual(bad.filter(({ why }) => why === 'has a tag without a name'));
        const found = new Map(back.annotations.map((one) => [one.id, one]));
        const clean = (text: string) => text.replace(/\r\n?/gu, '\n');
        for (const { id, target, note, created, modified } of kept.annotations) {
          const one = found.get(id);
          expect(one).toMatchObject({ note: clean(note), created, modified });
          expect(one?.target.quote.exact).toBe(clean(target.quote.exact));
          expect(one?.target.range).toEqual(
            target.range !== null && isBetweenTexts(target.range) ? target.range : null,
          );
        }
        expect(back.annotations).toHaveLength(kept.annotations.length);
        const [tags, tagsBack] = [tagsOf(kept), tagsOf(back)];
        for (const [id, paths] of tags) expect(tagsBack.get(id)).toEqual([...new Set(paths.filter(Boolean))]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same bytes for the same library', async () => {
    const shuffled = { ...library, annotations: library.annotations.toReversed() };
    expect(await writeAll(hypothesisExporter, shuffled)).toBe(await writeAll(hypothesisExporter, library));
  });
});
