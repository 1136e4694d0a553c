/** How a script in a news page asks the background, and asks again when the worker died before it could answer. */

import type { PageRequests } from '../core/messages';
import { openOutcome } from './envelope';
import { pageExtension } from './page-extension';

type Request<K extends keyof PageRequests> = Parameters<PageRequests[K]>[0];
type Answer<K extends keyof PageRequests> = ReturnType<PageRequests[K]>;

/** The extension was updated, switched off or removed while this page stayed open. */
export class ExtensionGoneError extends Error {
  override name = 'ExtensionGoneError';
}

const attempts = 6;

/**
 * Every request may be asked twice: those that write carry a `commandId`.
 * @throws RemoteError when the background refused; ExtensionGoneError when it is no longer there
 */
export async function askBackground<K extends keyof PageRequests>(
  name: K,
  request: Request<K>,
): Promise<Answer<K>> {
  const { runtime } = pageExtension();
  for (let attempt = 1; ; attempt += 1) {
    if (runtime?.id === undefined) throw new ExtensionGoneError('The extension was updated or removed.');
    try {
      return openOutcome(await runtime.sendMessage({ to: 'background', name, request })) as Answer<K>;
    } catch (error) {
      if (!isInterrupted(error) || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}

/** The worker ended, or was starting: the browsers' own words for it, and an empty answer. */
function isInterrupted(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'NoAnswerError' ||
      /port closed|channel closed|Receiving end does not exist|message channel is closed|actor.*destroyed/iu.test(
        error.message,
      ))
  );
}
