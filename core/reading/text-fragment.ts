/** The link from an article as it is kept to the live page, at the words of a quote where there is one. */

import { cleanAddress } from '../address';
import type { Target } from '../annotation';
import { textFragmentLink } from '../export/text-fragment';

/**
 * The address of the article at which the annotation was made, or else its first one, with a text fragment for the quote.
 * Null where that is no web address.
 */
export function liveLink(
  addresses: readonly string[],
  target: Target | null,
  language: string | null,
): string | null {
  const own = target === null ? null : cleanAddress(target.source);
  const address = addresses.find((known) => known === own) ?? addresses[0];
  if (address === undefined || cleanAddress(address) === null) return null;
  return target === null ? address : textFragmentLink(address, target.quote, language);
}
