/** Splits the saved pages by site into a half to tune on and one to test on. */

import { createHash } from 'node:crypto';

export type Half = 'tuning' | 'test';

export interface PlacedPage {
  id: string;
  url: string;
  urlKnown: boolean;
}

/** The half follows from the site alone, so that a page added later disturbs no other. */
export function halfOf(page: PlacedPage): Half {
  const first = createHash('sha256').update(siteOf(page)).digest()[0] ?? 0;
  return (first & 1) === 1 ? 'tuning' : 'test';
}

/** The name that a publisher registered, without its ending: `sina` for news.sina.com.cn; of a page without address, what its id says. */
export function siteOf({ id, url, urlKnown }: PlacedPage): string {
  if (!urlKnown) {
    const bare = id.replace(/-\d+$/u, '');
    return bare.replace(/^(?:gne(?:-v)?|gerapy-\w+|zhmisc-\w+|\w+)-/u, '');
  }
  const host = new URL(url).hostname.replace(/^www\./u, '');
  if (/^[\d.]+$/u.test(host)) return host;
  const labels = host.split('.');
  const isUnderCountry = /^(?:com|co|net|org|gov|edu|ac|or|ne)$/u.test(labels.at(-2) ?? '');
  return labels.at(isUnderCountry && labels.length > 2 ? -3 : -2) ?? host;
}
