/** Turns text from a hostile page into one short, harmless line. */

/** In UTF-16 units; the contract in `core/messages.ts` refuses more. */
export const longestTitle = 2_000;
/** In UTF-16 units, for every field but the title. */
const longestField = 500;

/** Signs without ink that hide or turn text around; the joiners U+200C and U+200D stay, for scripts that need them. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

const unclean = /[^\S ]| {2}|[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** @returns null where nothing readable is left */
export function plainText(raw: string, longest = longestField): string | null {
  // Nearly all lines of a page are clean: one look costs less than four rounds of replacing.
  if (raw.length <= longest && !unclean.test(raw)) return raw.trim() || null;
  const line = raw
    .slice(0, longest * 4)
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .replace(invisible, '')
    .trim();
  const text = withoutHalfSign(line.slice(0, longest)).trim();
  return text === '' ? null : text;
}

/** The form in which two spellings of one text are equal: no case, no width, no punctuation. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function withoutHalfSign(cut: string): string {
  return cut.replace(/\p{Cs}/gu, '');
}
