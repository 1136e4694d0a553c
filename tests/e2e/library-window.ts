/** Opens the library as a reader does: from the sidebar of an article, as wide as on a desk. */

import type { PracticeServer } from '../practice/server.ts';
import type { DrivenPage, Driver } from './driver';
import { annotatorIsReady } from './reader';

export async function openLibraryWindow(server: PracticeServer, driver: Driver): Promise<DrivenPage> {
  const page = await driver.newPage(`${server.origin}/en/long-read.html`);
  await annotatorIsReady(page);
  const sidebar = await driver.openSidebar(page);
  await sidebar.waitFor(() => document.querySelector('main') !== null, null, 'the sidebar');
  const library = await driver.openLibrary(sidebar);
  await library.waitFor(() => document.querySelector('.library') !== null, null, 'the library');
  await library.resize(1440, 900);
  return library;
}
