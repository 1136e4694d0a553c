/** The quotation marks that hold words together in a query, as Chinese and Western keyboards give them. */

/** Straight, curly and full-width ones close each other: an input method gives now one, now the other. */
const pairs = [
  { opening: '"“”＂', closing: '"“”＂' },
  { opening: '「', closing: '」' },
  { opening: '『', closing: '』' },
  { opening: '«', closing: '»' },
] as const;

const marks = pairs.map(({ opening, closing }) => opening + closing).join('');

/** A source for `RegExp`: a text in marks. */
export const quotedPattern = pairs
  .map(({ opening, closing }) => `[${opening}][^${closing}]*[${closing}]`)
  .join('|');

/** A source for `RegExp`: a run without blanks and quotation marks. */
export const barePattern = `[^\\s${marks}]+`;

/** The text in marks that it does not hold itself; where it holds all kinds, its double ones become blanks. */
export function quoted(text: string): string {
  const pair = pairs.find(({ closing }) => ![...closing].some((mark) => text.includes(mark)));
  if (pair === undefined) return `"${text.replace(/["“”＂]/gu, ' ')}"`;
  return pair.opening.charAt(0) + text + pair.closing.charAt(0);
}
