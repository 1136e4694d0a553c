/** The template of an export, edited by keys alone in each language, as assistive technology and the eye see it. */

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { controls, violationsOnPage } from './accessible';
import { launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { annotatorIsReady, keep } from './reader';
import { importText, waitForCards } from './sidebar';
import { started } from './started';
import { inEachScheme, pictureName } from './tour/pictures';

const outDir = join('out', 'exports');
const server = started(startPracticeServer);

/** Goes on by the Tab key until the focus is on what matches. */
async function tabTo(page: DrivenPage, selector: string): Promise<void> {
  for (let step = 0; step < 90; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.press('Tab');
  }
  throw new Error(`No Tab leads to ${selector}`);
}

describe.each(['en-US', 'zh-CN', 'zh-TW'])('in %s', (language) => {
  const driver = started(() => launchChromium({ language }));

  test('a template is edited, its mistake named, and the file written by it', async () => {
    await mkdir(outDir, { recursive: true });
    const faults: string[] = [];
    const page = await driver().newPage(`${server().origin}/zh/report.html`);
    await annotatorIsReady(page);
    await keep(page, { from: '全部人手' });
    const sidebar = await driver().openSidebar(page);
    await sidebar.resize(380, 800);
    await waitForCards(sidebar, 1);
    const look = async (surface: string) => {
      await inEachScheme(driver(), sidebar, async (scheme) => {
        const found = await violationsOnPage(driver(), sidebar);
        faults.push(...found.map((line) => `${surface} in ${scheme}: ${line}`));
        await driver()
          .playwrightPage(sidebar)
          .screenshot({ path: join(outDir, pictureName(surface, language, scheme)), fullPage: true });
      });
      const nameless = (await controls(driver(), sidebar)).filter(({ name }) => name.trim() === '');
      faults.push(...nameless.map(({ role }) => `${surface}: a nameless ${role}`));
      const wide = await sidebar.evaluate(() => document.documentElement.scrollWidth, null);
      if (wide > 380) faults.push(`${surface}: ${wide} pixels wide`);
    };

    await tabTo(sidebar, 'footer > button.framed');
    await sidebar.press('Enter');
    await tabTo(sidebar, 'input[name=format]');
    await tabTo(sidebar, 'fieldset.choices select');
    await sidebar.press('End');
    await sidebar.waitFor(
      () => document.querySelectorAll('fieldset.choices select').length === 1,
      null,
      'the choice of rows',
    );
    await look('export-matrix');
    await sidebar.press('Shift+Tab');
    await sidebar.press('ArrowUp');
    await sidebar.press('ArrowUp');
    await tabTo(sidebar, 'fieldset.choices button');
    await sidebar.press('Enter');
    await tabTo(sidebar, 'textarea');
    await sidebar.waitFor(
      () => document.querySelector('.preview')?.textContent?.includes('全部人手'),
      null,
      'the preview of the first article',
    );
    await look('template');
    await sidebar.press('Control+A');
    await sidebar.type('{{#quotes}}\n* {{quot}}\n');
    await sidebar.waitFor(
      () => /2/u.test(document.querySelector('.fault')?.textContent ?? ''),
      null,
      'the mistake in line 2',
    );
    await look('template-mistake');
    await sidebar.press('Control+A');
    await sidebar.type('{{#quotes}}\n* by me: {{quote}}\n{{/quotes}}\n');
    await sidebar.waitFor(
      () => document.querySelector('.preview')?.textContent?.includes('* by me: 全部人手'),
      null,
      'what the new template writes',
    );
    await tabTo(sidebar, 'summary');
    await sidebar.press('Enter');
    await look('template-marks');
    await tabTo(sidebar, 'button.primary');
    await sidebar.press('Enter');
    await tabTo(sidebar, '.sheet button.primary');
    const path = await driver().download(sidebar, () => sidebar.press('Enter'));
    expect(await readFile(path, 'utf8')).toContain('* by me: 全部人手');
    await sidebar.clickOn('.sheet .end button.primary');

    // One record has no quote, another repeats an id, a third is sound.
    const item = {
      uri: 'https://news.example/1',
      created: '2026-01-02T03:04:05Z',
      text: '备注',
      tags: ['框架'],
    };
    const target = [{ selector: [{ type: 'TextQuoteSelector', exact: '稳中向好' }] }];
    const annotations = [
      { id: 'a', ...item, target },
      { id: 'b', ...item, created: undefined, target },
      { id: 'a', ...item, target },
      { id: 'c', ...item, target: [] },
      { id: 7, ...item, target },
    ];
    const file = JSON.stringify({ export_userid: 'a', annotations });
    await importText(sidebar, file, 'notes.json', () => look('import'));
    expect(faults).toEqual([]);
  }, 120_000);
});
