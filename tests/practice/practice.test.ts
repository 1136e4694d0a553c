/** The practice server serves every page, edits them on demand, and no page reaches for anything beyond it. */

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { practicePages } from './pages.ts';
import { type PracticeServer, startPracticeServer } from './server.ts';

let server: PracticeServer;

beforeAll(async () => {
  server = await startPracticeServer();
});
afterEach(() => server.resetEdits());
afterAll(() => server.close());

const ask = (path: string, options?: RequestInit) => fetch(`${server.origin}${path}`, options);
const textOf = async (path: string) => (await ask(path)).text();
/** The words between the tags, without white space. */
const wordsOf = (html: string) =>
  html.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gu, '').replace(/\s+/gu, '');
const between = (html: string, start: string, end: string) =>
  html.slice(html.indexOf(start), html.indexOf(end));

describe('practice server', () => {
  it.each(practicePages)('serves $path as a page that no cache keeps', async ({ path }) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toMatch(/<title>[^<]+<\/title>/u);
  });

  it('serves styles, scripts and pictures under their own types', async () => {
    const types = {
      '/zh/site.css': 'text/css',
      '/app/app.js': 'text/javascript',
      '/favicon.ico': 'image/svg+xml',
    };
    for (const [path, type] of Object.entries(types)) {
      const response = await ask(path);
      expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    }
  });

  it('answers an unknown address, and one outside its folder, with the page for that', async () => {
    for (const path of ['/nowhere', '/..%2fserver.ts', '/%2e%2e/server.ts']) {
      const response = await ask(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('no such page');
    }
  });

  it('takes whoever logs in to the front page', async () => {
    const response = await ask('/login', { method: 'POST', body: 'email=a', redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/');
  });

  it('sends the strict policies with the two pages that are about them', async () => {
    const policy = async (path: string) => (await ask(path)).headers.get('content-security-policy');
    expect(await policy('/strict-csp.html')).toBe("default-src 'none'");
    expect(await policy('/trusted-types.html')).toBe("require-trusted-types-for 'script'");
    expect(await policy('/zh/report.html')).toBeNull();
  });

  it('lists the requests it got, in order', async () => {
    const other = await startPracticeServer({ port: 0 });
    await fetch(`${other.origin}/search?q=rain`);
    await fetch(`${other.origin}/nowhere`, { method: 'HEAD' });
    expect(other.requests()).toEqual(['GET /search?q=rain', 'HEAD /nowhere']);
    await other.close();
    await expect(fetch(other.origin)).rejects.toThrow();
  });
});

describe('a publisher who edits', () => {
  it('replaces text wherever it stands, on top of earlier edits, until the edits are taken back', async () => {
    const before = await textOf('/zh/report.html');
    server.edit('/zh/report.html', { 为老河打分: '为新河打分' });
    server.edit('/zh/report.html', { 新河打分: '$& 打分' });
    const edited = await textOf('/zh/report.html');
    expect(edited.match(/为\$& 打分/gu)).toHaveLength(2);
    server.resetEdits();
    expect(await textOf('/zh/report.html')).toBe(before);
  });

  it('refuses an edit of a page or of words that are not there', () => {
    expect(() => server.edit('/nowhere', { a: 'b' })).toThrow(
      'edit of /nowhere: there is no such practice page',
    );
    expect(() => server.edit('/en/long-read.html', { 'no such words': '' })).toThrow(
      'edit of /en/long-read.html: the page does not hold "no such words"',
    );
  });
});

describe('practice pages', () => {
  const folder = join(import.meta.dirname, 'pages');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => extname(name) !== '',
  );

  it.each(files)('%s loads nothing from anywhere else and links only to what is served', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const references = [...text.matchAll(/(?:src|href|action|poster)="([^"]*)"|url\(["']?([^"')]*)/gu)]
      .map(([, attribute, url]) => attribute ?? url ?? '')
      .filter((reference) => !reference.startsWith('#'));
    for (const reference of references) {
      expect(reference).toMatch(/^\/(?!\/)/u);
      expect((await ask(reference)).status, reference).toBe(200);
    }
    // What remains may only be a name: an SVG namespace, the JSON-LD context, an identifier under .example.
    for (const [address] of text.matchAll(/https?:\/\/[^\s"'<>]*/gu)) {
      expect(address).toMatch(
        /^http:\/\/www\.w3\.org\/2000\/svg$|^https:\/\/schema\.org$|^https:\/\/[\w-]+\.example\//u,
      );
    }
  });

  it('the Chinese report has at least 1,800 characters, each caption twice in a row and no structured data', async () => {
    const html = await textOf('/zh/report.html');
    const body = between(html, '<div id="zoom" class="zoom">', '<div class="app">');
    expect([...wordsOf(body)].length).toBeGreaterThanOrEqual(1_800);
    expect(body.match(/<p class="cap">([^<]+)<\/p>\s*<p class="cap">\1<\/p>/gu)).toHaveLength(2);
    expect(body.match(/<p class="sub">[一二三]、/gu)).toHaveLength(3);
    expect(html).not.toMatch(/ld\+json|og:type/u);
  });

  it('the mirror tells the same story, word for word, in other markup', async () => {
    const report = await textOf('/zh/report.html');
    const mirror = await textOf('/zh/mirror.html');
    const paragraphs = [...report.matchAll(/<p(?: class="(?:tip|sub|name|cap)")?>(.*?)<\/p>/gu)].map(
      ([, inner]) => inner ?? '',
    );
    const story = paragraphs.slice(
      0,
      paragraphs.findIndex((inner) => inner.includes('APP')),
    );
    expect(story.length).toBeGreaterThan(20);
    for (const paragraph of story) expect(wordsOf(mirror)).toContain(wordsOf(paragraph));
    expect(mirror).not.toContain('<p');
  });

  it('the long read has at least 2,200 words, and pull quotes that repeat its own sentences', async () => {
    const html = between(await textOf('/en/long-read.html'), '<article>', '</article>');
    expect(html.replace(/<[^>]*>/gu, ' ').split(/\s+/u).length).toBeGreaterThanOrEqual(2_200);
    const pulled = [...html.matchAll(/<aside class="pull"><p>(.*?)<\/p>/gu)].map(([, quote]) => quote ?? '');
    expect(pulled.length).toBeGreaterThanOrEqual(2);
    for (const quote of pulled) expect(html.split(quote)).toHaveLength(3);
  });
});
