/** Looks at a surface as assistive technology does: axe's rules, and the names of all controls. */

import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import type { ChromiumDriver } from './chromium';
import type { DrivenPage } from './driver';
import { toolbarFrame } from './toolbar';
import { type ColourScheme, inEachScheme } from './tour/pictures';

/** The rules that look at colours: in the dark all others would find what they have found in light. */
const aboutColours = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** Gives `rule: element, …` for each rule that is broken; an element is named by its opening tag. */
const broken = (context: string, options: object) =>
  `axe.run(${context}, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(', ')))`;

async function violationsIn(document: Page | Frame, context: string, options: object): Promise<string[]> {
  if (await document.evaluate("typeof axe === 'undefined'")) await document.evaluate(`${axe.source}; 0`);
  return document.evaluate(broken(context, options));
}

/** What axe finds wrong on a whole page of the extension. */
export function violationsOnPage(
  driver: ChromiumDriver,
  page: DrivenPage,
  options: object = {},
): Promise<string[]> {
  return violationsIn(driver.playwrightPage(page), 'document', options);
}

/** What axe finds wrong in the toolbar on a news page; the site around it is not our concern. */
export async function violationsInToolbar(
  driver: ChromiumDriver,
  page: DrivenPage,
  options: object = {},
): Promise<string[]> {
  const frame = toolbarFrame(driver, page);
  const isShown = await frame.evaluate("document.querySelector('.toolbar') !== null");
  return isShown === true ? violationsIn(frame, "'.toolbar'", options) : [];
}

/**
 * What axe finds wrong in light, and with the colours in the dark, each with the scheme before it.
 * @param meanwhile more that is to be done in each scheme
 */
export async function violationsInEachScheme(
  driver: ChromiumDriver,
  page: DrivenPage,
  find = violationsOnPage,
  meanwhile: (scheme: ColourScheme) => Promise<void> = async () => {},
): Promise<string[]> {
  const found: string[] = [];
  await inEachScheme(driver, page, async (scheme) => {
    await meanwhile(scheme);
    const violations = await find(driver, page, scheme === 'dark' ? aboutColours : {});
    found.push(...violations.map((line) => `in ${scheme}: ${line}`));
  });
  return found;
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
