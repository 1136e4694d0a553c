// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Known } from '../../core/anchoring/place-quotes';
import { askBackground, ExtensionGoneError } from '../../platform/ask-background';
import { createLibraryClient } from '../../platform/library-client';
import { aTarget } from '../builders';
import { playBrowser } from './played-browser';

let browser: ReturnType<typeof playBrowser>;

beforeEach(() => {
  vi.useFakeTimers();
  browser = playBrowser();
  vi.stubGlobal('browser', browser);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The outcome, after all the waiting. */
async function outcome<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(5_000);
  return asked;
}

it('gives what the background answers, and says where it asks from', async () => {
  browser.runtime.sendMessage.mockResolvedValue({ ok: true, value: { annotations: [] } });
  expect(await askBackground('load', {})).toEqual({ annotations: [] });
  expect(browser.runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({
    to: 'background',
    name: 'load',
    request: {},
    at: location.href,
  });
});

it('says what the page says of itself with each request that finds its article', async () => {
  browser.runtime.sendMessage.mockResolvedValue({ ok: true, value: null });
  const claim = { canonical: 'https://news.example/1', fingerprint: [] };
  await createLibraryClient(() => claim).load();
  expect(browser.runtime.sendMessage).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ claim }));
});

it.each([
  'The message port closed before a response was received.',
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
  'Could not establish connection. Receiving end does not exist.',
  "Actor 'Conduits' destroyed before query 'RuntimeMessage' was resolved",
  'Promised response from onMessage listener went out of scope',
])('asks again, with the same command, when the worker died: %s', async (words) => {
  browser.runtime.sendMessage
    .mockRejectedValueOnce(new Error(words))
    .mockResolvedValueOnce(undefined)
    .mockResolvedValueOnce({ ok: true });
  await outcome(createLibraryClient(() => null).remove('one'));
  const sent = browser.runtime.sendMessage.mock.calls.map(([message]) => message);
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map((message) => JSON.stringify(message))).size).toBe(1);
  expect(sent[0]).toMatchObject({
    request: { id: 'one', commandId: expect.stringMatching(/^[0-9a-f-]{36}$/u) },
  });
});

it('asks again while the browser has not told the background the new address', async () => {
  browser.runtime.sendMessage
    .mockResolvedValueOnce({ ok: false, name: 'AddressLagsError', message: 'not yet' })
    .mockResolvedValueOnce({ ok: true, value: 'there' });
  expect(await outcome(askBackground('load', {}))).toBe('there');
});

it('passes a refusal on by its name, without asking again', async () => {
  const refusal = { ok: false, name: 'NewerLibraryError', message: 'the message channel closed' };
  browser.runtime.sendMessage.mockResolvedValue(refusal);
  await expect(outcome(askBackground('load', {}))).rejects.toMatchObject({ name: 'NewerLibraryError' });
  expect(browser.runtime.sendMessage).toHaveBeenCalledTimes(1);
});

it('gives up after six times, with the last error', async () => {
  let count = 0;
  browser.runtime.sendMessage.mockImplementation(async () => {
    count += 1;
    throw new Error(`port closed ${count}`);
  });
  await expect(outcome(askBackground('load', {}))).rejects.toThrow('port closed 6');
  expect(vi.getTimerCount()).toBe(0);
});

it('says that nobody answered', async () => {
  await expect(outcome(askBackground('load', {}))).rejects.toMatchObject({ name: 'NoAnswerError' });
});

it('says that the extension is gone, at once or while it asks', async () => {
  browser.runtime.sendMessage.mockRejectedValueOnce(new Error('Extension context invalidated.'));
  await expect(askBackground('load', {})).rejects.toThrow(ExtensionGoneError);
  browser.runtime.sendMessage.mockImplementationOnce(async () => {
    Reflect.deleteProperty(browser.runtime, 'id');
    throw new Error('port closed');
  });
  await expect(outcome(askBackground('load', {}))).rejects.toThrow(ExtensionGoneError);
  await expect(askBackground('load', {})).rejects.toThrow(ExtensionGoneError);
  expect(browser.runtime.sendMessage).toHaveBeenCalledTimes(2);
});

it('asks for the comparing of texts with the quotes alone, without address and path', async () => {
  browser.runtime.sendMessage.mockResolvedValue({ ok: true, value: [] });
  const { source, range, ...known } = aTarget();
  const page = { text: '全区经济稳中向好。', origin: 0 };
  await createLibraryClient(() => null).match([{ source, range, ...known } as Known], page);
  expect(browser.runtime.sendMessage).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ name: 'match', request: { records: [known], page } }),
  );
});
