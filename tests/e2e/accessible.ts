/** Looks at a surface as assistive technology does: axe's rules, and the names of all controls. */

import axe from 'axe-core';
import type { ChromiumDriver } from './chromium';
import type { DrivenPage } from './driver';
import { toolbarFrame } from './toolbar';

/** Gives `rule: element, …` for each rule that is broken; an element is named by its opening tag. */
const broken = (context: string) => `axe.run(${context}).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(', ')))`;

/** What axe finds wrong on a whole page of the extension. */
export function violationsOnPage(driver: ChromiumDriver, page: DrivenPage): Promise<string[]> {
  return driver.playwrightPage(page).evaluate(`${axe.source}; ${broken('document')}`);
}

/** What axe finds wrong in the toolbar on a news page; the site around it is not our concern. */
export async function violationsInToolbar(driver: ChromiumDriver, page: DrivenPage): Promise<string[]> {
  const violations = await toolbarFrame(driver, page).evaluate(`${axe.source};
    document.querySelector('.toolbar') === null ? [] : ${broken("'.toolbar'")}`);
  return violations as string[];
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

/** Every control of the page as the browser tells assistive technology, the toolbar's frame included. */
export async function controls(driver: ChromiumDriver, page: DrivenPage): Promise<Control[]> {
  const session = await driver.context.newCDPSession(driver.playwrightPage(page));
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const frames = [frameTree, ...(frameTree.childFrames ?? [])].map(({ frame }) => frame.id);
    const trees = await Promise.all(
      frames.map((frameId) => session.send('Accessibility.getFullAXTree', { frameId })),
    );
    return trees
      .flatMap(({ nodes }) => nodes)
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '') }))
      .filter(({ role }) => controlRoles.has(role));
  } finally {
    await session.detach();
  }
}
