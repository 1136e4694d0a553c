/** Tells how an element takes part in the text around it: not at all, in the line, or on lines of its own. */

import { attributeOf } from '../detection/unclobbered';

/** `cell`: beside its neighbours, yet apart. `break`: a line break and nothing else. */
export type Flow = 'none' | 'inline' | 'cell' | 'block' | 'break';

/** Never part of the text one reads, even where they are shown. */
const unread = new Set(
  `SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT INPUT DATALIST IFRAME OBJECT EMBED AUDIO VIDEO CANVAS
  SVG HEAD RT RP RTC ANNOTATION ANNOTATION-XML`.split(/\s+/u),
);
const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE
  FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY
  TABLE TBODY TFOOT THEAD TR UL`.split(/\s+/u),
);
const cells = new Set(['TD', 'TH']);
const inlineDisplay = /^(?:inline|ruby|math|contents)/u;

/** What an element's name alone decides; null where the page decides. */
export function flowOfName(name: string): 'none' | 'break' | null {
  const tag = name.toUpperCase();
  if (unread.has(tag)) return 'none';
  return tag === 'BR' ? 'break' : null;
}

/** Null in jsdom, which lays nothing out; its computed styles know too little and cost too much. */
export function styleOf(element: Element): CSSStyleDeclaration | null {
  return 'checkVisibility' in Element.prototype ? getComputedStyle(element) : null;
}

/**
 * Asks the computed style rather than `checkVisibility()`, which calls `display: contents` invisible and leaves out
 * closed `<details>`, whose words would come and go with a click. Each value of it that is read costs more than all the
 * rest, so only those are read that decide.
 * @param style as `styleOf` gives it
 */
export function flowOf(element: Element, name: string, style: CSSStyleDeclaration | null): Flow {
  const display = style?.display ?? '';
  if (style === null || display === '') return flowOfTag(element, name.toUpperCase());
  if (display === 'none') return 'none';
  if (display !== 'block' && inlineDisplay.test(display)) return 'inline';
  if (style.contentVisibility === 'hidden') return 'none';
  return display === 'table-cell' ? 'cell' : flowOfBlock(name.toUpperCase(), style);
}

/** Whether text right inside the element can be seen, as far as `visibility` goes. */
export function isVisible(style: CSSStyleDeclaration | null): boolean {
  const visibility = style?.visibility ?? '';
  return visibility === 'visible' || visibility === '';
}

/** A floating initial is a block to the browser, but the first letter of a word to the reader. */
function flowOfBlock(tag: string, style: CSSStyleDeclaration): Flow {
  if (blocks.has(tag) || cells.has(tag)) return 'block';
  return style.cssFloat === 'none' ? 'block' : 'inline';
}

function flowOfTag(element: Element, tag: string): Flow {
  const isHidden = Element.prototype.hasAttribute.call(element, 'hidden');
  if (isHidden || /display:\s*none/iu.test(attributeOf(element, 'style'))) return 'none';
  if (blocks.has(tag)) return 'block';
  return cells.has(tag) ? 'cell' : 'inline';
}
