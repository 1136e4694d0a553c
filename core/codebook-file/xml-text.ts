/** Puts texts into XML 1.0, and leaves out what it has no way to hold. */

/** Lone surrogates are among them: https://www.w3.org/TR/xml/#charsets */
const unwritable = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function writableXml(text: string): string {
  return text.replace(unwritable, '');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** The signs that XML itself is written with, named. */
export function withReferences(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => references[sign] ?? sign);
}

/** Between tags or quotation marks. Readers make blanks of tabs in attributes, and line feeds of carriage returns everywhere. */
export function escapeXml(text: string): string {
  return withReferences(writableXml(text)).replace(/[\t\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
