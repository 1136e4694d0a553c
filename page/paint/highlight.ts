/** The paint of annotations, and what every painter of it can do. */

import type { Colour } from '../../core/colour';

/** The paint of one annotation. */
export interface Highlight {
  id: string;
  /** Live, in the order of the text: several where the words cross shadow trees, which no one Range can span. */
  ranges: readonly Range[];
  /** Offsets in the page's text, UTF-16 units, end exclusive: they tell what overlaps, and never where to paint. */
  start: number;
  end: number;
  colour: Colour;
}

/** Shows where annotations are and changes nothing of the page. */
export interface Painter {
  /** Makes the paint on the page equal to these: where two overlap, the later one lies on top. */
  paint(highlights: readonly Highlight[]): void;
  /** Makes one painted highlight stand out for a moment; an unknown id does nothing. */
  flash(id: string): void;
  /** Takes all paint away; `paint` may follow. */
  clear(): void;
}

/** How long a flash lasts, in milliseconds. It does not move, so that it needs no exception for reduced motion. */
export const flashTime = 1_200;
