/** The CSS Custom Highlight API as far as it is used, and the style of each layer. */

import { type Colour, colours, swatches } from '../../core/colour';
import type { Layer } from './strokes';

/** A `Highlight` of the API. */
export interface RangeGroup {
  priority: number;
  readonly size: number;
  add(range: AbstractRange): unknown;
  delete(range: AbstractRange): boolean;
  clear(): void;
}

/** What the browser gives, so that tests can give something else. */
export interface HighlightApi {
  /** Shared with the page: only names of ours are read or written. */
  registry: Pick<Map<string, RangeGroup>, 'get' | 'set' | 'delete'>;
  createGroup(): RangeGroup;
  createSheet(): CSSStyleSheet;
}

/** Null where the browser lacks the API (Firefox before 140, Safari before 17.2). */
export function browserHighlights(): HighlightApi | null {
  if (!('highlights' in CSS) || typeof globalThis.Highlight !== 'function') return null;
  return {
    // The registry's own type asks for Highlight itself; `createGroup` makes nothing else.
    registry: CSS.highlights as unknown as HighlightApi['registry'],
    createGroup: () => new globalThis.Highlight(),
    createSheet: () => new CSSStyleSheet(),
  };
}

/** The rule for a layer that is registered under this name. */
export function ruleOf(layer: Layer, name: string): string {
  return `::highlight(${name}) { ${declarationsOf(layer)} }`;
}

function declarationsOf(layer: Layer): string {
  // A shade shows where two of one colour overlap, too; the ink stays readable on it.
  if (layer === 'overlap') return 'background-color: rgb(0 0 0 / 0.14);';
  if (layer === 'flash') return 'background-color: #1c1b17; color: #ffffff;';
  const { background, ink, line, pattern, thickness } = swatches[colourOf(layer)];
  return `background-color: ${background}; color: ${ink}; text-decoration: underline ${pattern} ${line} ${thickness};`;
}

function colourOf(layer: Layer): Colour {
  return colours.find((colour) => layer === colour || layer === `${colour}-top`) ?? colours[0];
}
