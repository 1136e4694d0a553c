// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followPage } from '../../page/follow-page';

let stop: AbortController;
let change: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** As a page that tells of its changes; `work` in one step. */
const follow = (work: () => void, littleWork?: () => boolean) =>
  followPage(
    (hear) => {
      change = hear;
    },
    function* () {
      yield;
      work();
    },
    stop.signal,
    littleWork,
  );

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

it('waits until changes pause', async () => {
  const work = vi.fn();
  follow(work);
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
  follow(work);
  for (let time = 0; time < 1_050; time += 50) {
    change();
    await pass(50);
  }
  expect(work).toHaveBeenCalledTimes(1);
});

it('takes at most a twentieth of the time of a page that never stops changing', async () => {
  let worked = 0;
  follow(() => {
    worked += 200;
    vi.advanceTimersByTime(200);
  });
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
  follow(work);
  change();
  await expect(pass(150)).rejects.toThrow('broken');
  change();
  await pass(1_900);
  expect(work).toHaveBeenCalledTimes(1);
  await expect(pass(200)).rejects.toThrow('broken');
});

it('does what is wanted at once, and again after the work that is being done', async () => {
  const steps: string[] = [];
  const follower = followPage(
    () => undefined,
    function* () {
      steps.push('begin');
      vi.advanceTimersByTime(10);
      yield;
      steps.push('end');
    },
    stop.signal,
  );
  follower.now();
  expect(steps).toEqual(['begin']);
  follower.now();
  expect(steps).toEqual(['begin']);
  await vi.waitFor(() => expect(steps).toEqual(['begin', 'end', 'begin', 'end']));
});

it('works again after changes that came while it worked', async () => {
  const work = vi.fn();
  followPage(
    (hear) => {
      change = hear;
    },
    function* () {
      work();
      vi.advanceTimersByTime(10);
      yield;
    },
    stop.signal,
  ).now();
  change();
  expect(work).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2));
  await pass(5_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it('ends with the signal, also with one that had ended before', async () => {
  const work = vi.fn();
  follow(work);
  change();
  await pass(10);
  stop.abort();
  follow(work);
  change();
  await pass(5_000);
  expect(work).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

it('does little work before the next frame after a quiet time, and then has no more to do', async () => {
  const [work, littleWork] = [vi.fn(), vi.fn(() => true)];
  follow(work, littleWork);
  change();
  await pass(20);
  expect(littleWork).toHaveBeenCalledTimes(1);
  await pass(5_000);
  expect(work).not.toHaveBeenCalled();
});

it('does the whole work in its time where little was not enough, and while changes do not pause', async () => {
  const [work, littleWork] = [vi.fn(), vi.fn(() => false)];
  follow(work, littleWork);
  for (let count = 0; count < 5; count += 1) {
    change();
    await pass(100);
  }
  expect(littleWork).toHaveBeenCalledTimes(1);
  await pass(50);
  expect(work).toHaveBeenCalledTimes(1);
});
