/** What our measurements ask of the adapter: what the bench asks, and four things more, each of which may be missing. */

export interface Engine {
  describe(range: Range, root: Element): unknown;
  anchorAll(records: readonly unknown[], root: Element): unknown;
  paint(ranges: readonly Range[]): void;
  /** Grade and score of each record of the last `anchorAll`. */
  lastPlacements?(): readonly { grade: string; score: number }[];
  /** The annotations under a point of the window, after `anchorAll` and `paint`. */
  hit?(x: number, y: number): unknown;
  /** Anchors and paints as a session does, in slices, and follows the page's changes from then on. */
  restore?(records: readonly unknown[], root: Element): Promise<Following>;
}

export interface Following {
  /** Resolves when something is painted, which what the window shows is before the rest. */
  seen(): Promise<void>;
  /** Resolves when all that the page changed until now is anchored and painted again. */
  settled(): Promise<void>;
  stop(): void;
}

/** What is used of the bench's `page-lib.mjs`. */
export interface PageLibrary {
  setup(passages: number, seed: number): { anns: { a: number; b: number }[]; F: unknown };
  rangeFor(index: unknown, start: number, end: number): Range;
  rng(seed: number): unknown;
  blockTexts(): string[];
  blocks(): { el: HTMLElement; nodes: Text[] }[];
  MUTATIONS: Record<string, (random: unknown, context: { foreign: string[] }) => void>;
  asRanges(result: unknown): Range[];
}
