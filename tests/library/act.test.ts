/** What the library's page does to a real library, and what it shows of it. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LibraryView, usualView } from '../../core/library-view';
import { type LibraryFacts, nothingKnown } from '../../entrypoints/library/facts';
import { allCodes } from '../../store/codes';
import type { Store } from '../../store/open-store';
import { savedSearches } from '../../store/saved-searches';
import { createLibrarySearch } from '../../store/search';
import { playBrowser } from '../platform/played-browser';
import { address, aLibrary, keep } from '../store/a-library';

const holder = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return holder.browser;
  },
}));
vi.mock('../../platform/save-file', () => ({ saveFile: vi.fn() }));
const { libraryActions } = await import('../../entrypoints/library/act');
const { followView } = await import('../../entrypoints/library/follow-view');
const { createListMaker } = await import('../../entrypoints/library/make-list');

let browser: ReturnType<typeof playBrowser>;
let store: Store;
let stop: AbortController;
let facts: LibraryFacts;
let actions: ReturnType<typeof libraryActions>;
const written: [LibraryView, boolean][] = [];
const lists = createListMaker(() => undefined, new AbortController().signal);
const options = { coder: '', hasTexts: true };
const change = (next: Partial<LibraryFacts>) => {
  facts = { ...facts, ...next };
};
const until = (check: () => void) => vi.waitFor(check, 10_000);
const foundIds = () => lists.now(facts)?.foundIds ?? null;

async function open(view: LibraryView = usualView): Promise<void> {
  facts = { ...nothingKnown, view };
  const fail = (error: unknown) => expect.fail(String(error));
  const search = createLibrarySearch(store);
  const following = followView({
    holdRows: () => {},
    onWhole: () => {},
    store,
    search,
    facts: () => facts,
    change,
    fail,
    signal: stop.signal,
  });
  actions = libraryActions({
    store,
    facts: () => facts,
    change,
    show(next, isTyping) {
      following.show(next);
      written.push([next, isTyping]);
    },
    read: following.read,
    look: () => undefined,
    list: () => lists.now(facts),
  });
  await following.begin();
}

beforeEach(async () => {
  browser = playBrowser();
  holder.browser = browser;
  written.length = 0;
  stop = new AbortController();
  store = await aLibrary().open();
});
afterEach(() => {
  stop.abort();
  store.database.close();
});

describe('what is shown', () => {
  it('is the first of it before all of it, then all, and again after each change', async () => {
    const { id } = await keep(store);
    await open();
    expect(facts.found?.isWhole).toBe(false);
    expect(foundIds()).toEqual([id]);
    await until(() => expect(facts.found?.isWhole).toBe(true));
    const second = await keep(store, { note: 'second' });
    await until(() => expect(foundIds()).toEqual([second.id, id]));
    await until(() => expect(facts.facets?.noted).toBe(1));
  });

  it('is what the query asks for, in the trash too', async () => {
    const kept = await keep(store, { note: '税收' });
    const trashed = await keep(store, { note: '税收' });
    await keep(store);
    await open({ ...usualView, query: 'note:税' });
    await until(() => expect(foundIds()).toEqual([trashed.id, kept.id]));
    actions.remove(trashed.id);
    await until(() => expect(foundIds()).toEqual([kept.id]));
    actions.show({ isTrashed: true });
    await until(() => expect(foundIds()).toEqual([trashed.id]));
    actions.restore([trashed.id]);
    await until(() => expect(foundIds()).toEqual([]));
  });

  it('has beside it what each filter would leave of it, whatever filter of its kind is on', async () => {
    const { codeIds } = await keep(store, { note: '税收', newCodes: ['主体'] });
    await keep(store, { note: '预算' });
    await keep(store);
    const counts = () => [facts.facets?.noted, facts.facets?.codes.get(codeIds[0] ?? '')];
    await open();
    await until(() => expect(counts()).toEqual([2, 1]));
    actions.show({ query: '税' });
    await until(() => expect(counts()).toEqual([1, 1]));
    actions.show({ query: '-has:note' });
    await until(() => expect(counts()).toEqual([0, undefined]));
    actions.show({ query: 'has:note -税' });
    await until(() => expect(counts()).toEqual([1, undefined]));
  });

  it('is written with whether it was typed, and a filter is written into the query', async () => {
    const { codeIds } = await keep(store, { newCodes: ['主体/区委'] });
    await open();
    actions.show({ query: '区' }, true);
    await until(() => expect(facts.shelf.codes).toHaveLength(2));
    actions.askForCode(codeIds[0] ?? '');
    actions.turnFilter({ kind: 'outlet', name: '静安报' });
    expect(written.map(([{ query }, isTyping]) => [query, isTyping])).toEqual([
      ['区', true],
      ['区 code:"/主体/区委"', false],
      ['区 code:"/主体/区委" outlet:"静安报"', false],
    ]);
  });
});

describe('an annotation', () => {
  it('is read with its article, which stays while another one of it is read', async () => {
    const [one, other] = [await keep(store), await keep(store)];
    await open();
    actions.read(one.id);
    await until(() => expect(facts.reading?.annotations).toHaveLength(2));
    const { reading } = facts;
    actions.read(other.id);
    await until(() => expect(facts.read?.annotation.id).toBe(other.id));
    expect(facts.reading).toBe(reading);
  });

  it('is shown on its page, at its words', async () => {
    const { id } = await keep(store);
    await open();
    actions.reveal(id);
    await until(() => expect(browser.tabs.create).toHaveBeenCalledOnce());
    const [tab] = browser.tabs.create.mock.calls[0] ?? [];
    expect(JSON.stringify(tab)).toContain(`${address}#:~:text=`);
  });

  it('is coded with others in one step, which is undone', async () => {
    const [one, other] = [await keep(store), await keep(store)];
    await open();
    actions.editMany([one.id, other.id], { newCodes: ['责任'] });
    await until(() => expect(facts.outcome.status).toMatchObject({ kind: 'done', step: { count: 2 } }));
    actions.undo();
    await until(async () => expect(await allCodes(store)).toEqual([]));
  });
});

describe('an export', () => {
  it.each([
    ['chosen', 1],
    ['search', 2],
    ['everything', 3],
  ] as const)('of %s holds what it says', async (scope, count) => {
    const { id } = await keep(store, { note: '税收' });
    await keep(store, { note: '税收' });
    await keep(store);
    await open({ ...usualView, query: 'note:税' });
    await until(() => expect(foundIds()).toHaveLength(2));
    actions.exportFile({ scope, format: 'json-ld', ids: [id], options });
    await until(() => expect(facts.outcome.exportRun?.kind).toBe('written'));
    const run = facts.outcome.exportRun;
    expect(run?.kind === 'written' ? run.report : null).toMatchObject({ annotations: count });
  });
});

it('a search is saved under a name as the address has it, shown again, and forgotten', async () => {
  await open({ ...usualView, query: '税', order: 'page' });
  actions.saveSearch('tax');
  await until(() => expect(facts.shelf.saved).toMatchObject([{ name: 'tax' }]));
  actions.show({ query: '', order: 'newest' });
  const [saved] = facts.shelf.saved;
  if (saved === undefined) throw new Error('nothing was saved');
  actions.showSaved(saved);
  expect(facts.view).toEqual({ ...usualView, query: '税', order: 'page' });
  actions.removeSaved(saved.id);
  await until(async () => expect(await savedSearches(store)).toEqual([]));
});
