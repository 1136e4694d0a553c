/** What the detector and the annotator share: both run in the same isolated world of one page, which the page cannot reach. */

import type { Detection } from '../core/detection';
import type { Shield } from './shield';

export interface Verdict {
  detection: Detection;
  /** Whether the page is to be annotated: an article, known annotations, or the reader's wish. */
  annotate: boolean;
}

export interface IsolatedWorld {
  shield: Shield;
  verdict: Verdict | null;
  /** Set by the annotator: hears each new verdict. */
  hearVerdict: ((verdict: Verdict) => void) | null;
}

const key = Symbol.for('pressmark');

/** Made by whichever script comes first. */
export function isolatedWorld(makeShield: () => Shield): IsolatedWorld {
  const world = globalThis as typeof globalThis & { [key]?: IsolatedWorld };
  world[key] ??= { shield: makeShield(), verdict: null, hearVerdict: null };
  return world[key];
}

export function giveVerdict(world: IsolatedWorld, verdict: Verdict): void {
  world.verdict = verdict;
  world.hearVerdict?.(verdict);
}
