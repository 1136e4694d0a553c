/** Opens the real pages that lie beside the project; they belong to their publishers and are never copied into it. */

import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const folder = '../shared/detect';
const { CI } = process.env;

export interface SavedPage {
  id: string;
  url: string;
  urlKnown: boolean;
  lang: string;
  label: string;
}

/** Missing pages fail the run on the build machine, and are skipped by name elsewhere. */
export const hasSavedPages = existsSync(`${folder}/manifest.jsonl`) || CI !== undefined;

/** Every nth page of a label, so that each source has its share. */
export function savedPages(label: string, most: number): SavedPage[] {
  const pages = readFileSync(`${folder}/manifest.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line): SavedPage => JSON.parse(line))
    .filter((page) => page.label === label);
  const step = Math.ceil(pages.length / most);
  return pages.filter((_, index) => index % step === 0);
}

/** The texts of the articles in a language, as people have marked them, each once. */
export function bodiesOfSavedPages(language: string): string[] {
  const pages = readFileSync(`${folder}/manifest.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line): { lang: string; label: string; gt?: { body?: string } | null } => JSON.parse(line));
  const bodies = pages.map(({ lang, label, gt }) =>
    lang === language && label === 'article' ? (gt?.body ?? '') : '',
  );
  return [...new Set(bodies.filter((body) => body !== ''))];
}

export function openSavedPage({ id }: SavedPage): Document {
  return parse(brotliDecompressSync(readFileSync(`${folder}/pages/${id}.html.br`)).toString('utf8'));
}

/** The report that the customer sent, as a saved page. */
export function customerExample(): Document {
  return parse(readFileSync(`${folder}/customer-example-zh.html`, 'utf8'));
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
