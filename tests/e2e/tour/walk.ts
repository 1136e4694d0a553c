/** The walk itself, like a reader's: it stops at every surface of the extension and lets somebody look. */

import type { PracticeServer } from '../../practice/server.ts';
import type { ChromiumDriver } from '../chromium';
import type { DrivenPage } from '../driver';
import { annotatorIsReady } from '../reader';
import { annotatePage, firstOfApp } from './page-stops';
import type { TourScript } from './script';
import { reviewInSidebar, showOtherPages } from './sidebar-stops';
import { showCodebookAndTrash, showLibrary, showSettings } from './wide-stops';

/** Everything a person can be shown, in the order of the walk. */
export const surfaces = [
  'sidebar-library-empty',
  'sidebar-article-empty',
  'sidebar-not-article',
  'sidebar-closed-page',
  'page-toolbar',
  'page-toolbar-first-code',
  'page-toolbar-with-codes',
  'page-toolbar-picker',
  'page-toolbar-note',
  'page-toolbar-menu',
  'page-toolbar-choices',
  'page-toolbar-existing',
  'page-article',
  'page-app',
  'sidebar-article',
  'sidebar-search',
  'sidebar-nothing-found',
  'sidebar-note-editor',
  'sidebar-code-picker',
  'sidebar-deleted',
  'sidebar-undone',
  'sidebar-about',
  'sidebar-correct',
  'sidebar-export',
  'sidebar-import',
  'sidebar-everything',
  'sidebar-same-text',
  'sidebar-lost',
  'sidebar-changes',
  'sidebar-re-attach',
  'page-awaiting',
  'page-attach',
  'sidebar-re-attached',
  'sidebar-unclear',
  'sidebar-codebook',
  'sidebar-trash',
  'settings',
  'library',
  'library-export',
  'library-tables',
] as const;

export type Surface = (typeof surfaces)[number];

/** Looks at a surface; whatever it changes of the window it puts back. */
export type Look = (surface: Surface, page: DrivenPage) => Promise<void>;

export interface Walk {
  driver: ChromiumDriver;
  server: PracticeServer;
  script: TourScript;
  look: Look;
}

/** Where the walk has ended: the article, and its sidebar with everything kept. */
export interface Walked {
  page: DrivenPage;
  sidebar: DrivenPage;
}

/** Begins in an empty profile. The server's edits are taken back at the end. */
export async function walk(tour: Walk): Promise<Walked> {
  const { driver, server, script } = tour;
  await showOtherPages(tour);
  const page = await driver.newPage(`${server.origin}${script.article}`);
  await annotatorIsReady(page);
  await annotatePage(tour, page);
  await firstOfApp(tour);
  await page.bringToFront();
  const sidebar = await driver.openSidebar(page);
  await reviewInSidebar(tour, page, sidebar);
  await showCodebookAndTrash(tour, sidebar);
  await showSettings(tour, sidebar);
  await showLibrary(tour, sidebar);
  return { page, sidebar };
}
