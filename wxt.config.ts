/** How the extension is built: one manifest for Chrome, Edge and Firefox. Each permission has its sentence in docs/permissions.md. */

import { defineConfig } from 'wxt';
import { articlePages } from './core/article-pages';
import { preactTextOnly } from './scripts/preact-text-only';

const isolatedCsp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preactTextOnly()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    minimum_chrome_version: browser === 'firefox' ? undefined : '120',
    permissions: [
      'unlimitedStorage',
      'scripting',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_permissions: ['downloads', ...(browser === 'firefox' ? [] : ['offscreen'])],
    host_permissions: articlePages,
    // Before the page's own scripts, so that keys are heard first; the rest of it waits for the text.
    content_scripts: [{ matches: articlePages, js: ['stub.js'], run_at: 'document_start' }],
    options_ui: { page: 'settings.html', open_in_tab: true },
    action: { default_title: '__MSG_extension_name__' },
    content_security_policy: { extension_pages: isolatedCsp },
    browser_specific_settings:
      browser === 'firefox'
        ? {
            gecko: {
              id: 'pressmark@pressmark.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          }
        : undefined,
  }),
  zip: { excludeSources: ['out/**', 'docs/screenshots/**'] },
});
