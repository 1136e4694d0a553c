/** Reads what a page names as its own address where that is another one. */

import { cleanAddress } from '../core/address';
import { addressKey } from '../core/identity/address-key';
import type { PageClaim } from '../core/identity/canonical';
import { fingerprint } from '../core/identity/fingerprint';

/** The address that the document was loaded from, whatever its scripts have made of it since. */
export function loadedAddress(): string {
  return performance.getEntriesByType('navigation')[0]?.name ?? location.href;
}

/**
 * Reads what the page says of itself at that moment; null where it names no other address, as fifteen pages in sixteen.
 * @param readText asked only where it names one; its fingerprint is made once for each text
 */
export function createClaimReader(readText: () => string | null): () => PageClaim | null {
  let last: { text: string; fingerprint: number[] } | null = null;
  return () => {
    const canonical = readCanonical(document, loadedAddress());
    if (canonical === null) return null;
    const text = readText() ?? '';
    if (last?.text !== text) last = { text, fingerprint: fingerprint(text) };
    return { canonical, fingerprint: last.fingerprint };
  };
}

/**
 * Null where the page names none, several, or one that is the same to us; and after an address change without a load, because
 * applications leave the former article's behind.
 * @param loaded the address that the document was loaded from
 */
export function readCanonical(document: Document, loaded: string): string | null {
  const own = cleanAddress(document.location.href);
  if (own === null || own !== cleanAddress(loaded)) return null;
  // Hostile pages hide the document's own properties behind elements of their names.
  const links = Document.prototype.querySelectorAll.call(document, 'head link[rel~="canonical" i][href]');
  const named = new Set([...links].flatMap((link) => cleanLink(link, document.location.href) ?? []));
  const [canonical, ...others] = named;
  if (canonical === undefined || others.length > 0) return null;
  return addressKey(canonical) === addressKey(own) ? null : canonical;
}

function cleanLink(link: Element, base: string): string | null {
  const href = link.getAttribute('href') ?? '';
  return URL.canParse(href, base) ? cleanAddress(new URL(href, base).href) : null;
}
