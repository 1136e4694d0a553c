/** The code that all further selections are kept with, until the reader has done with it. It lives as long as the page. */

import type { CodeEntry } from '../../core/code-entry';
import { foldForSearch } from '../../core/search';
import type { ChosenCode } from '../../core/toolbar';

export interface ActiveCode {
  /** Whether one was chosen; it may still be on its way into the codebook. */
  isOn(): boolean;
  /** Null while there is none, or it is not there yet. */
  entry(): CodeEntry | null;
  choose(code: ChosenCode): void;
  stop(): void;
  /** Looks whether it is still to be had: deleted and archived codes are not. */
  follow(): void;
  /** Counts a passage that has it. */
  addKept(id: string): void;
  keptCount(): number;
  lastKeptId(): string | null;
}

export function createActiveCode(entries: () => readonly CodeEntry[]): ActiveCode {
  let chosen: ChosenCode | null = null;
  let kept: string[] = [];

  const find = (): CodeEntry | null => {
    const code = chosen;
    if (code === null) return null;
    const isIt =
      'id' in code
        ? ({ id }: CodeEntry) => id === code.id
        : ({ path }: CodeEntry) => foldForSearch(path) === foldForSearch(code.path);
    return entries().find((entry) => isIt(entry) && entry.isArchived !== true) ?? null;
  };

  return {
    isOn: () => chosen !== null,
    entry: find,
    choose(code) {
      [chosen, kept] = [code, []];
    },
    stop() {
      [chosen, kept] = [null, []];
    },
    follow() {
      const entry = find();
      if (entry !== null) chosen = { id: entry.id };
      else if (chosen !== null && 'id' in chosen) chosen = null;
    },
    addKept(id) {
      kept = [...kept.filter((other) => other !== id), id];
    },
    keptCount: () => kept.length,
    lastKeptId: () => kept.at(-1) ?? null,
  };
}
