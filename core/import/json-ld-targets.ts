/** What the targets of a foreign Web Annotation stand on: a page, and words in it. */

import { typesOf } from './json-ld-schema';
import { firstText, isObject, type JsonObject, listOf, textOf } from './json-parts';

export interface ReadTarget {
  address: string;
  title: string | null;
  quote: { exact: string; prefix: string; suffix: string } | null;
  /** The end of a sentence: why there is no quote. */
  why: string;
}

export function readTarget(target: unknown): ReadTarget {
  if (!isObject(target)) return wholePage(target, null);
  const { source = target } = target;
  const address = isObject(source) ? source.id : source;
  const title = isObject(source) ? titleOf(source) : null;
  const selectors = allSelectors(target.selector);
  const quote = selectors.find((one) => typesOf(one).includes('TextQuoteSelector'));
  if (quote === undefined) {
    const types = [...new Set(selectors.flatMap(typesOf))];
    if (types.length === 0) return wholePage(address, title);
    return { ...wholePage(address, title), why: `has no quote, but ${types.join(', ')}` };
  }
  const [exact = '', prefix = '', suffix = ''] = [quote.exact, quote.prefix, quote.suffix].map(
    (part) => textOf(part)?.replace(/\r\n?/gu, '\n') ?? '',
  );
  return { address: textOf(address) ?? '', title, quote: { exact, prefix, suffix }, why: '' };
}

function wholePage(address: unknown, title: string | null): ReadTarget {
  return {
    address: textOf(address) ?? '',
    title,
    quote: null,
    why: 'has no quote: it stands on a whole page',
  };
}

/** Those that refine others too: the innermost is the most exact. Start and end of a range are no quotes of all of it. */
function allSelectors(selector: unknown): JsonObject[] {
  return listOf(selector)
    .filter(isObject)
    .flatMap((one) => [...allSelectors(one.refinedBy), one]);
}

function titleOf(source: JsonObject): string | null {
  return firstText(
    source.headline,
    source['schema:headline'],
    source.title,
    source['dc:title'],
    source.label,
    source.name,
  );
}
