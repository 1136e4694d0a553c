import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { coalesce } from '../../page/coalesce';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs at once, and once more for all that was asked meanwhile', async () => {
  const work = vi.fn(async () => undefined);
  const run = coalesce(work, 100);
  void run();
  expect(work).toHaveBeenCalledTimes(1);
  const all = Promise.all([run(), run(), run()]);
  await vi.advanceTimersByTimeAsync(99);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  await all;
  expect(work).toHaveBeenCalledTimes(2);
});

it('gives each caller the outcome of its own run, and goes on after a failure', async () => {
  const work = vi.fn(async () => undefined);
  work.mockRejectedValueOnce(new Error('first'));
  const run = coalesce(work, 10);
  await expect(run()).rejects.toThrow('first');
  const second = run();
  await vi.advanceTimersByTimeAsync(10);
  await expect(second).resolves.toBeUndefined();
  await vi.advanceTimersByTimeAsync(10);
  expect(vi.getTimerCount()).toBe(0);
});
