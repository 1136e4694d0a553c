/** The page toolbar as a person sees and clicks it: it stands in a closed shadow root, which only a script of ours can open. */

import type { ChromiumDriver } from './chromium';
import type { DrivenPage } from './driver';
import { type IsolatedWorldProbe, probeIsolatedWorld } from './isolated-world';

export interface ShownToolbar {
  probe: IsolatedWorldProbe;
  /** Viewport pixels; waits until the element is there. */
  boxOf(selector: string): Promise<{ x: number; y: number; width: number; height: number }>;
  /** Waits until the toolbar has been put away. */
  untilGone(): Promise<void>;
  /** A real click in the middle of the element. */
  clickOn(selector: string): Promise<void>;
}

/** An expression for the toolbar's shadow root, to be evaluated in our isolated world. */
export const toolbarRoot = `chrome.dom.openOrClosedShadowRoot(
  [...document.documentElement.children].find(({ localName }) => localName === 'div'))`;

/** Good until the page loads another document. */
export async function shownToolbar(driver: ChromiumDriver, page: DrivenPage): Promise<ShownToolbar> {
  const probe = await probeIsolatedWorld(driver, page);

  /** The value of the expression once it is not null; `root` is the shadow root. */
  const waitFor = <T>(expression: string, what: string) =>
    probe.evaluate<T>(`(async () => {
      const end = performance.now() + 20_000;
      for (;;) {
        const root = ${toolbarRoot};
        const value = ${expression};
        if (value !== null) return value;
        if (performance.now() > end) throw new Error(${JSON.stringify(`Waited in vain for ${what}`)});
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    })()`);

  const boxOf: ShownToolbar['boxOf'] = (selector) =>
    waitFor(
      `root.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect().toJSON() ?? null`,
      `${selector} in the toolbar`,
    );

  return {
    probe,
    boxOf,
    untilGone: async () =>
      void (await waitFor(`root.querySelector('.toolbar') === null ? true : null`, 'the toolbar to go')),
    async clickOn(selector) {
      const { x, y, width, height } = await boxOf(selector);
      await page.click(x + width / 2, y + height / 2);
    },
  };
}
