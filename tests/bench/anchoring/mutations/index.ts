/** All our own mutations by name, in the form of the bench's own; bundled and put behind the bench's in-page library. */

import type { BenchPage, Context, Random } from './bench-page';
import { comments, liveBlog, lookalikes, summary } from './copies';
import { correction, halved, reflow, renumbered, sentences } from './paragraphs';
import { reset } from './reset';
import { amp, collapsed, interfaceWords, paywall, syndicated } from './templates';

export const ownMutations = {
  liveblog: liveBlog,
  correction,
  reflow,
  renumbered,
  sentences,
  halved,
  summary,
  comments,
  lookalikes,
  reset,
  collapsed,
  interface: interfaceWords,
  syndicated,
  amp,
  paywall,
};

type Table = Record<string, (random: Random, context: Context) => void>;

/** Adds them to the bench's table, after its own, whose seeds hang on their place in it. */
export function addOwnMutations(table: Table, page: BenchPage): void {
  for (const [name, mutation] of Object.entries(ownMutations)) {
    table[name] = (random, context) => mutation(page, random, context);
  }
}

interface Texts {
  blockTexts(): string[];
  removeAll(random: Random, foreign: readonly string[]): void;
}

/**
 * The three states of perf.mjs as mutations, for hypothesis-e2e.mjs, which knows only those: `perf-edit05` and so on,
 * and `bare-edit05` with a page that is not rendered, so that painting costs as little as can be.
 */
export function addStatesOfPerf(table: Table, { blockTexts, removeAll }: Texts): void {
  const { edit05 } = table;
  const states: Table = {
    same: () => undefined,
    edit05: (random, context) =>
      edit05?.(random, { ...context, foreign: blockTexts().slice(0, 50).map(reversed) }),
    gone: (random) => removeAll(random, blockTexts().map(reversed)),
  };
  for (const [name, change] of Object.entries(states)) {
    hide(table, `perf-${name}`, change);
    hide(table, `bare-${name}`, (random, context) => {
      change(random, context);
      document.body.style.display = 'none';
    });
  }
}

function hide(table: Table, name: string, value: Table[string]): void {
  Object.defineProperty(table, name, { value, enumerable: false });
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
