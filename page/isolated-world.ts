/** What the stub, the detector and the annotator share: all run in the same isolated world of one page, which the page cannot reach. */

import type { Detection } from '../core/detection';
import type { EarlyKeys } from './toolbar/early-keys';

export interface Verdict {
  detection: Detection;
  /** Whether the page is to be annotated: an article, known annotations, or the reader's wish. */
  annotate: boolean;
  /** Whether the reader wants it nowhere on this site, whatever was asked for before. */
  isOff: boolean;
}

export interface IsolatedWorld {
  keys: EarlyKeys;
  verdict: Verdict | null;
  /** Set by the detector. */
  detectArticle: ((document: Document, url: string) => Detection) | null;
  /** Set by the annotator: hears each new verdict. */
  hearVerdict: ((verdict: Verdict) => void) | null;
}

const key = Symbol.for('pressmark');

/** Made by whichever script comes first. */
export function isolatedWorld(makeKeys: () => EarlyKeys): IsolatedWorld {
  const world = globalThis as typeof globalThis & { [key]?: IsolatedWorld };
  world[key] ??= { keys: makeKeys(), verdict: null, detectArticle: null, hearVerdict: null };
  return world[key];
}

export function giveVerdict(world: IsolatedWorld, verdict: Verdict): void {
  world.verdict = verdict;
  world.hearVerdict?.(verdict);
}
