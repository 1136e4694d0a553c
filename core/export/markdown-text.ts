/** Writes text from pages and readers into Markdown and YAML so that it stays text, whatever it holds. */

// What means something anywhere in a line in CommonMark, GFM, Pandoc or Obsidian: code, emphasis, links and
// wiki-links, HTML, strike-through, tables, formulas, tags, highlights, block ids, attributes, templates; and the
// marks by which GFM makes a link of a bare address, in which backslashes would show.
const anywhere = /[\\`*_[\]<>~|$#^{}@]|:(?=\/\/)|(?<=www)\.|=(?==)|(?<==)=|%(?=%)|(?<=%)%|&(?=#?\w+;)/giu;

// What means something only at the start of a line: lists, rules, underlines of headings, definitions, comments.
const atLineStart = /^(?:[-+:=%]|\d+(?=[.)]))/u;

/** The lines of a text, each in one line of Markdown that says just this; blank ones fall away. */
export function markdownLines(text: string): string[] {
  return text
    .toWellFormed()
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/u)
    .map((line) => line.replace(/\p{Cc}+/gu, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => escapeLineStart(line.replace(anywhere, '\\$&')));
}

/** The same for what must stand in one line: a heading, the text of a link. */
export function markdownLine(text: string): string {
  return markdownLines(text.replace(/\s+/gu, ' ')).join(' ');
}

function escapeLineStart(line: string): string {
  return line.replace(atLineStart, (mark) => (/\d/u.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/**
 * A link without user name and password; null for what is no http or https address.
 * @param text Markdown; the host unless given
 */
export function markdownLink(address: string, text?: string): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/u.test(url.protocol)) return null;
  const { origin, pathname, search, hash } = url;
  const rest = (pathname + search + hash)
    .replace(/[\\`[\]<>|^{}\s]/gu, encodeURIComponent)
    .replace(/&(?=#?\w+;)/gu, '&amp;');
  return `[${text ?? markdownLine(url.host)}](<${origin}${rest}>)`;
}

/** A YAML scalar between double quotation marks, in one line: the one style in which every text is possible. */
export function yamlText(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
