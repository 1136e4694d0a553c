/** A web address without what changes between two visits to the same page. */

import { isTracker } from './identity/trackers';

/**
 * An address that still opens the page, the same whichever way a link to it was shared; null for anything but http and https.
 * Which addresses are of one article, `core/identity/address-key.ts` says. Cleaning a cleaned address changes nothing.
 * Parameters keep their own bytes: many Chinese sites do not encode in UTF-8.
 */
export function cleanAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/u.test(url.protocol)) return null;
  const route = /^#[!/]/u.test(url.hash) ? url.hash : '';
  return `${url.protocol}//${url.host}${url.pathname}${cleanSearch(url)}${route}`;
}

function cleanSearch({ search, hostname }: URL): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracker(parameter, hostname))
    .sort((one, other) => compare(nameOf(one), nameOf(other)));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function nameOf(parameter: string): string {
  return parameter.split('=', 1)[0] ?? '';
}

/** By UTF-16 units, so that every device sorts alike; equal names keep the page's order, which may matter. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
