/** The list of the library's page, which may take longer than the page may stand still. */

import * as fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { orderFound } from '../../core/library-list';
import { type ListRows, listRows } from '../../core/library-list-rows';
import { orderLibrary } from '../../core/library-order';
import { usualView } from '../../core/library-view';
import { parseQuery } from '../../core/query/parse-query';
import { createScan } from '../../core/query/scan';
import { doAll } from '../../core/steps';
import { type FoundFacts, nothingKnown } from '../../entrypoints/library/facts';
import { createListMaker } from '../../entrypoints/library/make-list';
import { type AnyLibrary, anyLibrary } from '../core/any-packed';

const closedIds = new Set<string>();
const { signal } = new AbortController();
const found = ({ segments }: AnyLibrary, query: string): FoundFacts => {
  const scan = createScan(parseQuery(query), []);
  const parts = segments.map((packed) => ({ packed, indexes: scan(packed) }));
  return { parts, isWhole: true, view: { query, isTrashed: false } };
};
const given = (of: FoundFacts) => ({ ...nothingKnown, closedIds, view: usualView, found: of });
const plain = ({ parts }: FoundFacts): readonly string[] => {
  const segments = parts.map(({ packed }) => packed);
  const list = orderFound(doAll(orderLibrary(segments, usualView.order, new Map())), parts);
  return listRows(list, { isGrouped: true, closedIds: new Set() }).foundIds;
};
const idsOf = (list: ListRows | null) => list?.foundIds;

/** What the clock goes on by whenever somebody looks at it, in milliseconds. */
let step = 0;
let now = 0;

beforeEach(() => {
  step = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += step;
    return now;
  });
});

/** Every step takes longer than the page may stand still. */
const standstill = () => {
  step = 1_000;
};

const someLibrary = () => fc.sample(anyLibrary, { numRuns: 1, seed: 11 })[0] ?? expect.fail('none was drawn');

it('is there at once where it is quick, and the very same as long as nothing changed', () => {
  const onMade = vi.fn();
  const lists = createListMaker(onMade, signal);
  const all = found(someLibrary(), '');
  const made = lists.latest(given(all));
  expect(made.found).toBe(all);
  expect(made.isLatest).toBe(true);
  expect(idsOf(made.list)).toEqual(plain(all));
  expect(lists.latest(given(all)).list).toBe(made.list);
  expect(lists.now(given(all))).toBe(made.list);
  expect(onMade).not.toHaveBeenCalled();
});

it('stays the one before while a long one is made, which is shown when it is whole', async () => {
  const library = someLibrary();
  const onMade = vi.fn();
  const lists = createListMaker(onMade, signal);
  const [before, after] = [found(library, ''), found(library, '经')];
  const { list } = lists.latest(given(before));
  standstill();
  const meanwhile = lists.latest(given(after));
  expect(meanwhile.list).toBe(list);
  expect(meanwhile.found).toBe(before);
  expect(meanwhile.isLatest).toBe(false);
  expect(idsOf(lists.now(given(after)))).toEqual(plain(after));
  await vi.waitFor(() => expect(onMade).toHaveBeenCalledOnce());
  const made = lists.latest(given(after));
  expect(made.found).toBe(after);
  expect(made.isLatest).toBe(true);
  expect(idsOf(made.list)).toEqual(plain(after));
});

it('is never one that was asked for before another', async () => {
  const library = someLibrary();
  const shown: unknown[] = [];
  let all = found(library, '');
  const lists = createListMaker(() => shown.push(lists.latest(given(all)).found?.view.query), signal);
  standstill();
  for (const query of ['', '经', '经济']) {
    all = found(library, query);
    lists.latest(given(all));
  }
  await vi.waitFor(() => expect(shown).toEqual(['经济']));
  expect(idsOf(lists.latest(given(all)).list)).toEqual(plain(all));
});
