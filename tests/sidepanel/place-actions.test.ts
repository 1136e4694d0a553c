/** Deciding between places and re-attaching: what the page is asked, and what the reader hears of its answer. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Candidate } from '../../core/placement';
import { type Facts, nothingKnown, type WishFacts } from '../../entrypoints/sidepanel/facts';
import { reattachAnnotation } from '../../store/annotations';
import type { Store } from '../../store/open-store';
import { anId } from '../builders';
import { later } from '../page/played-session';
import { playBrowser } from '../platform/played-browser';
import { aDraft, address, aLibrary, keep } from '../store/a-library';

const holder = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return holder.browser;
  },
}));
const { sidebarActions } = await import('../../entrypoints/sidepanel/act');

let browser: ReturnType<typeof playBrowser>;
let store: Store;
let facts: Facts;
let actions: ReturnType<typeof sidebarActions>;
let id: string;
const refreshPage = vi.fn(async () => undefined);
const tab = { id: 7, url: address };
const place: Candidate = { start: 3, end: 7, score: 0.5, words: '稳中向好', before: '', after: '' };

beforeEach(async () => {
  browser = playBrowser();
  holder.browser = browser;
  vi.clearAllMocks();
  store = await aLibrary().open();
  ({ id } = await keep(store));
  facts = { ...nothingKnown, page: { ...nothingKnown.page, tab, isAsked: true } };
  const wish = (change: Partial<WishFacts>) => {
    facts = { ...facts, wish: { ...facts.wish, ...change } };
  };
  actions = sidebarActions({ store, facts: () => facts, wish, refreshPage });
});
afterEach(() => store.database.close());

const status = () => facts.wish.status;
const problem = () => facts.wish.problem?.key ?? null;
const until = (check: () => void) => vi.waitFor(check, 10_000);
/** What the pages were asked, oldest first. */
const asked = () => browser.tabs.sendMessage.mock.calls.map(([tabId, envelope]) => ({ tabId, envelope }));
const asking = (name: string, request: object) => ({ tabId: 7, envelope: { to: 'tab', name, request } });

/** As the page does before it answers. */
async function attach(commandId = anId()): Promise<string> {
  const { article } = aDraft();
  const quote = { exact: '经济', prefix: '全区', suffix: '稳中' };
  const selectors = { quote, position: { start: 2, end: 4 }, range: null };
  await reattachAnnotation(store, { commandId, id, address, source: address, selectors, article });
  return commandId;
}

describe('a place among several', () => {
  it('is shown by the page, and nothing is said when it cannot be', async () => {
    actions.revealPlace(place);
    expect(asked()).toEqual([asking('revealPlace', { start: 3, end: 7 })]);
    await until(() => expect(browser.tabs.sendMessage).toHaveBeenCalledOnce());
    expect(problem()).toBeNull();
  });

  it('is decided by the page, and the step can be taken back', async () => {
    const operationId = await attach();
    browser.tabs.sendMessage.mockResolvedValue({ ok: true, value: true });
    actions.choosePlace(id, place);
    await until(() => expect(status()).toEqual({ kind: 'attached', operationId }));
    expect(asked()).toEqual([asking('choosePlace', { id, start: 3, end: 7 })]);
  });

  it('offers to take back no other step that came meanwhile', async () => {
    await attach();
    await keep(store);
    browser.tabs.sendMessage.mockResolvedValue({ ok: true, value: true });
    actions.choosePlace(id, place);
    facts = { ...facts, wish: { ...facts.wish, status: { kind: 'exported', fileName: 'before.csv' } } };
    await until(() => expect(status()).toBeNull());
  });

  it('that is none by now is said, and the page is asked anew', async () => {
    browser.tabs.sendMessage.mockResolvedValue({ ok: true, value: false });
    actions.choosePlace(id, place);
    await until(() => expect(problem()).toBe('problem_place_gone'));
    expect(refreshPage).toHaveBeenCalledOnce();
  });

  it('on a page that does not answer, or cannot write, is said', async () => {
    actions.choosePlace(id, place);
    await until(() => expect(problem()).toBe('problem_page'));
    browser.tabs.sendMessage.mockResolvedValue({ ok: false, name: 'StorageFullError', message: 'full' });
    actions.choosePlace(id, place);
    await until(() => expect(problem()).toBe('problem_storage_full'));
  });
});

describe('while the page waits for words', () => {
  it('the sidebar knows for which, brings the page to the front, and hears that they were attached', async () => {
    const answer = later<unknown>();
    browser.tabs.sendMessage.mockReturnValue(answer.promise);
    actions.awaitPlace(id);
    expect(facts.wish.awaitedId).toBe(id);
    await until(() => expect(browser.tabs.update).toHaveBeenCalledWith(7, { active: true }));
    const operationId = await attach();
    answer.resolve({ ok: true, value: true });
    await until(() => expect(status()).toEqual({ kind: 'attached', operationId }));
    expect(facts.wish.awaitedId).toBeNull();
  });

  it.each([
    ['Esc on the page', { ok: true, value: false }],
    ['leaving the page', undefined],
  ])('%s ends it without a word', async (_what, answer) => {
    browser.tabs.sendMessage.mockResolvedValue(answer);
    actions.awaitPlace(id);
    await until(() => expect(facts.wish.awaitedId).toBeNull());
    expect([status(), problem()]).toEqual([null, null]);
  });

  it('it is stopped in the tab where it began, whichever is in front now', async () => {
    browser.tabs.sendMessage.mockReturnValue(later<unknown>().promise);
    actions.awaitPlace(id);
    facts = { ...facts, page: { ...facts.page, tab: { id: 8, url: 'https://other.example/' } } };
    actions.stopAwaiting();
    expect(asked().at(-1)).toEqual(asking('stopAwaiting', {}));
    expect(facts.wish.awaitedId).toBeNull();
  });

  it('another annotation takes over, and the end of the first is not its end', async () => {
    const [first, second] = [later<unknown>(), later<unknown>()];
    browser.tabs.sendMessage.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
    actions.awaitPlace(id);
    const other = await keep(store);
    actions.awaitPlace(other.id);
    first.resolve({ ok: true, value: false });
    await until(() => expect(browser.tabs.update).toHaveBeenCalledTimes(2));
    expect(facts.wish.awaitedId).toBe(other.id);
    second.resolve({ ok: true, value: false });
    await until(() => expect(facts.wish.awaitedId).toBeNull());
  });
});

it('what stood around the words is read from the library', async () => {
  expect(await actions.readFrozenText(id)).toMatchObject({
    before: '全区经济',
    words: '稳中向好',
    after: '。',
  });
});

it('a note that could not be saved is offered again, until it is saved or dismissed', async () => {
  const missing = anId();
  actions.edit(missing, { note: 'not lost' });
  await until(() => expect(facts.wish.unsavedNote).toEqual({ id: missing, note: 'not lost' }));
  actions.edit(id, { note: 'another' });
  await until(async () => expect((await store.database.annotations.get(id))?.note).toBe('another'));
  expect(facts.wish.unsavedNote).toEqual({ id: missing, note: 'not lost' });
  actions.dismissProblem();
  expect(facts.wish.unsavedNote).toBeNull();
  actions.edit(missing, { note: 'not lost' });
  await until(() => expect(facts.wish.unsavedNote).not.toBeNull());
  actions.edit(id, { note: 'not lost, but here' });
  await until(() => expect(facts.wish.unsavedNote).toBeNull());
});
