/** Makes one text of several that people have written. */

/** Each that says something, once, an empty line between them. */
export function joinNotes(notes: readonly string[]): string {
  return [...new Set(notes.filter((note) => note.trim() !== ''))].join('\n\n');
}
