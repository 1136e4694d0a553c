/** Reads settings as they were kept, for whoever keeps them: pages get them read. */

import * as v from 'valibot';
import { type Settings, usualSettings } from './settings';

// What only a younger Pressmark knows stays.
const settingsSchema = v.looseObject({
  keys: v.fallback(v.record(v.string(), v.string()), usualSettings.keys),
  hasPlainKeys: v.fallback(v.boolean(), usualSettings.hasPlainKeys),
  isCodebookLocked: v.fallback(v.boolean(), usualSettings.isCodebookLocked),
  coder: v.fallback(v.string(), usualSettings.coder),
  templates: v.fallback(v.record(v.string(), v.string()), {}),
});

/** Each that is missing or damaged is the usual one. @param text JSON */
export function readSettings(text: string): Settings {
  const parsed = v.safeParse(settingsSchema, JSON.parse(text));
  return parsed.success ? parsed.output : usualSettings;
}
