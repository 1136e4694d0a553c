/** The gate in the background: every request of a news page is checked here before anything is done. */

import { browser } from 'wxt/browser';
import { cleanAddress } from '../core/address';
import { checkPageRequest, type PageRequests, RefusedRequestError } from '../core/messages';
import { createRateLimit } from '../core/rate-limit';
import { isEnvelope, packOutcome } from './envelope';

/** Who asks, by the browser's word and not by the page's. */
export interface PageSender {
  tabId: number;
  /** As the browser shows it. */
  source: string;
  /** Cleaned: the article's identity. */
  address: string;
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
      const page = readSender(sender);
      if (!isWithinRate(String(page.tabId))) throw new RefusedRequestError('Too many requests.');
      const { name, request } = checkPageRequest(message.name, message.request);
      return handlers[name](request as never, page);
    }).then(sendResponse);
    return true;
  }) as never);
}

interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  tab?: { id?: number; url?: string };
}

function readSender(sender: Sender): PageSender {
  if (sender.id !== browser.runtime.id) throw new RefusedRequestError('Not from this extension.');
  const source = sender.tab?.url ?? sender.url;
  const tabId = sender.tab?.id;
  if (tabId === undefined || source === undefined || sender.frameId !== 0) {
    throw new RefusedRequestError('Only the top page of a tab may ask.');
  }
  const address = cleanAddress(source);
  if (address === null || !isSameOrigin(source, sender.origin ?? sender.url)) {
    throw new RefusedRequestError('Only http and https pages may ask.');
  }
  return { tabId, source, address };
}

function isSameOrigin(source: string, from: string | undefined): boolean {
  return from !== undefined && URL.canParse(from) && new URL(from).origin === new URL(source).origin;
}
