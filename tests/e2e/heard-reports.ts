/** Counts what the background is told of each page: whether it is an article. */

import type { ChromiumDriver } from './chromium';

interface Report {
  address: string;
  isArticle: boolean;
}

/** Beside the background's own listener, which answers. */
export async function hearReports(driver: ChromiumDriver): Promise<void> {
  const worker = await driver.worker();
  await worker.evaluate(() => {
    const heard: Report[] = [];
    Object.assign(globalThis, { heard });
    chrome?.runtime.onMessage.addListener((message: unknown) => {
      const { name, request, at } = message as { name: string; request: { detection?: Report }; at: string };
      if (name === 'detected') heard.push({ address: at, isArticle: request.detection?.isArticle === true });
      return undefined;
    });
  });
}

/** What was said of one page since, in order. */
export async function reportsOf(driver: ChromiumDriver, path: string): Promise<boolean[]> {
  const worker = await driver.worker();
  const heard = await worker.evaluate(() => (globalThis as unknown as { heard: Report[] }).heard);
  return heard.filter(({ address }) => new URL(address).pathname === path).map(({ isArticle }) => isArticle);
}
