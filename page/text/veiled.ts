/** Tells whether a page hides its own text for the time being: until its fonts, its scripts or a consent have come. */

import { styleOf } from './layout';

/** Paragraphs looked at, and the fewest that tell something. */
const most = 40;
const fewest = 3;

/**
 * True where most paragraphs have their place and are invisible by `visibility`, so that they are the page's text all the
 * same. What a page leaves out by `display` is not meant.
 */
export function isVeiled(root: Element): boolean {
  let hidden = 0;
  let count = 0;
  // Live, so that a page of thousands is not looked through for the first few.
  for (const paragraph of Element.prototype.getElementsByTagName.call(root, 'p')) {
    const style = styleOf(paragraph);
    if (style === null || count === most) break;
    if (style.display === 'none') continue;
    count += 1;
    if (style.visibility === 'hidden') hidden += 1;
  }
  return count >= fewest && hidden > count / 2;
}
