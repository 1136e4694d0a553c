/** Gives a file in memory an address, also in Chromium's worker, which has to have a hidden page do it. */

import { browser } from 'wxt/browser';

/** In Chromium alone, and not in the shared types. */
interface OffscreenApi {
  offscreen?: {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
    closeDocument(): Promise<void>;
  };
}

export interface ObjectAddress {
  url: string;
  /** Ends it; the file can go. */
  revoke(): Promise<void>;
}

const channelName = 'pressmark-object-addresses';

/** @throws Error where this browser has no way to it */
export async function objectAddress(content: Blob): Promise<ObjectAddress> {
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(content);
    return { url, revoke: async () => URL.revokeObjectURL(url) };
  }
  const { offscreen } = browser as unknown as OffscreenApi;
  if (offscreen === undefined) throw new Error('This browser gives a worker no address for a file.');
  // One that an earlier worker left behind.
  const close = () => offscreen.closeDocument().catch(() => undefined);
  await close();
  await offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['BLOBS'],
    justification: 'Gives a backup an address from which it can be saved.',
  });
  const channel = new BroadcastChannel(channelName);
  const url = await new Promise<string>((resolve) => {
    channel.onmessage = ({ data }) => resolve(String(data));
    channel.postMessage(content);
  });
  channel.close();
  return { url, revoke: close };
}

/** In the hidden page: answers as long as that is open. */
export function giveObjectAddresses(): void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => {
    if (data instanceof Blob) channel.postMessage(URL.createObjectURL(data));
  };
}
