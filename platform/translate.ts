/** The words of the interface in the browser's language, for the background and the extension's pages. */

import { browser } from 'wxt/browser';

export function translate(key: string, ...substitutions: string[]): string {
  // The keys are checked where components ask for them.
  return browser.i18n.getMessage(key as never, substitutions);
}

/** BCP 47 tag of the language that the words are in: not always the browser's, which may have none of ours. */
export function interfaceLanguage(): string {
  return translate('language_tag');
}
