/** The titles of the journey's steps, for each browser. */

import { afterAll, beforeAll, describe, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import type { Driver, LaunchOptions } from './driver';
import { codeNoteAndFind, exportAndImport, keepThenReopen } from './journey';

export function describeJourney(browser: string, launch: (options?: LaunchOptions) => Promise<Driver>): void {
  describe(`in ${browser}`, () => {
    let server: PracticeServer;
    beforeAll(async () => {
      server = await startPracticeServer();
    });
    afterAll(() => server.close());

    test('what was kept is on exactly its own words after a restart, is listed as lost when its words are gone, and comes back by undo after another restart', async () => {
      await keepThenReopen(launch, server);
    });

    test('a passage is coded and noted by keys alone, and found again in the sidebar', async () => {
      const driver = await launch();
      try {
        await codeNoteAndFind(driver, server);
      } finally {
        await driver.close();
      }
    });

    test('an export imported into an empty profile is equal, and is painted there', async () => {
      await exportAndImport(launch, server);
    });
  });
}
