/** Every surface, as it is met on the tour, for people who do not use it by eye and mouse, or read no English. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import {
  type Control,
  controls,
  violationsInEachScheme,
  violationsInToolbar,
  violationsOnPage,
} from './accessible';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { annotatorIsReady, select } from './reader';
import { shownToolbar } from './toolbar';
import { chineseScript, englishScript, type TourScript } from './tour/script';
import { type Surface, surfaces, walk } from './tour/walk';

interface Seen {
  violations: string[];
  controls: Control[];
  /** Everything that is read or read out, of the sidebar only. */
  words: string;
}

/** Latin words that stand in the Chinese interface too: names, formats and keys. */
const sameInChinese = new RegExp(
  `^(?:${[
    'Pressmark|Ctrl|Enter|Esc|Shift|Delete|UTC',
    'JSON|CSV|Markdown|Excel|zip|REFI|QDA|LD|RIS|CSL|BibLaTeX|LaTeX|GB|APA',
    'Obsidian|Python|NVivo|ATLAS|ti|MAXQDA|QualCoder|Hypothesis|Zotero|EndNote|NoteExpress|pandoc',
  ].join('|')})$`,
  'iu',
);

describe.each([englishScript, chineseScript])('in $language', (script: TourScript) => {
  const seen = new Map<Surface, Seen>();
  let server: PracticeServer;
  let driver: ChromiumDriver;

  beforeAll(async () => {
    server = await startPracticeServer();
    driver = await launchChromium({ language: script.language });
    await walk({
      driver,
      server,
      script,
      async look(surface, page) {
        const isSidebar = surface.startsWith('sidebar-');
        const find = isSidebar ? violationsOnPage : violationsInToolbar;
        const violations = await violationsInEachScheme(driver, page, find);
        const words = isSidebar ? await ownWords(page) : '';
        seen.set(surface, { violations, controls: await controls(driver, page), words });
      },
    });
  }, 240_000);

  afterAll(async () => {
    await driver.close();
    await server.close();
  });

  test.each(surfaces)('%s breaks no rule of axe, in light or dark', (surface) => {
    expect(seen.get(surface)?.violations).toEqual([]);
  });

  test.each(surfaces)('every control of %s has a name', (surface) => {
    const nameless = seen.get(surface)?.controls.filter(({ name }) => name.trim() === '');
    expect(nameless).toEqual([]);
  });

  test('axe does see into the toolbar and the sidebar', async () => {
    const page = await driver.newPage(`${server.origin}${script.article}`);
    await annotatorIsReady(page);
    const sidebar = await driver.openSidebar(page);
    await sidebar.waitFor(() => document.querySelector('main') !== null, null, 'the sidebar');
    await page.bringToFront();
    await select(page, script.plain);
    const { frame, boxOf } = shownToolbar(driver, page);
    await boxOf('.toolbar');
    const spoil = (element: string) =>
      `document.querySelector('${element}').append(document.createElement('button'))`;
    await frame().evaluate(spoil('.toolbar'));
    await driver.playwrightPage(sidebar).evaluate(spoil('main'));
    expect((await violationsInToolbar(driver, page)).join()).toContain('button-name');
    expect((await violationsOnPage(driver, sidebar)).join()).toContain('button-name');
    expect((await controls(driver, page)).some(({ name }) => name === '')).toBe(true);
  });

  if (script !== chineseScript) return;

  test('the sidebar has no English word of ours', () => {
    // What stands in quotation marks are names in the file.
    const foreign = [...seen].flatMap(([surface, { words }]) =>
      [...words.replaceAll(/“[^”\n]*”/gu, '').matchAll(/[A-Za-z]{2,}/gu)]
        .filter(([word]) => !sameInChinese.test(word))
        .map(([word]) => `${surface}: ${word}`),
    );
    expect(foreign).toEqual([]);
    expect([...seen.values()].map(({ words }) => words).join('')).toContain('本文');
  });
});

/** Texts, and the attributes that are shown or read out. */
function ownWords(page: DrivenPage): Promise<string> {
  return page.evaluate(() => {
    // Outlets, facts and addresses are the paper's, the preview is the file's, and a fault in a file is told in the words of the record.
    const foreign = '.facts > span, .preview, [lang="en"], .addresses [dir="ltr"], .fields [dir="auto"]';
    const said = [...document.body.querySelectorAll('*')].flatMap((element) => {
      const nodes = element.closest(foreign) === null ? [...element.childNodes] : [];
      const texts = nodes.filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const attributes = ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name));
      return [...texts.map(({ textContent }) => textContent), ...attributes];
    });
    return said.filter((text) => text !== null).join('\n');
  }, null);
}
