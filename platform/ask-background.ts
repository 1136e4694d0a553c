/** How a script in a news page asks the background, and asks again when the worker died before it could answer. */

import type { PageClaim } from '../core/identity/canonical';
import type { PageRequests } from '../core/messages';
import { addressLags, type Envelope, openOutcome, RemoteError } from './envelope';
import { pageExtension } from './page-extension';

type Request<K extends keyof PageRequests> = Parameters<PageRequests[K]>[0];
type Answer<K extends keyof PageRequests> = ReturnType<PageRequests[K]>;

/** The extension was updated, switched off or removed while this page stayed open. */
export class ExtensionGoneError extends Error {
  override name = 'ExtensionGoneError';
}

const attempts = 6;
const goneMessage = 'The extension was updated or removed.';

/**
 * Every request may be asked twice: those that write carry a `commandId`.
 * @param claim what the page says of itself beyond its address
 * @throws RemoteError when the background refused; ExtensionGoneError when it is no longer there
 */
export async function askBackground<K extends keyof PageRequests>(
  name: K,
  request: Request<K>,
  claim: PageClaim | null = null,
): Promise<Answer<K>> {
  const { runtime } = pageExtension();
  for (let attempt = 1; ; attempt += 1) {
    if (runtime?.id === undefined) throw new ExtensionGoneError(goneMessage);
    try {
      const own: Envelope = { to: 'background', name, request, at: location.href };
      const envelope = claim === null ? own : { ...own, claim };
      return openOutcome(await runtime.sendMessage(envelope)) as Answer<K>;
    } catch (error) {
      if (isGone(error)) throw new ExtensionGoneError(goneMessage);
      if (!isInterrupted(error) || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}

/** The browsers' own words for a background that ended before it answered, or was starting. */
const interruption =
  /port closed|channel (?:is )?closed|Receiving end does not exist|actor.*destroyed|went out of scope|manager disconnected/iu;

/** An interruption, no answer at all, or a background to which the browser has not yet told the page's new address. */
function isInterrupted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof RemoteError) return error.name === 'NoAnswerError' || error.name === addressLags;
  return interruption.test(error.message);
}

/** Chrome says so for one call, and has no `runtime.id` from then on. */
function isGone(error: unknown): boolean {
  return error instanceof Error && /extension context invalidated/iu.test(error.message);
}
