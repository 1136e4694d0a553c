/** Finds a painted passage by its first words, to look at it or to click on it. */

import type { DrivenPage } from './driver';

/** Scrolls the painted passage that begins with these words into the middle; gives the middle of its first line. */
export function showPainted(page: DrivenPage, beginning: string): Promise<{ x: number; y: number }> {
  return page.evaluate((words) => {
    const ranges = [...CSS.highlights.values()].flatMap((group) => [...group]) as Range[];
    const range = ranges.find((painted) => painted.toString().startsWith(words));
    const element = range?.startContainer.parentElement;
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = range?.getClientRects()[0];
    if (box === undefined) throw new Error(`Nothing painted begins with "${words}".`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, beginning);
}
