/** What the library's page reads: the first rows without the packed texts, and the records of the rows in view. */

import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { FoundPart } from '../../core/library-list';
import { orderFound } from '../../core/library-list';
import { listRows } from '../../core/library-list-rows';
import { orderLibrary } from '../../core/library-order';
import { doAll } from '../../core/steps';
import { removeAnnotation } from '../../store/annotations';
import { importArchive } from '../../store/archive';
import { firstFound } from '../../store/library-list';
import { followRows, type RowRecords } from '../../store/library-rows';
import { editAnnotations } from '../../store/many';
import type { Store } from '../../store/open-store';
import { createLibrarySearch } from '../../store/search';
import { anAnnotation, anArchive, anArticle, anId } from '../builders';
import { aLibrary, keep } from './a-library';

const hour = 3_600_000;
const at = (hours: number) => new Date(Date.parse('2026-01-01T00:00:00Z') + hours * hour).toISOString();

function rowsOf(parts: readonly FoundPart[], isGrouped: boolean): string[] {
  const segments = parts.map(({ packed }) => packed);
  const library = doAll(orderLibrary(segments, 'newest', new Map()));
  const rows = listRows(orderFound(library, parts), { isGrouped, closedIds: new Set() });
  return Array.from({ length: rows.count }, (_, row) => JSON.stringify(rows.at(row), withoutPosition));
}

function withoutPosition(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value;
}

async function allOf(store: Store): Promise<FoundPart[]> {
  const { signal } = new AbortController();
  const parts: FoundPart[] = [];
  for await (const part of createLibrarySearch(store).find({ query: [], codes: [], signal }))
    parts.push(part);
  return parts;
}

describe('the first rows', () => {
  it('are the first of all that is found, flat and by article, whatever was changed or deleted since', async () => {
    const drawn = fc.array(
      fc.record({ article: fc.nat(4), created: fc.nat(30), later: fc.nat(20), isTrashed: fc.boolean() }),
      { minLength: 1, maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(
        drawn,
        fc.boolean(),
        fc.integer({ min: 1, max: 8 }),
        async (given, isGrouped, least) => {
          const store = await aLibrary().open();
          const articles = Array.from({ length: 5 }, (_, index) =>
            anArticle({ addresses: [`https://news.example/${index}`] }),
          );
          const annotations = given.map(({ article, created, later, isTrashed }, index) =>
            anAnnotation({
              articleId: articles[article]?.id ?? '',
              // One after the other: of those kept at the same moment, any may come first.
              created: at(created + index / 100),
              modified: at(created + later + index / 100),
              deleted: isTrashed ? at(60) : null,
            }),
          );
          await importArchive(store, anId(), anArchive({ articles, annotations }));
          const all = rowsOf(await allOf(store), isGrouped);
          const found = await firstFound(store, { least, isGrouped });
          const first = rowsOf(found?.parts ?? [], isGrouped);
          expect(first).toEqual(all.slice(0, first.length));
          const kept = annotations.filter(({ deleted }) => deleted === null).length;
          expect(first.length).toBeGreaterThanOrEqual(Math.min(least, kept));
          const packed = found?.parts[0]?.packed;
          expect([...(found?.rows.annotations.keys() ?? [])]).toEqual(packed?.ids);
          expect([...(found?.rows.articles.keys() ?? [])]).toEqual(packed?.articles.map(({ id }) => id));
          store.database.close();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are left to the packed texts where a few records do not tell them', async () => {
    const store = await aLibrary().open();
    const article = anArticle();
    const annotations = Array.from({ length: 700 }, (_, index) =>
      anAnnotation({ articleId: article.id, created: at(index), modified: at(2_000 - index) }),
    );
    await importArchive(store, anId(), anArchive({ articles: [article], annotations }));
    expect(await firstFound(store, { least: 40, isGrouped: false })).toBeNull();
    store.database.close();
  });
});

describe('the rows in view', () => {
  it('are read once, and again when something was written; what is not in view is let go', async () => {
    const store = await aLibrary().open();
    const [one, other] = [await keep(store), await keep(store, { note: 'other' })];
    const stop = new AbortController();
    let rows: RowRecords = { annotations: new Map(), articles: new Map() };
    const show = vi.fn((next: RowRecords) => {
      rows = next;
    });
    const { look, hold } = followRows(store, {
      signal: stop.signal,
      show,
      fail: (error) => expect.fail(String(error)),
    });
    hold({ annotations: new Map([['held', other]]), articles: new Map() });
    expect(rows.annotations.get('held')).toBe(other);
    look({ annotations: [one.id], articles: [one.articleId] });
    await vi.waitFor(() => expect(rows.annotations.get(one.id)).toEqual(one));
    expect(rows.articles.get(one.articleId)?.id).toBe(one.articleId);
    look({ annotations: [one.id, other.id], articles: [one.articleId] });
    await vi.waitFor(() => expect(rows.annotations.get(other.id)?.note).toBe('other'));

    await editAnnotations(store, { commandId: anId(), ids: [one.id], edit: { addNote: 'new' } });
    await vi.waitFor(() => expect(rows.annotations.get(one.id)?.note).toBe('new'));
    look({ annotations: [other.id], articles: [] });
    await removeAnnotation(store, { commandId: anId(), id: other.id, address: null });
    await vi.waitFor(() => expect(rows.annotations.get(other.id)?.deleted).not.toBeNull());
    expect(rows.annotations.has(one.id)).toBe(false);

    stop.abort();
    const shown = show.mock.calls.length;
    look({ annotations: [one.id], articles: [] });
    await keep(store);
    expect(show).toHaveBeenCalledTimes(shown);
    store.database.close();
  });
});
