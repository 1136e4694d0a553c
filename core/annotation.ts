/** The annotation record: what a reader kept, in the words of the W3C Web Annotation Data Model. */

/**
 * A quote with its context, in the article's text as `page/text/text-map.ts` reads it.
 * @see https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export interface TextQuoteSelector {
  exact: string;
  /** 64 UTF-16 units before the quote; up to 160 where fewer leave it in doubt, fewer at the start of the text. */
  prefix: string;
  /** As many after the quote, or fewer at the end of the text. */
  suffix: string;
}

/**
 * Offsets into the article's text at the moment of choosing: UTF-16 code units, from 0, end exclusive.
 * W3C and REFI-QDA count code points: exporters convert.
 * @see https://www.w3.org/TR/annotation-model/#text-position-selector
 */
export interface TextPositionSelector {
  start: number;
  end: number;
}

/**
 * Two XPaths from the document's body with UTF-16 offsets into the text node they name.
 * @see https://www.w3.org/TR/annotation-model/#range-selector
 */
export interface RangeSelector {
  startPath: string;
  startOffset: number;
  endPath: string;
  endOffset: number;
}

/** Where an annotation's words stand. The quote always exists; the two others only speed up and decide. */
export interface Selectors {
  quote: TextQuoteSelector;
  /** Null where the words lie outside the article's own text, or that text does not say them there. */
  position: TextPositionSelector | null;
  range: RangeSelector | null;
  /**
   * How often the start or the end of the words stood elsewhere in the text that they were chosen in: what stood once and
   * stands once is the same. Missing where nobody counted.
   */
  copies?: number;
}

export interface Target extends Selectors {
  /** The address at which the words were chosen, as the browser showed it. */
  source: string;
  /**
   * The SHA-256 of the text in which `position` counts; names a TextSnapshot. A later annotation of an article has
   * another one than the first where the publisher has changed the text. Null where there is no position, or that
   * text was not kept.
   */
  snapshot: string | null;
}

export interface Annotation {
  id: string;
  articleId: string;
  target: Target;
  /** In the order in which they were given; the first one decides the colour. */
  codeIds: string[];
  /** Plain text; empty when there is none. */
  note: string;
  /** Who made it, as the file says that it came in with; missing: the person of this library. */
  creator?: string;
  /** ISO 8601, UTC. */
  created: string;
  /** ISO 8601, UTC. */
  modified: string;
  /** When it went to the trash, ISO 8601 UTC; null while it is kept. */
  deleted: string | null;
}

/** How well an anchor's words were found again. Only `exact`, `moved` and `changed` are painted. */
export type Grade =
  /** The same words between the same words, whatever was put in above them. */
  | 'exact'
  /** The same words between other words, or at another place. */
  | 'moved'
  /** Most of the words, at a place that is sure; some of them were edited since. */
  | 'changed'
  /** The same words at several places, and nothing that decides between them. */
  | 'ambiguous'
  /** The words are no longer in this text. */
  | 'lost'
  /** Not found yet, and the page is still loading. */
  | 'pending';
