/** Finds the longest task of a page's main thread by the browser's own trace: the Long Tasks API tells nothing below 50 ms. */

import type { Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds; `tdur` is the thread's CPU time. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; data?: { type?: string } };
}

/** @returns milliseconds of CPU time, in which other programs do not count; null when the trace told nothing */
export async function longestTask<Value>(
  page: Page,
  work: () => Promise<Value>,
): Promise<{ longest: number | null; value: Value }> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    // The protocol types each event as an empty object.
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'toplevel',
        'disabled-by-default-devtools.timeline',
        'blink.user_timing',
        '__metadata',
      ],
    },
  });
  await page.evaluate(() => performance.mark('pressmark-start'));
  const value = await work();
  await page.evaluate(() => performance.mark('pressmark-end'));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const start = events.find(({ name }) => name === 'pressmark-start');
  const end = events.find(({ name }) => name === 'pressmark-end');
  if (start === undefined || end === undefined) return { longest: null, value };
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts }) =>
      /RunTask$/u.test(name) &&
      ph === 'X' &&
      pid === start.pid &&
      tid === start.tid &&
      ts >= start.ts &&
      ts <= end.ts,
  );
  if (tasks.length === 0) return { longest: null, value };
  return { longest: Math.max(...tasks.map(({ dur = 0, tdur }) => tdur ?? dur)) / 1_000, value };
}
