/** How long a researcher with 2,000 codes waits in the codebook of the sidebar: from each key in its filter, and each arrow in its tree, until the rows are drawn; in Chromium. */

import { launchChromium } from '../e2e/chromium';
import type { DrivenPage } from '../e2e/driver';
import { startPracticeServer } from '../practice/server.ts';
import { codebookOf, fillCodebook } from './large-codebook.ts';

const codeCount = 2_000;
/** Milliseconds, of the 95th of 100 keys. */
const asked = 50;
const queries = ['budget', 'water 7', '1999', 'no such code', '12 3', 'x/5'];

interface Watched {
  __waits: number[];
}

const server = await startPracticeServer();
const driver = await launchChromium();
try {
  const page = await driver.newPage(`${server.origin}/en/long-read.html`);
  const sidebar = await driver.openSidebar(page);
  await sidebar.waitFor(() => document.querySelector('footer') !== null, null, 'the library to be open');
  await sidebar.evaluate(fillCodebook, codebookOf(codeCount));
  await sidebar.press('b');
  await sidebar.waitFor(() => document.querySelector('.code-row') !== null, null, 'the codes');
  await sidebar.evaluate(watchKeys, null);
  await sidebar.press('/');
  await takeWaits(sidebar);

  for (const query of queries) {
    for (const letter of query) await sidebar.type(letter);
    for (const _ of query) await sidebar.press('Backspace');
  }
  tell('filter', await takeWaits(sidebar));
  await sidebar.press('Enter');
  for (let times = 0; times < 40; times += 1) await sidebar.press(times % 10 === 9 ? 'End' : 'ArrowUp');
  tell('arrows', await takeWaits(sidebar));
} finally {
  await driver.close();
  await server.close();
}

/** Runs in the sidebar. */
function watchKeys(): void {
  const watched = window as unknown as Watched;
  watched.__waits = [];
  const wait = ({ timeStamp }: Event) =>
    requestAnimationFrame(() => setTimeout(() => watched.__waits.push(performance.now() - timeStamp)));
  addEventListener('keydown', wait, { capture: true });
}

/** What was waited since the last asking, once all of it is drawn. */
function takeWaits(sidebar: DrivenPage): Promise<number[]> {
  return sidebar.evaluate(
    () =>
      new Promise<number[]>((resolve) =>
        requestAnimationFrame(() =>
          setTimeout(() => resolve((window as unknown as Watched).__waits.splice(0)), 200),
        ),
      ),
    null,
  );
}

function tell(what: string, waits: readonly number[]): void {
  const sorted = waits.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const isReached = at(0.95) <= asked;
  process.stdout.write(
    `codebook of ${codeCount} codes, ${what}: ${waits.length} keys, rows after ${at(0.5).toFixed(1)} ms (median), ` +
      `${at(0.95).toFixed(1)} ms (p95, asked: ${asked}), ${at(1).toFixed(1)} ms (worst)${isReached ? '' : '  NOT REACHED'}\n`,
  );
  if (!isReached) process.exitCode = 1;
}
