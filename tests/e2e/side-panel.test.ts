/** The browser's own side panel, opened from the page by a key. */

import type { CDPSession } from 'playwright-core';
import { expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { type ChromiumDriver, launchChromium } from './chromium';
import { annotatorIsReady, keep, select } from './reader';
import { started } from './started';

const server = started(startPracticeServer);
const driver = started(launchChromium);

test('the key o opens the side panel of the browser, and it follows the page in front', async () => {
  const page = await driver().newPage(`${server().origin}/en/long-read.html`);
  await annotatorIsReady(page);
  await keep(page, { from: 'The arithmetic', to: 'of puddles' });
  await select(page, { from: 'What a garden is for' });
  await page.press('o');
  const panel = await panelText(driver(), 'The arithmetic of puddles');
  expect(panel).toContain('1 kept');

  const other = await driver().newPage(`${server().origin}/zh/report.html`);
  await annotatorIsReady(other);
  expect(await panelText(driver(), '一条老河的三本账')).not.toContain('The arithmetic of puddles');
});

/** The panel's text once it holds these words. Playwright lists no panels: the protocol is spoken by hand. */
async function panelText({ context, extensionId }: ChromiumDriver, words: string): Promise<string> {
  const [anyPage] = context.pages();
  if (anyPage === undefined) throw new Error('No page is open.');
  const session = await context.newCDPSession(anyPage);
  const address = `chrome-extension://${extensionId}/sidepanel.html`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { targetInfos } = await session.send('Target.getTargets');
    const panel = targetInfos.find(({ url }) => url === address);
    const text = panel === undefined ? '' : await bodyText(session, panel.targetId);
    if (text.includes(words)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The side panel never said “${words}”.`);
}

async function bodyText(session: CDPSession, targetId: string): Promise<string> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId });
  const answer = new Promise<string>((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      const { id, result } = JSON.parse(message);
      if (from === sessionId && id === 1) resolve(result?.result?.value ?? '');
    });
  });
  const params = { expression: 'document.body.textContent' };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  await session.send('Target.sendMessageToTarget', { sessionId, message });
  const text = await answer;
  await session.send('Target.detachFromTarget', { sessionId });
  return text;
}
