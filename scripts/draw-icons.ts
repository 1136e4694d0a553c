/** Draws public/icon from assets/icon.svg in a headless Chromium; run it after a change of the drawing. */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './checks/run-command.ts';
import { findBrowsers } from './find-browsers.mjs';

const sizes = [16, 32, 48, 96, 128];

const { chromium: executablePath } = findBrowsers();
if (executablePath === null) throw new Error('No Chromium was found; run the set-up.');
const folder = join(root, 'public', 'icon');
mkdirSync(folder, { recursive: true });
const drawing = readFileSync(join(root, 'assets', 'icon.svg'), 'utf8');

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${drawing}`,
  );
  await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
}
await browser.close();
