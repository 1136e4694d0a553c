/** Reads Chromium's complete record of its network, as `--log-net-log` writes it. */

import { readFile } from 'node:fs/promises';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: Record<string, unknown> }[];
}

/** Where requests went, names were looked up, and connections were opened: one line each, sorted. Ended browser only. */
export async function destinations(path: string): Promise<string[]> {
  const { constants, events }: NetLog = JSON.parse(await readFile(path, 'utf8'));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  const found = events.flatMap(({ type, params }) => {
    const { url, host, address } = params ?? {};
    switch (names.get(type)) {
      case 'URL_REQUEST_START_JOB':
        return typeof url === 'string' ? [`request ${originOf(url)}`] : [];
      case 'HOST_RESOLVER_MANAGER_REQUEST':
        return typeof host === 'string' ? [`name ${host}`] : [];
      case 'TCP_CONNECT_ATTEMPT':
      case 'UDP_CONNECT':
        return typeof address === 'string' ? [`connection ${address}`] : [];
      default:
        return [];
    }
  });
  return found.sort();
}

function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
