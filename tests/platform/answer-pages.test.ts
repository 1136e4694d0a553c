import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anId } from '../builders';
import { playBrowser, send, unanswered } from './played-browser';

const holder = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return holder.browser;
  },
}));
const { answerPages } = await import('../../platform/answer-pages');

const address = 'https://news.example/1';
const load = vi.fn();
let browser: ReturnType<typeof playBrowser>;

beforeEach(() => {
  vi.useFakeTimers();
  browser = playBrowser();
  holder.browser = browser;
  load.mockReset().mockReturnValue('library');
  const handlers = new Proxy({}, { get: () => load, getOwnPropertyDescriptor: () => undefined });
  answerPages(handlers as Parameters<typeof answerPages>[0]);
});

const asking = (over: object = {}) => ({ to: 'background', name: 'load', request: {}, at: address, ...over });
const sender = (over: object = {}) => ({
  id: 'pressmark',
  url: address,
  origin: 'https://news.example',
  frameId: 0,
  tab: { id: 7, url: address },
  ...over,
});
const ask = (message: object = asking(), from: object = sender()) => send(browser, message, from);
const refused = { ok: false, name: 'RefusedRequestError' };

describe('a request', () => {
  it('is answered with the tab and the cleaned address, by the browser’s word', async () => {
    const shown = `${address}?utm_source=feed#top`;
    const from = sender({ tab: { id: 7, url: shown } });
    expect(await ask(asking({ at: shown }), from)).toEqual({ ok: true, value: 'library' });
    expect(load).toHaveBeenCalledExactlyOnceWith({}, { tabId: 7, source: shown, address, claim: null });
  });

  it('tells what the page says of itself, as long as it has the form', async () => {
    const claim = { canonical: 'https://news.example/2', fingerprint: [1, 2] };
    await ask(asking({ claim }));
    expect(load).toHaveBeenCalledExactlyOnceWith({}, expect.objectContaining({ claim }));
    for (const wrong of [null, 'x', { ...claim, more: 1 }, { ...claim, fingerprint: Array(65).fill(1) }]) {
      expect(await ask(asking({ claim: wrong }))).toMatchObject(refused);
    }
  });

  it('that fails is answered by the name of the error', async () => {
    load.mockRejectedValue(Object.assign(new Error('no'), { name: 'StorageRefusedError' }));
    expect(await ask()).toEqual({ ok: false, name: 'StorageRefusedError', message: 'no' });
    load.mockImplementation(() => {
      throw 'words';
    });
    expect(await ask()).toEqual({ ok: false, name: 'Error', message: 'words' });
  });

  it.each([
    ['another extension', { id: 'stranger' }],
    ['a frame', { frameId: 3 }],
    ['a sender without a frame', { frameId: undefined }],
    ['something without a tab', { tab: undefined }],
    ['a page that nobody sees yet', { documentLifecycle: 'prerender' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
  ])('of %s is refused', async (_, over) => {
    expect(await ask(asking(), sender(over))).toMatchObject(refused);
    expect(load).not.toHaveBeenCalled();
  });

  it.each(['file:///tmp/a.html', 'chrome-extension://pressmark/sidepanel.html', 'about:blank'])(
    'of %s is refused',
    async (url) => {
      const from = sender({ url, origin: undefined, tab: { id: 7, url } });
      const message = { to: 'background', name: 'load', request: {} };
      expect(await ask(message, from)).toMatchObject(refused);
    },
  );

  it.each([
    ['an unknown name', { name: 'constructor' }],
    ['a field too many', { request: { address } }],
    ['a wrong field', { name: 'remove', request: { commandId: anId(), id: '../1' } }],
  ])('with %s is refused', async (_, over) => {
    expect(await ask(asking(over))).toMatchObject(refused);
    expect(load).not.toHaveBeenCalled();
  });

  it('is refused beyond fifty a second, for that tab alone', async () => {
    for (let count = 0; count < 50; count += 1) expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toMatchObject(refused);
    expect(await ask(asking(), sender({ tab: { id: 8, url: address } }))).toMatchObject({ ok: true });
    vi.advanceTimersByTime(1_000);
    expect(await ask()).toMatchObject({ ok: true });
  });
});

describe('an address', () => {
  const other = 'https://news.example/2';

  it('that the browser has not told yet is a reason to ask again', async () => {
    expect(await ask(asking({ at: other }))).toMatchObject({ ok: false, name: 'AddressLagsError' });
    expect(load).not.toHaveBeenCalled();
  });

  it('is the tab’s after the page moved on within one document', async () => {
    await ask(asking({ at: other }), sender({ tab: { id: 7, url: other } }));
    expect(load.mock.lastCall?.[1].address).toBe(other);
  });

  it('is the sender’s where the tab is already elsewhere: a last word of the page before', async () => {
    await ask(asking(), sender({ tab: { id: 7, url: other } }));
    expect(load.mock.lastCall?.[1].address).toBe(address);
  });

  it('that only the page claims counts for nothing', async () => {
    expect(await ask(asking({ at: 'https://bank.example/' }))).toMatchObject({ ok: false });
    expect(load).not.toHaveBeenCalled();
  });
});

it('does not answer what is for others', async () => {
  for (const to of ['tab', 'sidebar', 'nobody']) expect(await ask(asking({ to }))).toBe(unanswered);
  for (const message of [null, 'load', {}, { to: 'background' }]) {
    expect(await send(browser, message, sender())).toBe(unanswered);
  }
});
