/** Takes pictures of the surfaces in light and dark, and sets a page and its sidebar side by side. */

import { join } from 'node:path';
import type { ChromiumDriver } from '../chromium';
import type { DrivenPage } from '../driver';
import { showPainted } from '../show-painted';
import type { TourScript } from './script';

export const colourSchemes = ['light', 'dark'] as const;

export type ColourScheme = (typeof colourSchemes)[number];

/** As `sidebar-lost-zh-CN-dark.png`. */
export function pictureName(surface: string, language: string, scheme: ColourScheme): string {
  return `${surface}-${language}-${scheme}.png`;
}

/** Shows the page in each colour scheme in turn, without motion, ending in light. */
export async function inEachScheme(
  driver: ChromiumDriver,
  page: DrivenPage,
  work: (scheme: ColourScheme) => Promise<void>,
): Promise<void> {
  const shown = driver.playwrightPage(page);
  for (const colorScheme of colourSchemes) {
    await shown.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await work(colorScheme);
  }
  await shown.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

const height = 720;
const widths = { page: 860, sidebar: 380 };

/** The article and its sidebar as they stand beside each other in a window, as one picture for each scheme. */
export async function takePicturesBeside(
  driver: ChromiumDriver,
  parts: { page: DrivenPage; sidebar: DrivenPage },
  outDir: string,
  { language, overlapping }: TourScript,
): Promise<void> {
  const wall = await driver.newPage('about:blank');
  const frame = driver.playwrightPage(wall);
  await frame.setViewportSize({ width: widths.page + widths.sidebar + 1, height });
  const take = async (part: keyof typeof parts, scheme: ColourScheme) => {
    const shown = driver.playwrightPage(parts[part]);
    await parts[part].bringToFront();
    await shown.setViewportSize({ width: widths[part], height });
    await shown.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    if (part === 'page') await showPainted(parts.page, overlapping.inner.from);
    return `data:image/png;base64,${(await shown.screenshot()).toString('base64')}`;
  };
  for (const scheme of colourSchemes) {
    const sources = [await take('page', scheme), await take('sidebar', scheme)];
    const gap = scheme === 'light' ? '#c8c8c4' : '#4a4a46';
    await frame.setContent(
      `<body style="margin:0;display:flex;gap:1px;background:${gap}">${sources
        .map((source) => `<img src="${source}">`)
        .join('')}</body>`,
    );
    await wall.screenshot(join(outDir, pictureName('beside', language, scheme)));
  }
  await wall.close();
}
