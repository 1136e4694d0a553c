/** Tells how an element takes part in the text around it: not at all, in the line, or on lines of its own. */

import { attributeOf, tagOf } from './detection/unclobbered';

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

export interface Layout {
  flow: Flow;
  /** Whether text right inside the element can be seen, as far as `visibility` goes. */
  showsText: boolean;
}

/**
 * Asks the computed style rather than `checkVisibility()`, which calls `display: contents` invisible and leaves out
 * closed `<details>`, whose words would come and go with a click.
 */
export function layoutOf(element: Element): Layout {
  const tag = tagOf(element).toUpperCase();
  if (unread.has(tag)) return { flow: 'none', showsText: false };
  if (tag === 'BR') return { flow: 'break', showsText: false };
  // jsdom lays nothing out; its computed styles know too little and cost too much.
  if (!('checkVisibility' in Element.prototype)) return layoutOfTag(element, tag);
  const { display, visibility, cssFloat, contentVisibility } = getComputedStyle(element);
  if (display === '') return layoutOfTag(element, tag);
  const isLeftOut = display === 'none' || contentVisibility === 'hidden';
  return {
    flow: isLeftOut ? 'none' : flowOf(display, cssFloat, tag),
    showsText: visibility === 'visible',
  };
}

function flowOf(display: string, float: string, tag: string): Flow {
  if (inlineDisplay.test(display)) return 'inline';
  if (display === 'table-cell') return 'cell';
  // A floating initial is a block to the browser, but the first letter of a word to the reader.
  return float !== 'none' && flowOfTag(tag) === 'inline' ? 'inline' : 'block';
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
