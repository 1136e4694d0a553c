/** What stands in the rows of an export, and in which order. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportRows } from '../../core/export/rows';
import {
  aCode,
  anAnnotation,
  anArchive,
  anArticle,
  archives,
  aSnapshot,
  aTarget,
  someMetadata,
} from '../builders';

function quoteAt(start: number, exact: string) {
  return aTarget({
    quote: { exact, prefix: '', suffix: '' },
    position: { start, end: start + exact.length },
  });
}

describe('exportRows', () => {
  it('counts positions in code points of the kept text', () => {
    const snapshot = aSnapshot({ text: '😀𠮷野家：稳中向好' });
    const article = anArticle({ snapshot: snapshot.sha256 });
    const target = { ...quoteAt(7, '稳中向好'), snapshot: snapshot.sha256 };
    const annotations = [anAnnotation({ articleId: article.id, target })];
    const [row] = exportRows(anArchive({ articles: [article], snapshots: [snapshot], annotations }));
    expect(row).toMatchObject({
      quote: '稳中向好',
      position: { start: 5, end: 9 },
      textSha256: snapshot.sha256,
      captured: snapshot.captured,
    });
  });

  it('counts each position in the text that the annotation names, whatever the article had at first', () => {
    const first = aSnapshot({ text: '稳中向好' });
    const later = aSnapshot({ text: '😀更正：稳中向好', captured: '2026-03-02T08:00:00.000Z' });
    const article = anArticle({ snapshot: first.sha256 });
    const targets = [
      { ...quoteAt(0, '稳中'), snapshot: first.sha256 },
      { ...quoteAt(5, '稳中'), snapshot: later.sha256 },
      aTarget({ quote: { exact: '稳中', prefix: '', suffix: '' } }),
    ];
    const annotations = targets.map((target) => anAnnotation({ articleId: article.id, target }));
    const rows = exportRows(anArchive({ articles: [article], snapshots: [first, later], annotations }));
    expect(rows).toMatchObject([
      { position: { start: 0, end: 2 }, textSha256: first.sha256, captured: first.captured },
      { position: { start: 4, end: 6 }, textSha256: later.sha256, captured: later.captured },
      { position: null, textSha256: first.sha256, captured: first.captured },
    ]);
  });

  it('gives no position where the text says something else, is not there, or was not kept', () => {
    const snapshot = aSnapshot({ text: '稳中向好' });
    const missing = 'f'.repeat(64);
    const article = anArticle({ snapshot: snapshot.sha256 });
    const targets = [
      { ...quoteAt(1, '稳中'), snapshot: snapshot.sha256 },
      { ...quoteAt(0, '稳中'), snapshot: missing },
      { ...quoteAt(0, '稳中'), snapshot: null },
      {
        ...quoteAt(0, '稳中向好'),
        position: { start: 0, end: Number.MAX_SAFE_INTEGER },
        snapshot: snapshot.sha256,
      },
    ];
    const annotations = targets.map((target) => anAnnotation({ articleId: article.id, target }));
    const rows = exportRows(anArchive({ articles: [article], snapshots: [snapshot], annotations }));
    expect(rows.map(({ position }) => position)).toEqual([null, null, null, null]);
  });

  it('sorts by date, title, place and time, with what has none last', () => {
    const dated = (value: string, title: string) =>
      anArticle({
        metadata: someMetadata({
          title: { value: title, from: 'heading' },
          published: { value, from: 'meta', zoneAssumed: false },
        }),
      });
    const undated = anArticle({ metadata: someMetadata({ published: null }) });
    const articles = [undated, dated('2024-02-01', 'a'), dated('2024-01-01', 'b'), dated('2024-01-01', 'a')];
    const annotations = articles.flatMap(({ id }) => [
      anAnnotation({ articleId: id, note: 'unplaced' }),
      anAnnotation({ articleId: id, note: 'second', target: quoteAt(9, 'x') }),
      anAnnotation({
        articleId: id,
        note: 'first, later',
        target: quoteAt(2, 'x'),
        created: '2026-03-02T08:00:00Z',
      }),
      anAnnotation({
        articleId: id,
        note: 'first',
        target: quoteAt(2, 'y'),
        created: '2026-03-01T08:00:00Z',
      }),
    ]);
    const rows = exportRows(anArchive({ articles, annotations: annotations.toReversed() }));
    expect([...new Set(rows.map(({ articleId }) => articleId))]).toEqual(
      articles.toReversed().map(({ id }) => id),
    );
    expect(rows.slice(0, 4).map(({ note }) => note)).toEqual(['first', 'first, later', 'second', 'unplaced']);
  });

  it('gives the same rows whatever the order of the records', () => {
    fc.assert(
      fc.property(archives, (archive) => {
        const turned = {
          ...archive,
          articles: archive.articles.toReversed(),
          annotations: archive.annotations.toReversed(),
          codes: archive.codes.toReversed(),
        };
        expect(exportRows(turned)).toEqual(exportRows(archive));
      }),
      { numRuns: 50 },
    );
  });

  it('gives every code its path and takes the colour of the first', () => {
    const parent = aCode({ name: '主体', colour: 'pink' });
    const child = aCode({ name: '区委', parentId: parent.id, colour: 'blue' });
    const article = anArticle();
    const annotations = [anAnnotation({ articleId: article.id, codeIds: [child.id, parent.id] })];
    const [row] = exportRows(anArchive({ articles: [article], annotations, codes: [parent, child] }));
    expect(row?.colour).toBe('blue');
    expect(row?.codes.map(({ path }) => path)).toEqual([['主体', '区委'], ['主体']]);
  });

  it('leaves the trash out', () => {
    const article = anArticle();
    const annotations = [anAnnotation({ articleId: article.id, deleted: '2026-03-02T08:00:00Z' })];
    expect(exportRows(anArchive({ articles: [article], annotations }))).toEqual([]);
  });
});
