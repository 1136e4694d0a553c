/** Looks at a surface as assistive technology does: axe's rules, and the names of all controls. */

import axe from 'axe-core';
import type { ChromiumDriver } from './chromium';
import type { DrivenPage } from './driver';
import { probeIsolatedWorld } from './isolated-world';
import { toolbarRoot } from './toolbar';

/** Gives `rule: element, …` for each rule that is broken; an element is named by its opening tag. */
const broken = (context: string) => `axe.run(${context}).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(', ')))`;

/** What axe finds wrong on a whole page of the extension. */
export function violationsOnPage(driver: ChromiumDriver, page: DrivenPage): Promise<string[]> {
  return driver.playwrightPage(page).evaluate(`${axe.source}; ${broken('document')}`);
}

/** What axe finds wrong in the toolbar on a news page; the site around it is not our concern. */
export async function violationsInToolbar(driver: ChromiumDriver, page: DrivenPage): Promise<string[]> {
  const { session, evaluate } = await probeIsolatedWorld(driver, page);
  try {
    // axe walks into open shadow roots; in this world, which the page cannot see, ours is made to look open.
    await evaluate(`(() => {
      const root = ${toolbarRoot};
      Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
    })()`);
    return await evaluate(`${axe.source}; ${broken(`${toolbarRoot}.host`)}`);
  } finally {
    await session.detach();
  }
}

export interface Control {
  role: string;
  /** Empty when assistive technology has nothing to call it by. */
  name: string;
}

const controlRoles = new Set(
  'button link textbox searchbox combobox listbox option checkbox radio slider switch menuitem tab'.split(
    ' ',
  ),
);

/** Every control of the page as the browser tells assistive technology, closed shadow roots included. */
export async function controls(driver: ChromiumDriver, page: DrivenPage): Promise<Control[]> {
  const session = await driver.context.newCDPSession(driver.playwrightPage(page));
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '') }))
      .filter(({ role }) => controlRoles.has(role));
  } finally {
    await session.detach();
  }
}
