import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageFacts } from '../../entrypoints/sidepanel/facts';
import { later } from '../page/played-session';
import { playBrowser, send } from '../platform/played-browser';

const holder = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return holder.browser;
  },
}));
const { followTab } = await import('../../entrypoints/sidepanel/follow-tab');

const detection = { isArticle: false, probability: 0, reasons: [] };
const settle = () => new Promise((resolve) => setTimeout(resolve));
let browser: ReturnType<typeof playBrowser>;
let stop: AbortController;
let shown: PageFacts[];
const focusCard = vi.fn();

beforeEach(() => {
  browser = playBrowser();
  holder.browser = browser;
  stop = new AbortController();
  shown = [];
  lookAt(1);
});
afterEach(() => stop.abort());

const follow = (bound: number | null = null) =>
  followTab(bound, { show: (page) => void shown.push(page), focusCard }, stop.signal);
const lookAt = (id: number) =>
  void browser.tabs.query.mockResolvedValue([{ id, url: `https://news.example/${id}` }]);
const answers = (over: Record<string, unknown> = {}) =>
  void browser.tabs.sendMessage.mockImplementation(async (_id, message) => {
    const name = typeof message === 'object' && message !== null && 'name' in message ? message.name : '';
    const value = { detection, metadata: null, placements: [], focused: null, ...over }[String(name)];
    return { ok: true, value };
  });

it('shows that a tab is being asked, then what it says', async () => {
  answers();
  follow();
  await settle();
  expect(shown.map(({ tab, isAsked }) => [tab?.id, isAsked])).toEqual([
    [1, false],
    [1, true],
  ]);
  expect(shown.at(-1)?.detection).toEqual(detection);
});

it('is not led back to the tab before by a late answer', async () => {
  const late = later<unknown>();
  browser.tabs.sendMessage.mockReturnValue(late.promise);
  const { refresh } = follow();
  await settle();
  lookAt(2);
  answers();
  await refresh();
  late.resolve({ ok: true, value: detection });
  await settle();
  expect(shown.at(-1)).toMatchObject({ tab: { id: 2 }, isAsked: true });
});

it('knows nothing of a page that does not answer, or fails', async () => {
  browser.tabs.sendMessage.mockResolvedValue({ ok: false, name: 'TypeError', message: 'no' });
  follow();
  await settle();
  expect(shown.at(-1)).toMatchObject({ detection: null, metadata: null, isAsked: true });
});

it('stays with its own tab when it is bound to one, and says when that is gone', async () => {
  answers();
  browser.tabs.get.mockResolvedValueOnce({ id: 5, url: 'https://news.example/5' });
  const { refresh } = follow(5);
  await settle();
  expect(shown.at(-1)?.tab?.id).toBe(5);
  browser.tabs.get.mockRejectedValueOnce(new Error('No tab with id: 5.'));
  await refresh();
  expect(shown.at(-1)?.tab).toBeNull();
});

it('takes notices of its own tab, and none after the signal', async () => {
  answers({ metadata: {} });
  follow();
  await settle();
  const notice = (tabId: number, name: string, more: object) =>
    send(browser, { to: 'sidebar', name, request: { tabId, ...more } }, { id: 'pressmark' });
  const placements = [{ id: 'one', grade: 'exact', start: 3 }];
  await notice(2, 'placed', { placements });
  expect(shown.at(-1)?.placements).toEqual([]);
  await notice(1, 'placed', { placements });
  expect(shown.at(-1)?.placements).toEqual(placements);
  await notice(2, 'focusCard', { id: 'one' });
  await notice(1, 'focusCard', { id: 'two' });
  expect(focusCard.mock.calls).toEqual([['two']]);
  stop.abort();
  expect([browser.runtime.onMessage, browser.tabs.onUpdated].map(({ listeners }) => listeners.size)).toEqual([
    0, 0,
  ]);
});

it('asks the page again when it begins to be annotated', async () => {
  answers();
  follow();
  await settle();
  answers({ metadata: { title: null } });
  const notice = { to: 'sidebar', name: 'placed', request: { tabId: 1, placements: [] } };
  await send(browser, notice, { id: 'pressmark' });
  await settle();
  expect(shown.at(-1)?.metadata).toEqual({ title: null });
});

describe('a card that was asked for before this sidebar listened', () => {
  it('is brought into view, once, however often the tab is asked again', async () => {
    answers({ focused: 'one' });
    const { refresh } = follow();
    await settle();
    answers();
    await refresh();
    expect(focusCard.mock.calls).toEqual([['one']]);
    const asked = browser.tabs.sendMessage.mock.calls.filter(([, message]) => isAskedFor(message, 'focused'));
    expect(asked).toHaveLength(1);
  });

  it('is asked for again when another tab comes to the front, and not shown beside that one', async () => {
    const late = later<unknown>();
    browser.tabs.sendMessage.mockReturnValue(late.promise);
    const { refresh } = follow();
    await settle();
    lookAt(2);
    answers({ focused: 'two' });
    await refresh();
    late.resolve({ ok: true, value: 'one' });
    await settle();
    expect(focusCard.mock.calls).toEqual([['two']]);
  });

  it('is not told again by the page once a notice has told it', async () => {
    answers();
    follow();
    await settle();
    browser.tabs.sendMessage.mockClear();
    const notice = { to: 'sidebar', name: 'focusCard', request: { tabId: 1, id: 'one' } };
    await send(browser, notice, { id: 'pressmark' });
    expect(browser.tabs.sendMessage.mock.calls.map(([, message]) => isAskedFor(message, 'focused'))).toEqual([
      true,
    ]);
  });
});

function isAskedFor(message: unknown, name: string): boolean {
  return typeof message === 'object' && message !== null && 'name' in message && message.name === name;
}
