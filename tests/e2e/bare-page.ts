/** Components on a bare page of the real Chromium, with their style sheets and the English words, without the extension around them. */

import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { ComponentType, createElement, render } from 'preact';
import type { Strings, Translate } from '../../components/strings';
import { bundleSource } from '../../scripts/bundle-source';
import { findBrowsers } from '../../scripts/find-browsers.mjs';
import { stableFlags } from './flags';
import { colourSchemes } from './tour/pictures';

/** What stands on the page as `pressmark`, beside what was asked for. */
export interface BarePressmark {
  createElement: typeof createElement;
  render: typeof render;
  Strings: typeof Strings;
  translate: Translate;
  /** Draws a component into the page's one root, in the language of the page. */
  show<Props extends object>(component: ComponentType<Props>, props: Props): void;
}

/**
 * @param exported each file's path from the root, with the names that are wanted of it
 * @param sheets paths from `components/`, without the ending
 */
export async function openBarePage(
  exported: Readonly<Record<string, readonly string[]>>,
  sheets: readonly string[],
): Promise<{ browser: Browser; page: Page }> {
  const source = await bundleSource('pressmark', {
    ...exported,
    'components/strings.ts': ['Strings'],
    'node_modules/preact/dist/preact.mjs': ['render', 'createElement'],
  });
  const { chromium: executablePath } = findBrowsers();
  if (executablePath === null) throw new Error('No Chromium was found; run the set-up.');
  const browser = await chromium.launch({ executablePath, headless: true, args: stableFlags });
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 } });
  for (const sheet of ['theme', 'controls', 'sidebar', ...sheets]) {
    await page.addStyleTag({ content: read(`components/${sheet}.css`) });
  }
  await page.addScriptTag({ content: source });
  await page.evaluate(
    (messages: Record<string, { message: string }>) => {
      const { pressmark } = globalThis as unknown as { pressmark: BarePressmark };
      const root = document.body.appendChild(document.createElement('main'));
      root.className = 'sidebar';
      pressmark.translate = (key, ...given) =>
        (messages[key]?.message ?? '').replace(
          /\$(\d)/gu,
          (_, digit: string) => given[Number(digit) - 1] ?? '',
        );
      pressmark.show = (component, props) => {
        const { createElement: make, Strings: Words, translate } = pressmark;
        pressmark.render(make(Words.Provider, { value: translate, children: make(component, props) }), root);
      };
    },
    JSON.parse(read('public/_locales/en/messages.json')),
  );
  return { browser, page };
}

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** What axe finds wrong on a part of the page, in light and in dark: one line for each rule, with the first faults. */
export async function violationsOn(page: Page, selector: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of colourSchemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const lines = await page.evaluate(`${axe.source}; axe.run('${selector}').then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(', ')))`);
    found.push(...(lines as string[]).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}
