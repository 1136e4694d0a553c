/** A proxy that lets nothing through and writes down who was asked for: whatever a browser wants beyond this computer. */

import { createServer } from 'node:http';

export interface ProxyTrap {
  /** For Firefox: everything but this computer goes through the trap, names included. */
  preferences: Readonly<Record<string, string | number | boolean>>;
  /** Hosts, each as often as it was asked for. */
  asked(): string[];
  close(): Promise<void>;
}

export async function startProxyTrap(): Promise<ProxyTrap> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://unknown').hostname);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url?.replace(/:\d+$/u, '') ?? 'unknown');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    preferences: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.no_proxies_on': '127.0.0.1',
      'network.proxy.failover_direct': false,
    },
    asked: () => [...asked],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
