/** The practice server: serves the practice articles to this computer, and plays a publisher who edits them. */

import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

export interface PracticeServer {
  /** `http://127.0.0.1:` and the port, without a slash at the end. */
  origin: string;
  /** `GET /zh/report.html` and so on for every request so far, oldest first, query included. */
  requests(): string[];
  /** Ends open connections too. */
  close(): Promise<void>;
  /**
   * From now on serves this file with each key replaced by its value, everywhere it stands; later edits add to earlier ones.
   * The text of the single-page application lies in `/app/articles.js`.
   * @throws PracticeEditError when there is no such file, or it does not hold a key
   */
  edit(path: string, replacements: Readonly<Record<string, string>>): void;
  resetEdits(): void;
}

export class PracticeEditError extends Error {
  override name = 'PracticeEditError';
}

const pagesFolder = join(import.meta.dirname, 'pages');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/** Addresses whose file is named otherwise. */
const aliases: Readonly<Record<string, string>> = {
  '/': '/index.html',
  '/app/': '/app/index.html',
  '/app/a': '/app/index.html',
  '/app/b': '/app/index.html',
  '/app/c': '/app/index.html',
  '/search': '/search.html',
  '/login': '/login.html',
  '/favicon.ico': '/img/favicon.svg',
};

const securityPolicies: Readonly<Record<string, string>> = {
  '/strict-csp.html': "default-src 'none'",
  '/trusted-types.html': "require-trusted-types-for 'script'",
};

/**
 * @param options.port 0 or none: any free port
 * @throws the system's error, for example EADDRINUSE when the port is taken
 */
export async function startPracticeServer(
  options: { port?: number; host?: '127.0.0.1' } = {},
): Promise<PracticeServer> {
  const host = options.host ?? '127.0.0.1';
  const files = listFiles();
  const served: string[] = [];
  const edits = new Map<string, [from: string, to: string][]>();

  const read = (file: string): string =>
    (edits.get(file) ?? []).reduce(
      (text, [from, to]) => text.replaceAll(from, () => to),
      readFileSync(join(pagesFolder, file), 'utf8'),
    );

  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', `http://${host}`);
    const file = fileOf(pathname);
    served.push(`${request.method ?? ''} ${pathname}${search}`);
    // The log-in form posts; whoever logs in lands on the front page.
    if (request.method === 'POST') return send(response, 303, '', { location: '/' });
    if (!files.has(file)) return send(response, 404, read('/404.html'), { 'content-type': typeOf('.html') });
    const policy = securityPolicies[file];
    send(response, 200, read(file), {
      'content-type': typeOf(extname(file)),
      ...(policy === undefined ? {} : { 'content-security-policy': policy }),
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    origin: `http://${host}:${port}`,
    requests: () => [...served],
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
    edit(path, replacements) {
      const file = fileOf(path);
      if (!files.has(file)) throw new PracticeEditError(`edit of ${path}: there is no such practice page`);
      const text = read(file);
      for (const from of Object.keys(replacements)) {
        if (from === '' || !text.includes(from)) {
          throw new PracticeEditError(`edit of ${path}: the page does not hold "${from}"`);
        }
      }
      edits.set(file, [...(edits.get(file) ?? []), ...Object.entries(replacements)]);
    },
    resetEdits: () => edits.clear(),
  };
}

/** Every file under pages/, as an address: nothing else can be asked for. */
function listFiles(): ReadonlySet<string> {
  const names = readdirSync(pagesFolder, { recursive: true, encoding: 'utf8' });
  return new Set(
    names.map((name) => `/${name.split(sep).join('/')}`).filter((name) => extname(name) in contentTypes),
  );
}

function fileOf(path: string): string {
  return aliases[path] ?? path;
}

function typeOf(extension: string): string {
  return contentTypes[extension] ?? 'application/octet-stream';
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}

if (import.meta.main) {
  const server = await startPracticeServer({ port: 4173 });
  process.stdout.write(`Practice articles: ${server.origin}/\n`);
}
