/** Text and addresses from pages and readers in HTML, where they stay text. */

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/**
 * For the content of an element or an attribute in quotation marks: a browser reads the same text again, but U+0000 and lone
 * surrogates, which HTML cannot hold, as U+FFFD.
 */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .replace(/[&<>"'\r]/gu, (mark) => named[mark] ?? mark);
}

/** The address as a link may carry it; null for what is no http, https or mailto address. User names are left out. */
export function safeLink(address: string): string | null {
  const url = URL.parse(address.toWellFormed());
  if (url === null || !/^(?:https?|mailto):$/u.test(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}
