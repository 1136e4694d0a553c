// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Detection } from '../../../core/detection';
import { detectArticle } from '../../../page/detection/detect-article';
import { detectWhenReady } from '../../../page/detection/detect-when-ready';
import { later } from '../played-session';

const articleHead = '<meta property="og:type" content="article"><meta name="author" content="Ann Lee">';
const articleText = `<article><h1>News</h1><time datetime="2026-01-10">10 January 2026</time>${'<p>The council met for hours about the wall, and nobody went home before it was decided.</p>'.repeat(12)}</article>`;
const report = vi.fn<(detection: Detection, signal: AbortSignal) => Promise<void>>(async () => undefined);

const judge = () => detectArticle(document, location.href);

function show(isArticle: boolean): void {
  document.head.innerHTML = isArticle ? articleHead : '';
  document.body.innerHTML = isArticle ? articleText : '<a href="/">Home</a>';
}

function goTo(path: string): void {
  history.pushState(null, '', path);
}

const reports = () => report.mock.calls.map(([{ isArticle }]) => isArticle);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const set = (name: string, value: unknown) =>
  Object.defineProperty(document, name, { value, configurable: true });

beforeEach(() => {
  vi.useFakeTimers();
  report.mockReset().mockResolvedValue(undefined);
  goTo('/2026/01/10/council-wall-vote-12345.html');
  show(true);
});
afterEach(() => {
  Reflect.deleteProperty(document, 'prerendering');
  Reflect.deleteProperty(document, 'readyState');
  vi.clearAllTimers();
  vi.useRealTimers();
});

it('reports an article once, and looks no further', async () => {
  const detector = detectWhenReady(document, judge, report);
  expect(report).not.toHaveBeenCalled();
  await pass(5_000);
  expect(reports()).toEqual([true]);
  expect((await detector.latest()).isArticle).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

it('looks again while the page fills, and reports when the judgement changes', async () => {
  show(false);
  detectWhenReady(document, judge, report);
  await pass(500);
  show(true);
  await pass(5_000);
  expect(reports()).toEqual([false, true]);
});

it('gives up after a while', async () => {
  show(false);
  detectWhenReady(document, judge, report);
  await pass(5_000);
  show(true);
  await pass(60_000);
  expect(reports()).toEqual([false]);
  expect(vi.getTimerCount()).toBe(0);
});

it('makes a report that failed again at the next look', async () => {
  report.mockRejectedValueOnce(new Error('worker gone'));
  detectWhenReady(document, judge, report);
  await pass(10);
  expect(reports()).toEqual([true]);
  await pass(5_000);
  expect(reports()).toEqual([true, true]);
});

it('makes one report after the other, so that no old verdict comes last', async () => {
  show(false);
  const first = later<void>();
  report.mockReturnValueOnce(first.promise);
  detectWhenReady(document, judge, report);
  await pass(300);
  show(true);
  await pass(500);
  expect(reports()).toEqual([false]);
  first.resolve();
  await pass(500);
  expect(reports()).toEqual([false, true]);
});

it('judges a new address anew, and says of an answer on its way that it is too late', async () => {
  const first = later<void>();
  report.mockReturnValueOnce(first.promise);
  const detector = detectWhenReady(document, judge, report);
  await pass(10);
  goTo('/2026/01/11/other-article-67890.html');
  detector.again();
  expect(report.mock.lastCall?.[1].aborted).toBe(true);
  first.resolve();
  await pass(10);
  expect(reports()).toEqual([true, true]);
  expect(report.mock.lastCall?.[1].aborted).toBe(false);
});

it('takes no notice of another place in the same article, or of news before the text is there', async () => {
  set('readyState', 'loading');
  const detector = detectWhenReady(document, judge, report);
  goTo('#comments');
  detector.again();
  await pass(100);
  expect(report).not.toHaveBeenCalled();
  document.dispatchEvent(new Event('DOMContentLoaded'));
  await pass(100);
  goTo('#top');
  detector.again();
  await pass(5_000);
  expect(reports()).toEqual([true]);
});

it('writes nothing for a page that is only prerendered', async () => {
  set('prerendering', true);
  detectWhenReady(document, judge, report);
  await pass(5_000);
  expect(report).not.toHaveBeenCalled();
  document.dispatchEvent(new Event('prerenderingchange'));
  await pass(100);
  expect(reports()).toEqual([true]);
});

it('reports again when the browser brings the page back from its memory', async () => {
  detectWhenReady(document, judge, report);
  await pass(5_000);
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await pass(5_000);
  expect(reports()).toContain(true);
  expect(reports().length).toBeGreaterThan(1);
});
