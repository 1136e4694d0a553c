/** Reads Chromium's complete record of its network, as `--log-net-log` writes it. */

import { readFile } from 'node:fs/promises';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: Record<string, unknown> }[];
}

export interface Destination {
  /** `request`, `name` (looked up) or `connection`, and where to. */
  to: string;
  /** The origin of the page or extension that asked for it; null: the browser itself, or not a request. */
  by: string | null;
}

/** Every request, name look-up and connection. Of a browser that has ended only. */
export async function destinations(path: string): Promise<Destination[]> {
  const { constants, events }: NetLog = JSON.parse(await readFile(path, 'utf8'));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  return events.flatMap(({ type, params }) => {
    const { url, host, address, initiator } = params ?? {};
    switch (names.get(type)) {
      case 'URL_REQUEST_START_JOB':
        return typeof url === 'string' ? [{ to: `request ${originOf(url)}`, by: askerOf(initiator) }] : [];
      case 'HOST_RESOLVER_MANAGER_REQUEST':
        return typeof host === 'string' ? [{ to: `name ${host}`, by: null }] : [];
      case 'TCP_CONNECT_ATTEMPT':
      case 'UDP_CONNECT':
        return typeof address === 'string' ? [{ to: `connection ${address}`, by: null }] : [];
      default:
        return [];
    }
  });
}

/** The browser's own requests have no origin, and say so in words. */
function askerOf(initiator: unknown): string | null {
  return typeof initiator === 'string' && initiator.includes('://') ? initiator : null;
}

function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
