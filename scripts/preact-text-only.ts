/** A Vite plugin that takes Preact's one way of turning text into markup out of what is built. */

import type { Plugin } from 'vite';

/**
 * `dangerouslySetInnerHTML` would then show its text as text. Nothing here uses it, and with it gone a look
 * through the built scripts can promise that no page text ever becomes markup.
 * The build fails where Preact no longer looks as it did, so that nobody trusts a plugin that does nothing.
 */
export function preactTextOnly(): Plugin {
  return {
    name: 'pressmark:preact-text-only',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.mjs$/u.test(id.replaceAll('\\', '/').replace(/\?.*$/u, ''))) return null;
      if (!/\.innerHTML=/u.test(code))
        this.error('preact.mjs no longer assigns innerHTML: look whether this is still needed');
      return { code: code.replaceAll('.innerHTML', '.textContent'), map: null };
    },
  };
}
