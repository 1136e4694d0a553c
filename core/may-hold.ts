/** Tells cheaply whether text that came to a page can bring back words that were not found, so that a clock starts no search. */

/** UTF-16 units; more text than this may hold anything. */
const fewToAsk = 20_000;
/** How many parts of a quote are looked for. */
const samples = 8;

/**
 * The answer for a quote is false only where next to nothing of it is in the text that came, or where less of it is there
 * than is asked for.
 * @param least the share of the quote, from 0 to 1, for words that have a place already
 */
export function mayHold(brought: readonly string[]): (quote: string, least?: number) => boolean {
  const all = brought.join(' ');
  if (all.length > fewToAsk) return () => true;
  const text = bare(all);
  return (quote, least = 0) => text !== '' && holdsSome(text, bare(quote), least);
}

function holdsSome(text: string, quote: string, least: number): boolean {
  const length = /[\u2e80-\uffef]/u.test(quote) ? 2 : 5;
  if (quote.length <= length) return text.includes(quote);
  const step = Math.max(1, Math.floor((quote.length - length) / samples));
  let asked = 0;
  let held = 0;
  for (let at = 0; at + length <= quote.length; at += step) {
    asked += 1;
    if (!text.includes(quote.slice(at, at + length))) continue;
    if (least === 0) return true;
    held += 1;
  }
  return held > 0 && held >= asked * least;
}

/** Letters and digits of any script, without case: typography and wrapping may differ. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '');
}
