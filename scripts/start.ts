/** Shows Pressmark at work: a browser on the practice articles where there is a display, else a tour that leaves pictures. */

import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { startPracticeServer } from '../tests/practice/server.ts';
import { buildFor } from './checks/build.ts';
import { root } from './checks/run-command.ts';
import './resolve-source.ts';

const { DISPLAY, WAYLAND_DISPLAY } = process.env;
const hasDisplay = process.platform !== 'linux' || (DISPLAY ?? WAYLAND_DISPLAY ?? '') !== '';

print('Building the extension for Chromium and Firefox …');
for (const browser of ['chrome', 'firefox'] as const) {
  if (!(await buildFor(browser))) stop(`The build for ${browser} has failed: see above.`);
}
await (hasDisplay ? showBrowser() : showTour());

async function showBrowser(): Promise<void> {
  const { openBrowser } = await import('./open-browser.ts');
  const server = await startPracticeServer({ port: 0 });
  const { browser, hasSidebar } = await openBrowser(`${server.origin}/`).catch(async (error: unknown) => {
    await server.close();
    const reason = error instanceof Error ? error.message : String(error);
    return stop(
      `No browser could be opened (${reason}): load the folder .output/chrome-mv3 by hand instead.`,
    );
  });
  print(`The practice articles are at ${server.origin}/.`);
  print('Open one, select a sentence, and press h to keep it or # to give it a code.');
  if (!hasSidebar) print('The sidebar: press Pressmark’s button in the browser’s toolbar.');
  print('Close the browser, or press Ctrl+C here, to end.');
  await closing(browser);
  await server.close();
}

/** Resolves when the reader has closed the browser, or closes it when they press Ctrl+C. */
function closing(browser: Browser): Promise<void> {
  return new Promise((resolve) => {
    browser.once('disconnected', () => resolve());
    process.once('SIGINT', () => void browser.close().finally(resolve));
  });
}

async function showTour(): Promise<void> {
  const tour = join(root, 'tests', 'e2e', 'tour.ts');
  if (!existsSync(tour)) stop(`There is no display, and the tour (${relative(root, tour)}) is missing.`);
  const { runTour } = await import('../tests/e2e/tour.ts');
  const outDir = join(root, 'out', 'tour');
  print('There is no display: walking through the practice articles in headless browsers …');
  await runTour({ outDir });
  print(`The pictures and the exports are in ${outDir}`);
  print('Look at beside-en-US-light.png and beside-zh-CN-dark.png first.');
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
