/** Names for files that are saved: kept in the reader's script, safe on Windows, macOS, Linux and in Obsidian. */

/** In bytes of UTF-8, with the extension: below the 255 of most file systems, with room for " (1)". */
const longestName = 200;
const fallbackStem = 'pressmark';

const forbidden = /[\\/:*?"<>|#^[\]%~\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+/gu;
const reservedOnWindows = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/iu;

/**
 * @param stem any text, a title for instance
 * @param extension without the dot, from us and not from a page: `csv`
 */
export function exportFileName(stem: string, extension: string): string {
  const ending = `.${extension}`;
  const clean = trimmed(stem.normalize('NFC').replace(forbidden, ' ').replace(/\s+/gu, ' '));
  const safe = reservedOnWindows.test(clean) ? `_${clean}` : clean;
  const short = trimmed(cutToBytes(safe, longestName - byteLength(ending)));
  return (short === '' ? fallbackStem : short) + ending;
}

/** A leading dot hides a file; a dot or blank at the end is dropped by Windows. */
function trimmed(name: string): string {
  return name.replace(/^[.\s]+|[.\s]+$/gu, '');
}

function cutToBytes(text: string, most: number): string {
  if (byteLength(text) <= most) return text;
  let bytes = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    bytes += byteLength(segment);
    if (bytes > most) return text.slice(0, index);
  }
  return text;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
