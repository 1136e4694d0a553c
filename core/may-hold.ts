/** Tells cheaply whether text that came to a page can bring back words that were not found, so that a clock starts no search. */

/** UTF-16 units; more text than this may hold anything. */
const fewToAsk = 20_000;
/** How many parts of a quote are looked for. */
const samples = 8;

/** The answer for a quote is false only where next to nothing of it is in the text that came. */
export function mayHold(brought: readonly string[]): (quote: string) => boolean {
  const all = brought.join(' ');
  if (all.length > fewToAsk) return () => true;
  const text = bare(all);
  return (quote) => text !== '' && holdsSome(text, bare(quote));
}

function holdsSome(text: string, quote: string): boolean {
  const length = /[\u2e80-\uffef]/u.test(quote) ? 2 : 5;
  if (quote.length <= length) return text.includes(quote);
  const step = Math.max(1, Math.floor((quote.length - length) / samples));
  for (let at = 0; at + length <= quote.length; at += step) {
    if (text.includes(quote.slice(at, at + length))) return true;
  }
  return false;
}

/** Letters and digits of any script, without case: typography and wrapping may differ. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '');
}
