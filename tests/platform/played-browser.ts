/** A small part of the extension API, as a background or an extension page sees it: events that tests send, calls that are remembered. */

import { vi } from 'vitest';

type Answer = (outcome: unknown) => void;
type MessageListener = (message: unknown, sender: object, sendResponse: Answer) => unknown;

function playEvent<Listener extends (...given: never[]) => unknown>() {
  const listeners = new Set<Listener>();
  return {
    listeners,
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
}

export function playBrowser() {
  return {
    runtime: {
      id: 'pressmark',
      onMessage: playEvent<MessageListener>(),
      onStartup: playEvent<() => void>(),
      onInstalled: playEvent<() => void>(),
      sendMessage: vi.fn(async (_message: unknown): Promise<unknown> => undefined),
      getURL: (path: string) => `chrome-extension://pressmark${path}`,
    },
    tabs: {
      onActivated: playEvent(),
      onUpdated: playEvent<(tabId: number, change: { url?: string; status?: string }) => void>(),
      query: vi.fn(async (_query: object): Promise<{ id?: number; url?: string }[]> => []),
      get: vi.fn(async (id: number): Promise<{ id?: number; url?: string }> => ({ id })),
      sendMessage: vi.fn(async (_tabId: number, _message: unknown): Promise<unknown> => undefined),
      create: vi.fn(async (_tab: object) => undefined),
      update: vi.fn(async (_tabId: number, _change: object) => undefined),
    },
    scripting: { executeScript: vi.fn(async (_injection: object) => []) },
    i18n: { getMessage: (key: string) => (key === 'language_tag' ? 'en' : key) },
  };
}

export const unanswered = Symbol('unanswered');

/** Sends a message to all listeners; gives the first answer, or `unanswered` when nobody wants to answer. */
export async function send(
  { runtime }: ReturnType<typeof playBrowser>,
  message: unknown,
  sender: object,
): Promise<unknown> {
  return new Promise((resolve) => {
    const willAnswer = [...runtime.onMessage.listeners].map((listener) => listener(message, sender, resolve));
    if (!willAnswer.includes(true)) resolve(unanswered);
  });
}
