/** The bench's own module for Node, as far as ours use it. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { findBrowsers } from '../../../scripts/find-browsers.mjs';

interface BenchNode {
  bundleAdapters(specifiers: readonly string[]): Promise<Record<string, string>>;
  serve(options: {
    pages: Record<string, string>;
    adapters?: Record<string, string>;
  }): Promise<{ server: { close(): void }; base: string }>;
  browser(options: { chromium?: string }): Promise<{ ctx: BrowserContext; close(): Promise<void> }>;
}

export interface ServedPages {
  context: BrowserContext;
  /** The address of the server; a page's is `/page/` and its name. */
  base: string;
  close(): Promise<void>;
}

/**
 * Opens the bench's browser on pages that its server gives out.
 * @param folder the working copy of the bench
 * @param pages HTML by name; may grow later
 * @param adapters as the bench's `--adapter`
 */
export async function servePages(
  folder: string,
  pages: Record<string, string>,
  adapters: readonly string[] = [],
): Promise<ServedPages> {
  const library: BenchNode = await import(pathToFileURL(join(folder, 'lib-node.mjs')).href);
  const bundled = await library.bundleAdapters(adapters);
  const { server, base } = await library.serve({ pages, adapters: bundled });
  const { chromium } = findBrowsers();
  const { ctx, close } = await library.browser(chromium === null ? {} : { chromium });
  return {
    context: ctx,
    base,
    async close() {
      await close();
      server.close();
    },
  };
}
