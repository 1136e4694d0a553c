/** Whether a text says an annotation's words at the place that it claims for them. */

import type { Selectors } from './annotation';

type Claim = Pick<Selectors, 'quote' | 'position'>;

/** False where there is no position. Offsets that reach beyond the text do not hold, whatever they cut out of it. */
export function holdsQuote(text: string, { quote, position }: Claim): boolean {
  return position !== null && isAsLong({ quote, position }) && text.startsWith(quote.exact, position.start);
}

/** The same words, with the same context on both sides. */
export function holdsQuoteInContext(text: string, { quote, position }: Claim): boolean {
  if (position === null || !holdsQuote(text, { quote, position })) return false;
  const { prefix, suffix } = quote;
  return (
    position.start >= prefix.length &&
    text.startsWith(prefix, position.start - prefix.length) &&
    text.startsWith(suffix, position.end)
  );
}

/** Whether the position is as long as the quote: all that can be said of it without a text. */
export function isAsLong({ quote, position }: Claim): boolean {
  return position !== null && position.end - position.start === quote.exact.length;
}
