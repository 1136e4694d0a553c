/** A codebook outside a library, as a file says it: what the formats write and read, and what an import takes in. */

import type { Colour } from './colour';

export interface CodebookFile {
  /** Each code after the one above it; no two at the same place. */
  codes: FileCode[];
}

export interface FileCode {
  /** A UUID; null where the format carries none. */
  id: string | null;
  /** The names from the top of the codebook down to its own; at least one. */
  path: string[];
  /** Null where the format carries none. */
  colour: Colour | null;
  /** Null where the format carries none: then a known code keeps its own. */
  definition: string | null;
  /** As `definition`. */
  examples: string[] | null;
  /** Whether any annotation has it, on the way out of a library. No import asks for it. */
  isApplied?: boolean;
}

/** What could not be read, in the person's words for places: a line, a cell, an element. */
export interface CodebookFault {
  where: string;
  /** The end of a sentence: "has no name". */
  why: string;
}
