/** How long a search of all kept texts takes, and whether it finds what a plain reading of all of them finds. */

import { parseQuery } from '../../../core/query/parse-query';
import { foldForSearch } from '../../../core/search';
import { timed, warmed } from './measure';

/** Milliseconds, and how many. */
interface TextSearched {
  first: number;
  all: number;
  again: number;
  found: number;
  wanted: number;
}

/** @param words Chinese, to be found anywhere */
export async function measureTexts(words: string): Promise<TextSearched> {
  const { store, search } = await warmed();
  const query = parseQuery(`text:${words}`);
  const run = async () => {
    const found: string[] = [];
    let first = Number.NaN;
    const start = performance.now();
    for await (const { sha256 } of search.texts({ query, signal: new AbortController().signal })) {
      if (found.length === 0) first = performance.now() - start;
      found.push(sha256);
    }
    return { first, found };
  };
  const [all, { first, found }] = await timed(run);
  const [again] = await timed(run);
  const wanted = new Set<string>();
  await store.database.snapshots.each(({ sha256, text }) => {
    if (foldForSearch(text).includes(foldForSearch(words))) wanted.add(sha256);
  });
  const right = found.filter((sha256) => wanted.has(sha256)).length;
  if (right !== found.length) throw new Error(`${found.length - right} texts found wrongly`);
  return { first, all, again, found: right, wanted: wanted.size };
}
