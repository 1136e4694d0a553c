import { describe, expect, it } from 'vitest';
import type { Status } from '../../components/sidebar-model';
import type { Operation, OperationKind } from '../../core/operation';
import type { Placement } from '../../core/placement';
import { textDifference } from '../../core/text-difference';
import { type Facts, nothingKnown, type PageFacts } from '../../entrypoints/sidepanel/facts';
import { createPresent } from '../../entrypoints/sidepanel/present';
import { aCode, anAnnotation, anArticle, aPlacement, aTarget, someMetadata } from '../builders';

const present = createPresent();
const tab = { id: 7, url: 'https://news.example/1' };
const page = (over: Partial<PageFacts> = {}): PageFacts => ({
  tab,
  detection: null,
  metadata: null,
  article: null,
  placements: [],
  isAsked: true,
  ...over,
});
const detection = (isArticle: boolean) => ({
  isArticle,
  probability: 0.5,
  reasons: ['little_text' as const],
});
const shownPage = (facts: PageFacts, library: Partial<Facts['library']> = {}) =>
  present({ ...nothingKnown, page: facts, library: { ...nothingKnown.library, ...library } }).page;

describe('the page', () => {
  it.each<[string, PageFacts, string]>([
    ['nothing is known of the tab', page({ tab: null, isAsked: false }), 'loading'],
    ['the page was not asked yet', page({ isAsked: false }), 'loading'],
    ['it is an article whose annotator is on its way', page({ detection: detection(true) }), 'loading'],
    ['it is none', page({ detection: detection(false) }), 'not-article'],
    ['it speaks of itself', page({ detection: detection(false), metadata: someMetadata() }), 'article'],
    ['no script of ours was there when it was opened', page(), 'unread'],
    ['it is the browser’s own', page({ tab: { id: 7, url: 'about:config' } }), 'closed'],
    ['the browser does not tell', page({ tab: { id: 7, url: '' } }), 'closed'],
  ])('is shown right when %s', (_, facts, kind) => {
    expect(shownPage(facts).kind).toBe(kind);
  });

  it('is an article when the library knows it, though no script answers', () => {
    const article = anArticle();
    expect(shownPage(page(), { article })).toEqual({ kind: 'article', metadata: article.metadata });
  });
});

describe('an offer to undo', () => {
  const step = (id: string, kind: OperationKind): Operation => ({
    id,
    device: 'd',
    clock: '1',
    kind,
    changes: [],
    undoes: null,
  });
  const shown = (status: Status, undo: Operation | null) =>
    present({
      ...nothingKnown,
      library: { ...nothingKnown.library, undo },
      wish: { ...nothingKnown.wish, status },
    }).status;
  const deleted = { kind: 'deleted', operationId: 'one' } as const;
  const imported = { kind: 'imported', operationId: 'one', count: 2 } as const;

  it('stands while it would take back what it speaks of', () => {
    expect(shown(deleted, step('one', 'delete'))).toBe(deleted);
    expect(shown(imported, step('one', 'import'))).toBe(imported);
  });

  it('ends when another step came, of the same kind too, as from a page', () => {
    const after = [step('two', 'keep'), step('two', 'delete'), step('two', 'import'), null];
    expect(after.flatMap((undo) => [shown(deleted, undo), shown(imported, undo)])).toEqual(
      Array.from({ length: 8 }, () => null),
    );
  });
});

it('lists cards in page order, lost ones apart, and counts whatever is searched', () => {
  const article = anArticle();
  const of = (exact: string) =>
    anAnnotation({ articleId: article.id, target: aTarget({ quote: { exact, prefix: '', suffix: '' } }) });
  const [first, second, gone] = [of('wall one'), of('wall two'), of('bridge')];
  const state = present({
    ...nothingKnown,
    page: page({
      metadata: someMetadata(),
      placements: [
        aPlacement({ id: second.id, start: 20 }),
        aPlacement({ id: first.id, start: 3 }),
        aPlacement({ id: gone.id, grade: 'lost' }),
      ],
    }),
    library: { ...nothingKnown.library, article, annotations: [gone, second, first] },
    wish: { ...nothingKnown.wish, search: 'wall' },
  });
  expect(state.cards.map(({ quote }) => quote)).toEqual(['wall one', 'wall two']);
  expect(state.lost).toEqual([]);
  expect(state.articleCounts).toEqual({ kept: 3, unclear: 0, lost: 1 });
  expect(state.exportCounts).toMatchObject({ article: 3, search: 2 });
});

it('lists an article by the words and the code of the search, sub-codes too, and offers as many to be exported', () => {
  const [top, other] = [aCode({ name: '主体' }), aCode({ name: '经济' })];
  const below = aCode({ name: '区委', parentId: top.id });
  const article = anArticle();
  const of = (codeIds: string[], note: string) => anAnnotation({ articleId: article.id, codeIds, note });
  const annotations = [of([below.id], 'taxes'), of([top.id], 'syntax'), of([other.id], 'tax')];
  const { cards, exportCounts } = present({
    ...nothingKnown,
    page: page({ metadata: someMetadata() }),
    library: { ...nothingKnown.library, article, annotations, codes: [top, below, other] },
    wish: { ...nothingKnown.wish, search: 'tax', codeFilter: top.id },
  });
  expect(cards.map(({ note }) => note)).toEqual(['taxes']);
  expect(exportCounts.search).toBe(1);
});

it('makes the list of codes only when the codebook or what is counted has changed', () => {
  const library = { ...nothingKnown.library, codes: [aCode()], annotations: [anAnnotation()] };
  const facts = { ...nothingKnown, library };
  const { codes } = present(facts);
  expect(present({ ...facts, wish: { ...facts.wish, search: 'x' } }).codes).toBe(codes);
  expect(present({ ...facts, library: { ...library, codes: [...library.codes] } }).codes).not.toBe(codes);
});

describe('what has changed since the first annotation', () => {
  const article = anArticle({ snapshot: 'a'.repeat(64) });
  const kept = anAnnotation({
    articleId: article.id,
    target: aTarget({
      quote: { exact: '十二支', prefix: '', suffix: '' },
      position: { start: 2, end: 5 },
      snapshot: article.snapshot,
    }),
  });
  const later = anAnnotation({
    articleId: article.id,
    target: aTarget({ position: { start: 2, end: 5 }, snapshot: 'b'.repeat(64) }),
  });
  const changes = {
    since: '2026-03-01T08:00:00.000Z',
    list: textDifference('共有十二支排查队。', '共有十五支排查队。'),
  };
  const shown = (placements: Placement[], over: Partial<Facts['library']> = {}) =>
    present({
      ...nothingKnown,
      page: page({ placements }),
      library: { ...nothingKnown.library, article, annotations: [kept, later], changes, ...over },
    }).revisit;
  const placed = [aPlacement({ id: kept.id, grade: 'changed' }), aPlacement({ id: later.id })];

  it('names the annotations whose words were changed, of those that count in the first text', () => {
    expect(shown(placed)?.changes.map(({ touched }) => touched)).toEqual([
      [{ id: kept.id, quote: '十二支' }],
    ]);
  });

  it.each<[string, Placement[], Partial<Facts['library']>]>([
    ['the text is the same', placed, { changes: { ...changes, list: [] } }],
    ['no text was kept', placed, { changes: null }],
    ['the page is still settling', [aPlacement({ id: kept.id, grade: 'pending' })], {}],
    ['the page has not told of any place', [], {}],
  ])('is not said when %s', (_, placements, library) => {
    expect(shown(placements, library)).toBeNull();
  });
});

it('the same text elsewhere is told by its title and its first address', () => {
  const article = anArticle();
  const library = { ...nothingKnown.library, sameText: { article, count: 3 } };
  expect(present({ ...nothingKnown, page: page(), library }).sameText).toEqual({
    articleId: article.id,
    title: '全区经济稳中向好',
    language: 'zh-CN',
    address: article.addresses[0],
    count: 3,
  });
});
