/** Serves the report that the customer sent, which lies beside the project and is never copied into it. */

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const file = '../shared/detect/customer-example-zh.html';
const { CI } = process.env;

/** Where it is missing, the build machine fails, and others skip its tests by name. */
export const hasCustomerArticle = existsSync(file) || CI !== undefined;

export interface ArticleServer {
  url: string;
  close(): Promise<void>;
}

export async function serveCustomerArticle(): Promise<ArticleServer> {
  const html = readFileSync(file);
  const server = createServer((request, response) => {
    const isPage = request.url === '/report.html';
    response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(isPage ? html : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/report.html`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
