/** An input method of the system, as Chromium's protocol lets a test speak for it. */

import type { ChromiumDriver } from './chromium';
import type { DrivenPage } from './driver';

export interface InputMethod {
  /** Shows these words in the making. */
  show(words: string): Promise<void>;
  /** A key that the input method takes for itself while words are in the making. */
  press(key: 'Enter' | 'Escape' | 'ArrowDown'): Promise<void>;
  /** Types the letters, presses Enter in the middle of it as readers do, and ends with the chosen words. */
  compose(letters: string, words: string, modifier?: 'Control'): Promise<void>;
}

export async function startInputMethod(
  { context, playwrightPage }: ChromiumDriver,
  page: DrivenPage,
): Promise<InputMethod> {
  const session = await context.newCDPSession(playwrightPage(page));
  const taken = { windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  const show = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  return {
    show: async (words) => void (await show(words)),
    async press(key) {
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, ...taken });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, ...taken });
    },
    async compose(letters, words, modifier) {
      for (let length = 1; length <= letters.length; length += 1) await show(letters.slice(0, length));
      const enter = { key: 'Enter', code: 'Enter', modifiers: modifier === 'Control' ? 2 : 0, ...taken };
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
      await session.send('Input.insertText', { text: words });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    },
  };
}
