/** The rule by which the bench takes its own pages from the saved ones: one page of a site, split by site into a half to tune on and one to test on. */

import { createHash } from 'node:crypto';

export type Half = 'tuning' | 'test';

/** Chinese; Japanese and Korean; all the others. */
export type Writing = 'zh' | 'ja-ko' | 'other';

/** What the rule reads of a line of the manifest. */
export interface ListedPage {
  id: string;
  url: string;
  urlKnown: boolean;
  lang: string;
  label: string;
}

export interface Candidate {
  id: string;
  host: string;
  half: Half;
  writing: Writing;
}

/** Of each half. */
export const wanted: Readonly<Record<Writing, number>> = { zh: 7, 'ja-ko': 2, other: 12 };

/** Fewer blocks give the mutations nothing to move. */
const fewestBlocks = 8;
/** UTF-16 units of all blocks; longer pages would hold up the run, and perf has long ones. */
const shortest: Readonly<Record<Writing, number>> = { zh: 600, 'ja-ko': 600, other: 2_000 };
const longest = 60_000;

/** The half follows from the host alone, so that a page added later disturbs no other. */
export function halfOf(host: string): Half {
  const first = createHash('sha256').update(host).digest()[0] ?? 0;
  return (first & 1) === 0 ? 'tuning' : 'test';
}

/** Throws a TypeError for what is no address. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./u, '');
}

/** What publishers register: `news.sina.com.cn` and `finance.sina.com.cn` are one site and share their templates. */
export function siteOf(host: string): string {
  const labels = host.split('.');
  const isUnderCountry = /^(?:com|co|net|org|gov|edu|ac|or|ne)$/u.test(labels.at(-2) ?? '');
  return labels.slice(isUnderCountry && labels.length > 2 ? -3 : -2).join('.');
}

/** In an order that has nothing to do with what the pages are like; no site twice. */
export function candidatesOf(pages: readonly ListedPage[]): Candidate[] {
  const sites = new Set<string>();
  return pages
    .filter(({ label, urlKnown }) => label === 'article' && urlKnown)
    .map((page) => ({ ...page, host: hostOf(page.url) }))
    .map((page) => ({ ...page, order: createHash('sha256').update(`${page.host} ${page.id}`).digest('hex') }))
    .sort((one, other) => (one.order < other.order ? -1 : 1))
    .filter(({ host }) => {
      const site = siteOf(host);
      const isNew = !sites.has(site);
      sites.add(site);
      return isNew;
    })
    .map(({ id, host, lang }) => ({ id, host, half: halfOf(host), writing: writingOf(lang) }));
}

/** @param blocks the text of each, as the bench's own `blockTexts()` reads them in the browser */
export function isFit(blocks: readonly string[], writing: Writing): boolean {
  const text = blocks.join('');
  const asian = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu)?.length ?? 0;
  const isAsian = asian > text.length * 0.3;
  return (
    blocks.length >= fewestBlocks &&
    text.length >= shortest[writing] &&
    text.length <= longest &&
    isAsian === (writing !== 'other')
  );
}

function writingOf(lang: string): Writing {
  const [primary] = lang.split('-');
  if (primary === 'zh') return 'zh';
  return primary === 'ja' || primary === 'ko' ? 'ja-ko' : 'other';
}
