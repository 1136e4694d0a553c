// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followPage } from '../../page/follow-page';

let stop: AbortController;
let own: HTMLElement;
const isOwn = (node: Node) => node === own;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.replaceChildren();
  own = document.createElement('div');
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const change = () => document.body.append('word');
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

it('waits until changes pause', async () => {
  const work = vi.fn();
  followPage(document, work, isOwn, stop.signal);
  for (let count = 0; count < 5; count += 1) {
    change();
    await pass(100);
  }
  expect(work).not.toHaveBeenCalled();
  await pass(50);
  expect(work).toHaveBeenCalledTimes(1);
  await pass(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});

it('does not wait longer than its patience', async () => {
  const work = vi.fn();
  followPage(document, work, isOwn, stop.signal);
  for (let time = 0; time < 1_050; time += 50) {
    change();
    await pass(50);
  }
  expect(work).toHaveBeenCalledTimes(1);
});

it('takes at most a twentieth of the time of a page that never stops changing', async () => {
  let worked = 0;
  followPage(
    document,
    () => {
      worked += 200;
      vi.advanceTimersByTime(200);
    },
    isOwn,
    stop.signal,
  );
  const started = performance.now();
  for (let count = 0; count < 600; count += 1) {
    change();
    await pass(50);
  }
  expect(worked).toBeGreaterThan(0);
  // The last rest may not have ended yet.
  expect((worked - 200) / (performance.now() - started)).toBeLessThanOrEqual(0.05);
});

it('rests as long after work that failed', async () => {
  const work = vi.fn(() => {
    vi.advanceTimersByTime(100);
    throw new Error('broken');
  });
  followPage(document, work, isOwn, stop.signal);
  change();
  await expect(pass(150)).rejects.toThrow('broken');
  change();
  await pass(1_900);
  expect(work).toHaveBeenCalledTimes(1);
  await expect(pass(200)).rejects.toThrow('broken');
});

it('counts neither what happens in nodes of ours nor their coming and going', async () => {
  const work = vi.fn();
  followPage(document, work, isOwn, stop.signal);
  document.documentElement.append(own);
  await pass(200);
  own.append('box');
  await pass(200);
  own.remove();
  await pass(2_000);
  expect(work).not.toHaveBeenCalled();
});

it('ends with the signal, also with one that had ended before', async () => {
  const work = vi.fn();
  followPage(document, work, isOwn, stop.signal);
  change();
  await pass(10);
  stop.abort();
  followPage(document, work, isOwn, stop.signal);
  change();
  await pass(5_000);
  expect(work).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
