/** What the reader has chosen for all pages: no record of the library, so there is no undo of it and no export. */

import * as v from 'valibot';

export interface Settings {
  /** Keys other than the usual ones, by the command's name; see `core/key-bindings.ts`. */
  keys: Readonly<Record<string, string>>;
  /** Whether keys without Ctrl, Alt or ⌘ are commands at all. */
  hasPlainKeys: boolean;
  /** A locked codebook offers no new codes while coding. */
  isCodebookLocked: boolean;
}

export const usualSettings: Settings = { keys: {}, hasPlainKeys: true, isCodebookLocked: false };

// What only a younger Pressmark knows stays.
const settingsSchema = v.looseObject({
  keys: v.fallback(v.record(v.string(), v.string()), usualSettings.keys),
  hasPlainKeys: v.fallback(v.boolean(), usualSettings.hasPlainKeys),
  isCodebookLocked: v.fallback(v.boolean(), usualSettings.isCodebookLocked),
});

/** Each that is missing or damaged is the usual one. @param text JSON */
export function readSettings(text: string): Settings {
  const parsed = v.safeParse(settingsSchema, JSON.parse(text));
  return parsed.success ? parsed.output : usualSettings;
}
