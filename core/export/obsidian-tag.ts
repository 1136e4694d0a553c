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

/** `obsidianTag`, which is worked out once for each path. */
export function createTags(): (path: readonly string[]) => string {
  const tags = new Map<string, string>();
  return (path) => {
    const key = path.join('\0');
    const tag = tags.get(key) ?? obsidianTag(path);
    tags.set(key, tag);
    return tag;
  };
}
