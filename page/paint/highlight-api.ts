/** The CSS Custom Highlight API as far as it is used, and the style of each layer. */

import { swatches } from '../../core/colour';
import { colourOf, type Layer } from './strokes';

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
  const colour = colourOf(layer);
  if (colour !== null) {
    const { background, ink, line, pattern, thickness } = swatches[colour];
    return `background-color: ${background}; color: ${ink}; text-decoration: underline ${pattern} ${line} ${thickness};`;
  }
  // A shade shows where two of one colour overlap, too; the ink stays readable on it.
  return layer === 'overlap'
    ? 'background-color: rgb(0 0 0 / 0.14);'
    : 'background-color: #1c1b17; color: #ffffff;';
}
