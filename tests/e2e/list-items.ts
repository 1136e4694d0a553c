/** Which of several equal list items flashes, is painted, or is in view. */

import type { DrivenPage } from './driver';

interface Flashed {
  __flashed?: string | null;
}

/** Runs in the page: notes which element of this kind, counted from 0, holds the next flash. */
export function watchForFlash(selector: string): void {
  const watched = window as unknown as Flashed;
  watched.__flashed = null;
  const before = new Set([...CSS.highlights].flatMap(([name, group]) => (isFlash(name) ? [...group] : [])));
  function isFlash(name: string): boolean {
    return name.endsWith('-flash');
  }
  const look = () => {
    for (const [name, group] of CSS.highlights) {
      if (!isFlash(name)) continue;
      const [range] = ([...group] as Range[]).filter((each) => !before.has(each));
      if (range === undefined) continue;
      const element = range.startContainer.parentElement?.closest(selector) ?? null;
      watched.__flashed = String([...document.querySelectorAll(selector)].indexOf(element as Element));
      return;
    }
    setTimeout(look, 10);
  };
  look();
}

export async function flashed(page: DrivenPage): Promise<string> {
  await page.waitFor(() => (window as unknown as Flashed).__flashed !== null, null, 'a flash on the page');
  return page.evaluate(() => (window as unknown as Flashed).__flashed ?? '', null);
}

/** Which list item, counted from 0, holds the painted words. */
export function paintedItem(page: DrivenPage): Promise<string> {
  return page.evaluate(() => {
    const groups = [...CSS.highlights].filter(([name]) => !/-(?:overlap|flash)$/u.test(name));
    const [range] = groups.flatMap(([, group]) => [...group] as Range[]);
    const element = range?.startContainer.parentElement?.closest('li');
    return String([...document.querySelectorAll('li')].indexOf(element as HTMLLIElement));
  }, null);
}

export function isInView(page: DrivenPage, item: string): Promise<void> {
  return page.waitFor(
    (index) => {
      const box = document.querySelectorAll('li')[Number(index)]?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    },
    item,
    `list item ${item} to be in view`,
  );
}
