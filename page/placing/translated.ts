/** Tells whether the browser, or a translator in it, shows the page in another language than it was written in. */

/** How Chrome, Google's and Microsoft's translators mark the page. */
const marks = 'html:is(.translated-ltr, .translated-rtl, [_istranslated="1"], [_msttexthash])';

/** What they put each piece of text in. Pages of the nineties gave such elements a colour or a size at least. */
const wrappers = 'font:not([color], [size], [face])';

/** @param lines how many the page's text has: a few wrapped ones are no translation */
export function isTranslated(document: Document, lines: number): boolean {
  if (Document.prototype.querySelector.call(document, marks) !== null) return true;
  const wrapped = Document.prototype.querySelectorAll.call(document, wrappers).length;
  return wrapped >= 3 && wrapped * 2 >= lines;
}
