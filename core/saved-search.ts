/** A search that the person has given a name. */

import * as v from 'valibot';

export interface SavedSearch {
  id: string;
  name: string;
  /** What is shown, as `printView` writes it. */
  view: string;
}

const savedSearches = v.fallback(
  v.array(v.object({ id: v.string(), name: v.string(), view: v.string() })),
  [],
);

/** Those that were kept; none where what was kept is damaged. @param text JSON */
export function readSavedSearches(text: string): SavedSearch[] {
  return v.parse(savedSearches, JSON.parse(text));
}
