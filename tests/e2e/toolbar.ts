/** The page toolbar as a person sees and clicks it: it stands in a frame that only the browser's protocol leads to. */

import type { Frame } from 'playwright-core';
import type { ChromiumDriver } from './chromium';
import type { DrivenPage } from './driver';

export interface ShownToolbar {
  /** The frame of now: a page that throws it out gets another one. */
  frame(): Frame;
  /** Viewport pixels; waits until the element is there. */
  boxOf(selector: string): Promise<{ x: number; y: number; width: number; height: number }>;
  /** Waits until the toolbar has been put away. */
  untilGone(): Promise<void>;
  /** A real click in the middle of the element. */
  clickOn(selector: string): Promise<void>;
}

/** @throws Error when the page is not annotated */
export function toolbarFrame(driver: ChromiumDriver, page: DrivenPage): Frame {
  const shown = driver.playwrightPage(page);
  const frame = shown.frames().find((each) => each !== shown.mainFrame() && each.url() === 'about:blank');
  if (frame === undefined) throw new Error('The page has no frame of ours.');
  return frame;
}

export function shownToolbar(driver: ChromiumDriver, page: DrivenPage): ShownToolbar {
  const frame = () => toolbarFrame(driver, page);
  return {
    frame,
    async boxOf(selector) {
      const box = await frame().locator(selector).first().boundingBox();
      if (box === null) throw new Error(`${selector} is not to be seen.`);
      return box;
    },
    untilGone: () => frame().locator('.toolbar').waitFor({ state: 'detached' }),
    clickOn: (selector) => frame().locator(selector).first().click(),
  };
}
