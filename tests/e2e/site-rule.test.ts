/** Where a reader wants Pressmark on a site, and where not: at once, in every tab, and after a reload. */

import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import type { DrivenPage } from './driver';
import { annotatorIsReady, hasAnnotator, keep, waitForPainted } from './reader';
import { started } from './started';

const server = started(startPracticeServer);

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  const driver = started(launch);

  test('a site where the reader wants nothing shows nothing, keeps what was kept, and comes back', async () => {
    const page = await driver().newPage(`${server().origin}/en/long-read.html`);
    await annotatorIsReady(page);
    await keep(page, { from: 'a town of 9,400 people' });
    const other = await driver().newPage(`${server().origin}/en/long-read.html?other`);
    await annotatorIsReady(other);
    await waitForPainted(other, 1);

    const sidebar = await driver().openSidebar(page);
    await chooseRule(sidebar, 'Nowhere');
    await waitForPainted(page, 0);
    await waitForPainted(other, 0);
    await waitForHeading(sidebar, 'Pressmark is switched off on this site.');
    await page.reload();
    expect(await page.evaluate(hasAnnotator, null)).toBe(false);

    await sidebar.clickOn('.empty .primary');
    await waitForPainted(page, 1);
    await waitForPainted(other, 1);
    for (const each of [sidebar, other, page]) await each.close();
  });

  test('a site where the reader wants it always has it on pages that are no article', async () => {
    const page = await driver().newPage(`${server().origin}/zh/report.html`);
    await annotatorIsReady(page);
    const sidebar = await driver().openSidebar(page);
    await page.goto(`${server().origin}/login.html`);
    await waitForHeading(sidebar, 'This page does not look like an article');
    await sidebar.clickOn('.empty .quiet');
    await annotatorIsReady(page);
    await page.reload();
    await annotatorIsReady(page);
    for (const each of [sidebar, page]) await each.close();
  });
});

async function chooseRule(sidebar: DrivenPage, name: string): Promise<void> {
  await sidebar.waitFor(() => document.querySelector('.site-menu summary') !== null, null, 'the menu');
  await sidebar.clickOn('.site-menu summary');
  await sidebar.evaluate((wanted) => {
    const labels = [...document.querySelectorAll<HTMLLabelElement>('.site-menu label')];
    labels.find((label) => label.textContent === wanted)?.click();
  }, name);
}

function waitForHeading(sidebar: DrivenPage, words: string): Promise<void> {
  return sidebar.waitFor(
    (wanted) => document.querySelector('.empty h1')?.textContent.startsWith(wanted) === true,
    words,
    `“${words}” in the sidebar`,
  );
}
