/** Walks the practice articles in the built extension and leaves a picture of every surface, and the exports. */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { exportText } from './sidebar';
import { walkInFirefox } from './tour/firefox-walk';
import { colourSchemes, inEachScheme, pictureName, takePicturesBeside } from './tour/pictures';
import { chineseScript, englishScript, type TourScript, traditionalScript } from './tour/script';
import { type Surface, surfaces, walk } from './tour/walk';

const scripts: readonly TourScript[] = [englishScript, chineseScript, traditionalScript];

const exports = [
  { format: 'archive', file: 'export.zip' },
  { format: 'csv', file: 'export.csv' },
  { format: 'markdown', file: 'export.md' },
  { format: 'html', file: 'export.html' },
  { format: 'xlsx', file: 'export.xlsx' },
  { format: 'qdpx', file: 'export.qdpx' },
] as const;

/** The names of all files that the walk in this language leaves. */
export function tourFiles(script: TourScript): string[] {
  const shown = [...surfaces, 'beside'].flatMap((surface) =>
    colourSchemes.map((scheme) => pictureName(surface, script.language, scheme)),
  );
  return script === chineseScript ? [...shown, ...exports.map(({ file }) => file)] : shown;
}

/** Needs the builds for Chromium and Firefox. @param options.outDir made empty first */
export async function runTour({ outDir }: { outDir: string }): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const server = await startPracticeServer();
  try {
    for (const script of scripts) await walkInChromium({ server, script, outDir });
    await walkInFirefox(server, outDir);
  } finally {
    await server.close();
  }
}

export interface Steps {
  server: PracticeServer;
  script: TourScript;
  outDir: string;
  /** Sees each surface besides. */
  alsoLook?(surface: Surface, page: DrivenPage, driver: ChromiumDriver): Promise<void>;
}

/** In a profile of its own, in the language of the script. */
export async function walkInChromium({ server, script, outDir, alsoLook }: Steps): Promise<void> {
  const { language } = script;
  const driver = await launchChromium({ language });
  try {
    const walked = await walk({
      driver,
      server,
      script,
      async look(surface, page) {
        await inEachScheme(driver, page, (scheme) =>
          page.screenshot(join(outDir, pictureName(surface, language, scheme))),
        );
        await alsoLook?.(surface, page, driver);
      },
    });
    await walked.sidebar.press('Escape');
    await takePicturesBeside(driver, walked, outDir, script);
    if (script !== chineseScript) return;
    for (const { format, file } of exports) {
      const { bytes } = await exportText(driver, walked.sidebar, 'article', format);
      await writeFile(join(outDir, file), bytes);
    }
  } finally {
    await driver.close();
  }
}
