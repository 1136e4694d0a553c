import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerBackground } from '../../platform/answer-background';
import { playBrowser, send, unanswered } from './played-browser';

let browser: ReturnType<typeof playBrowser>;
let stop: AbortController;
const background = { id: 'pressmark' };
const asking = (name: string, to = 'tab') => ({ to, name, request: { id: 'one' } });

beforeEach(() => {
  browser = playBrowser();
  vi.stubGlobal('browser', browser);
  stop = new AbortController();
});
afterEach(() => vi.unstubAllGlobals());

it('answers what it can, and leaves the rest to the other script', async () => {
  const reveal = vi.fn(() => undefined);
  answerBackground({ reveal }, stop.signal);
  expect(await send(browser, asking('reveal'), background)).toEqual({ ok: true, value: undefined });
  expect(reveal).toHaveBeenCalledExactlyOnceWith({ id: 'one' });
  for (const name of ['detection', 'constructor', '__proto__']) {
    expect(await send(browser, asking(name), background)).toBe(unanswered);
  }
});

it('answers an error by its name', async () => {
  answerBackground({ changed: () => Promise.reject(new TypeError('no')) }, stop.signal);
  expect(await send(browser, asking('changed'), background)).toEqual({
    ok: false,
    name: 'TypeError',
    message: 'no',
  });
});

it('hears nobody else, and nobody after the signal', async () => {
  const reveal = vi.fn(() => undefined);
  answerBackground({ reveal }, stop.signal);
  expect(await send(browser, asking('reveal'), { id: 'stranger' })).toBe(unanswered);
  expect(await send(browser, asking('reveal', 'background'), background)).toBe(unanswered);
  stop.abort();
  answerBackground({ reveal }, stop.signal);
  expect(await send(browser, asking('reveal'), background)).toBe(unanswered);
  expect(reveal).not.toHaveBeenCalled();
});
