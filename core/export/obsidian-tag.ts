/** A code's path as a tag that Obsidian takes. */

/**
 * Letters, digits, `_`, `-`, and `/` between the levels; whatever else a name holds becomes `-`. None begins or ends
 * with `_`, by which other readers of Markdown would take what stands between two for emphasis. A tag of digits alone
 * is none for Obsidian and gets a `_` in front. Two codes may come to one tag.
 */
export function obsidianTag(path: readonly string[]): string {
  const tag = path
    .map((name) =>
      name
        .toWellFormed()
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-')
        .replace(/^[-_]+|[-_]+$/gu, ''),
    )
    .map((name) => (name === '' ? '-' : name))
    .join('/');
  return /[\p{L}_-]/u.test(tag) ? tag : `_${tag}`;
}
