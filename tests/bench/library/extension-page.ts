/** An empty page of the built extension in which a piece of the source runs, and what it costs there. */

import type { CDPSession, Page } from 'playwright-core';
import type { ChromiumDriver } from '../../e2e/chromium';

export interface ExtensionPage {
  /** Calls what the script has put on `pressmark`; arguments and outcome must be JSON. */
  run<Work extends (...given: never[]) => unknown>(
    name: string,
    ...given: Parameters<Work>
  ): Promise<Awaited<ReturnType<Work>>>;
  /** Milliseconds of the main thread so far, whatever else the computer does. */
  taskTime(): Promise<number>;
  /** Bytes, with what stands outside the heap, after all that is not needed was thrown away. */
  memory(): Promise<number>;
  close(): Promise<void>;
}

/** @param source a script; nothing of the extension's own runs */
export async function openExtensionPage(driver: ChromiumDriver, source: string): Promise<ExtensionPage> {
  const page: Page = await driver.context.newPage();
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(`chrome-extension://${driver.extensionId}/settings.html`);
  await page.evaluate(() => document.body.replaceChildren());
  await page.evaluate(`${source};0`);
  const session = await driver.context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    run: (name, ...given) =>
      page.evaluate(`pressmark.${name}(${given.map((one) => JSON.stringify(one)).join()})`),
    async taskTime() {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
    },
    memory: () => memoryOf(session),
    close: () => page.close(),
  };
}

async function memoryOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const used: { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number } =
    await session.send('Runtime.getHeapUsage');
  return used.usedSize + (used.embedderHeapUsedSize ?? 0) + (used.backingStorageSize ?? 0);
}
