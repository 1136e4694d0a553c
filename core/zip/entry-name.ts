/** Which names of entries would lead a program out of the folder into which it unpacks. */

/**
 * @param name with `/` between folders
 * @returns the end of a sentence; null where the name is harmless
 */
export function unsafeName(name: string): string | null {
  if (name === '') return 'has no name';
  if (name.length > 1_000) return 'has a name of over 1,000 characters';
  // Those from 0x80 on are letters in old code pages.
  if (/(?![\x80-\x9f])\p{Cc}/u.test(name)) return 'has a control character in its name';
  if (/^\/|^[a-z]:/iu.test(name)) return 'is named by a place of a whole disk';
  if (name.split('/').some((part) => /^\s*\.\.[\s.]*$/u.test(part))) return 'is named out of its folder';
  return null;
}
