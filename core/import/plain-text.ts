/** The words of a short piece of HTML, where a plain note is wanted. */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Paragraphs and line breaks become line breaks; scripts and styles say nothing. The result is text, never markup. */
export function plainText(html: string): string {
  return html
    .replace(/<(script|style)\b.*?(?:<\/\1\s*>|$)/gisu, '')
    .replace(/<br\b[^<>]*>|<\/(?:p|div|li|h[1-6]|blockquote|tr)\s*>/giu, '\n')
    .replace(/<\/?[a-z!][^<>]*>/giu, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu, (all, decimal, hex, name) => {
      if (name !== undefined) return entities[String(name).toLowerCase()] ?? all;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
    })
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
