/** What the toolbar shows while many passages are coded is there for people who do not use it by eye and mouse, too. */

import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { controls, violationsInEachScheme, violationsInToolbar } from './accessible';
import { launchChromium } from './chromium';
import { annotatorIsReady, keep, select, waitForPainted } from './reader';
import { showPainted } from './show-painted';
import { started } from './started';

const server = started(startPracticeServer);

describe.each(['en-US', 'zh-CN'])('in %s', (language) => {
  const driver = started(() => launchChromium({ language }));

  test('no surface breaks a rule of axe in light or dark, and every control has a name', async () => {
    const page = await driver().newPage(`${server().origin}/trusted-types.html`);
    await annotatorIsReady(page);
    const found: string[] = [];
    const look = async (surface: string, selector: string) => {
      const isShown = () =>
        page.evaluateInToolbar((wanted) => document.querySelector(wanted) !== null, selector);
      await expect.poll(isShown, { message: surface }).toBe(true);
      const violations = await violationsInEachScheme(driver(), page, violationsInToolbar);
      found.push(...violations.map((line) => `${surface} ${line}`));
      const nameless = (await controls(driver(), page)).filter(({ name }) => name.trim() === '');
      found.push(...nameless.map(({ role }) => `${surface}: a ${role} without a name`));
    };

    await keep(page, { from: 'They let in whatever looks right.' });
    await keep(page, { from: 'whatever looks right. I would sooner have one' });
    await select(page, { from: 'She made a new lock' });
    await page.press('#');
    await page.type('主体/区委');
    await look('the picker', '[role="option"]');
    await page.press('Alt+Enter');
    await waitForPainted(page, 3);
    await look('the active code', '.coding .code-label');
    await page.press('a');
    await look('the choice of an active code', '.code-picker .hint');
    await page.press('Escape');
    await page.press('Alt+j');
    await look('a sentence with the active code', '.below .code-label');
    await page.press('Escape');
    await page.press('Escape');

    await select(page, { from: 'lock' });
    await page.press('f');
    await look('every occurrence', '.occurrences li');
    await page.press('Escape');
    await page.press('Escape');
    const { x, y } = await showPainted(page, 'whatever looks');
    await page.click(x, y);
    await page.press('Tab');
    await page.press('Enter');
    await look('an overlap', '[data-icon="merge"]');
    expect(found).toEqual([]);
    await page.close();
  });
});
