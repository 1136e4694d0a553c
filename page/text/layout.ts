/** Tells how an element takes part in the text around it: not at all, in the line, or on lines of its own. */

import { attributeOf, tagOf } from '../detection/unclobbered';

/** `cell`: beside its neighbours, yet apart. `break`: a line break and nothing else. */
type Flow = 'none' | 'inline' | 'cell' | 'block' | 'break';

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

export interface Layout {
  flow: Flow;
  /** Whether text right inside the element can be seen, as far as `visibility` goes. */
  showsText: boolean;
}

const leftOut: Layout = { flow: 'none', showsText: false };

/**
 * Asks the computed style rather than `checkVisibility()`, which calls `display: contents` invisible and leaves out
 * closed `<details>`, whose words would come and go with a click.
 */
export function layoutOf(element: Element): Layout {
  const tag = tagOf(element).toUpperCase();
  if (unread.has(tag)) return leftOut;
  if (tag === 'BR') return { flow: 'break', showsText: false };
  // jsdom lays nothing out; its computed styles know too little and cost too much.
  if (!('checkVisibility' in Element.prototype)) return layoutOfTag(element, tag);
  // Each value that is read costs more than all the rest of this, so only those are read that decide.
  const style = getComputedStyle(element);
  const { display } = style;
  if (display === '') return layoutOfTag(element, tag);
  if (display === 'none') return leftOut;
  const showsText = style.visibility === 'visible';
  if (inlineDisplay.test(display)) return { flow: 'inline', showsText };
  if (style.contentVisibility === 'hidden') return leftOut;
  if (display === 'table-cell') return { flow: 'cell', showsText };
  // A floating initial is a block to the browser, but the first letter of a word to the reader.
  const isInitial = flowOfTag(tag) === 'inline' && style.cssFloat !== 'none';
  return { flow: isInitial ? 'inline' : 'block', showsText };
}

function layoutOfTag(element: Element, tag: string): Layout {
  const isHidden = Element.prototype.hasAttribute.call(element, 'hidden');
  const isLeftOut = isHidden || /display:\s*none/iu.test(attributeOf(element, 'style'));
  return { flow: isLeftOut ? 'none' : flowOfTag(tag), showsText: true };
}

function flowOfTag(tag: string): Flow {
  if (blocks.has(tag)) return 'block';
  return cells.has(tag) ? 'cell' : 'inline';
}
