/** How a script in a news page answers the background and the sidebar. */

import type { TabRequests } from '../core/messages';
import { isEnvelope, packOutcome } from './envelope';
import { pageExtension } from './page-extension';

/** Each script answers only what it can; the other script in the page answers the rest. */
export type TabHandlers = {
  [K in keyof TabRequests]?: (
    request: Parameters<TabRequests[K]>[0],
  ) => ReturnType<TabRequests[K]> | Promise<ReturnType<TabRequests[K]>>;
};

export function answerBackground(handlers: TabHandlers, signal: AbortSignal): void {
  if (signal.aborted) return;
  const { runtime } = pageExtension();
  const listener = (
    message: unknown,
    sender: { id?: string | undefined; tab?: unknown },
    sendResponse: (outcome: unknown) => void,
  ): true | undefined => {
    if (sender.id !== runtime.id || !isEnvelope(message, 'tab')) return undefined;
    if (!Object.hasOwn(handlers, message.name)) return undefined;
    const handler = handlers[message.name as keyof TabRequests];
    if (handler === undefined) return undefined;
    void packOutcome(() => handler(message.request as never))
      .then(sendResponse)
      // Whoever asked is gone.
      .catch(() => undefined);
    return true;
  };
  runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(listener as never));
}
