/** A web address without what changes between two visits to the same page. */

import { isTracker } from './identity/trackers';
import { plainAddress } from './plain-address';

/**
 * An address that still opens the page, the same whichever way a link to it was shared; null for anything but http and https.
 * Which addresses are of one article, `core/identity/address-key.ts` says. Cleaning a cleaned address changes nothing.
 */
export function cleanAddress(address: string): string | null {
  return plainAddress(address, isTracker);
}
