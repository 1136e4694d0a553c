/** The gate in the background: every request of a news page is checked here before anything is done. */

import { browser } from 'wxt/browser';
import { cleanAddress } from '../core/address';
import type { PageClaim } from '../core/identity/canonical';
import { checkPageClaim, checkPageRequest, type PageRequests, RefusedRequestError } from '../core/messages';
import { createRateLimit } from '../core/rate-limit';
import { addressLags, type Envelope, isEnvelope, packOutcome } from './envelope';

/** Who asks, by the browser's word and not by the page's. */
export interface PageSender {
  tabId: number;
  /** As the browser shows it. */
  source: string;
  /** Cleaned: the article's identity. */
  address: string;
  /** What the page says of itself beyond that; null where it says nothing. */
  claim: PageClaim | null;
}

export type PageHandlers = {
  [K in keyof PageRequests]: (
    request: Parameters<PageRequests[K]>[0],
    sender: PageSender,
  ) => ReturnType<PageRequests[K]> | Promise<ReturnType<PageRequests[K]>>;
};

const requestsASecond = 50;

/** Registers the listener at once, as a worker that is woken by a message needs it. */
export function answerPages(handlers: PageHandlers): void {
  const isWithinRate = createRateLimit(requestsASecond, () => Date.now());
  browser.runtime.onMessage.addListener(((
    message: unknown,
    sender: Sender,
    sendResponse: (outcome: unknown) => void,
  ) => {
    if (!isEnvelope(message, 'background')) return undefined;
    void packOutcome(() => {
      const page = readSender(sender, message);
      if (!isWithinRate(String(page.tabId))) throw new RefusedRequestError('Too many requests.');
      const { name, request } = checkPageRequest(message.name, message.request);
      return handlers[name](request as never, page);
    })
      .then(sendResponse)
      // The page is gone.
      .catch(() => undefined);
    return true;
  }) as never);
}

interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  /** Chrome only. */
  documentLifecycle?: string;
  tab?: { id?: number; url?: string };
}

/** The browser tells another address than the page: one of the two is about to follow. */
class AddressLagsError extends Error {
  override name = addressLags;
}

function readSender(sender: Sender, { at, claim }: Envelope): PageSender {
  if (sender.id !== browser.runtime.id) throw new RefusedRequestError('Not from this extension.');
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0 || sender.documentLifecycle === 'prerender') {
    throw new RefusedRequestError('Only the top page of a tab may ask.');
  }
  const source = sourceOf(sender, at);
  const address = cleanAddress(source);
  if (address === null || !isSameOrigin(source, sender.origin ?? sender.url)) {
    throw new RefusedRequestError('Only http and https pages may ask.');
  }
  return { tabId, source, address, claim: claim === undefined ? null : checkPageClaim(claim) };
}

/**
 * The tab's address comes late after `history.pushState`, and early when the page is just being left; the sender's is
 * that of the load, in Firefox for good. So the page says where it believes to be, which counts only where the browser says so too.
 */
function sourceOf({ tab, url }: Sender, at: string | undefined): string {
  const told = [tab?.url, url].filter((address) => address !== undefined);
  const source = at === undefined ? told[0] : told.find((address) => isSamePage(address, at));
  if (source !== undefined) return source;
  if (told.length === 0) throw new RefusedRequestError('The browser tells no address.');
  throw new AddressLagsError('The browser has not told this address yet.');
}

function isSamePage(one: string, other: string): boolean {
  const address = cleanAddress(one);
  return address !== null && address === cleanAddress(other);
}

function isSameOrigin(source: string, from: string | undefined): boolean {
  return from !== undefined && URL.canParse(from) && new URL(from).origin === new URL(source).origin;
}
