/** The articles that the annotations of a foreign file are of. */

import { cleanAddress } from '../address';
import type { Article, Metadata, MetadataSource } from '../article';
import { addressKey } from '../identity/address-key';
import type { ImportEnvironment, Mended } from './imported';
import { namedId } from './named-id';

export interface ForeignPage {
  title: string | null;
  authors?: readonly string[];
  /** Other addresses that open it; those that are none of the web are passed over. */
  addresses?: readonly string[];
}

/** What one annotation says of its page. */
interface GivenPage {
  where: string;
  /** As `articleKey` gives it. */
  key: string;
  address: string | null;
  page: ForeignPage;
  created: string | null;
  modified?: string | null;
}

/** The same for what is of one article; null where nothing tells of which. */
export function articleKey({ address, page }: Pick<GivenPage, 'address' | 'page'>): string | null {
  if (address === null)
    return (page.title ?? '').trim() === '' ? null : JSON.stringify([page.title, page.authors]);
  const cleaned = cleanAddress(address);
  return cleaned === null ? null : addressKey(cleaned);
}

/** By what the addresses of one article share; each knows all addresses that the file has of it. */
export async function foreignArticles(
  given: readonly GivenPage[],
  environment: ImportEnvironment,
  { time, titlesFrom }: { time: string; titlesFrom: MetadataSource },
): Promise<{ articles: Map<string, Article>; mended: Mended[] }> {
  const articles = new Map<string, Article>();
  const mended: Mended[] = [];
  for (const [key, members] of Map.groupBy(given, (one) => one.key)) {
    const since = earliestTime(members) ?? time;
    const named = members.flatMap(({ address, page: { addresses = [] } }) => [address, ...addresses]);
    const addresses = named.flatMap((address) => (address === null ? [] : (cleanAddress(address) ?? [])));
    if (addresses.length === 0) {
      addresses.push(`https://imported.invalid/${await environment.digest(key)}`);
      mended.push({ where: members[0]?.where ?? 'file', how: 'made-address' });
    }
    articles.set(key, {
      id: await namedId(environment, 'article', key),
      addresses: [...new Set(addresses)],
      metadata: metadataOf(
        members.map(({ page }) => page),
        titlesFrom,
      ),
      snapshot: null,
      created: since,
      modified: since,
    });
  }
  return { articles, mended };
}

/** What has no time of its own is as old as the oldest of the file, so that reading it again never overwrites later work. */
export function earliestTime(given: readonly Pick<GivenPage, 'created' | 'modified'>[]): string | null {
  const times = given
    .map(({ created, modified }) => created ?? modified ?? null)
    .filter((time) => time !== null);
  return times.reduce<string | null>((first, time) => (first === null || time < first ? time : first), null);
}

function metadataOf(pages: readonly ForeignPage[], from: MetadataSource): Metadata {
  const title = pages.find((page) => (page.title ?? '').trim() !== '')?.title?.trim() ?? null;
  const authors = pages.find((page) => (page.authors ?? []).length > 0)?.authors ?? null;
  return {
    title: title === null ? null : { value: title, from },
    authors: authors === null ? null : { value: [...authors], from },
    outlet: null,
    source: null,
    published: null,
    language: null,
    section: null,
  };
}
