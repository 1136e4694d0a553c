/** Finds the places at which words stand, in the quotes or in the kept texts of what was found. */

import type { Article } from '../core/article';
import { parseQuery } from '../core/query/parse-query';
import {
  createKeywordFinder,
  type KeywordLine,
  keywordsIn,
  keywordsInLines,
} from '../core/tables/keyword-lines';
import type { KeywordLines, KeywordWish } from '../core/tables/table-wish';
import { createPauses } from './give-way';
import type { Asked } from './search';
import type { TableSource } from './tables';

interface Place {
  id: string;
  articleId: string;
  published: string;
  start: number;
}

/**
 * By date and place, as many as are wanted. Reads the records, or the texts, in that order until it has them: words that are
 * rare in many texts take long. Gives the page its turns; ends with the signal of `asked` by throwing its reason.
 */
export async function findKeywords(
  source: TableSource,
  asked: Asked,
  wish: KeywordWish,
): Promise<KeywordLines> {
  const finder = createKeywordFinder(wish.words);
  if (finder === null) return { lines: [], isCut: false, articles: new Map() };
  const words = parseQuery(wish.words).filter(({ field, isNot }) => field === 'any' && !isNot);
  const isInQuotes = wish.from === 'quotes';
  const places = await placesOf(source, isInQuotes ? { ...asked, query: [...asked.query, ...words] } : asked);
  const found = isInQuotes
    ? linesInQuotes(source, places, finder, wish)
    : linesInTexts(source, places, finder, wish);
  const lines: KeywordLine[] = [];
  const pause = createPauses();
  for await (const some of found) {
    lines.push(...some);
    if (lines.length > wish.most) break;
    await pause();
    asked.signal.throwIfAborted();
  }
  const shown = lines.slice(0, wish.most);
  return {
    lines: shown,
    isCut: lines.length > wish.most,
    articles: await namesOf(source, [...new Set(shown.map(({ articleId }) => articleId))]),
  };
}

async function placesOf({ search }: TableSource, asked: Asked): Promise<Place[]> {
  const places: Place[] = [];
  for await (const { packed, indexes } of search.find(asked)) {
    for (const index of indexes) {
      const { id: articleId = '', published = null } = packed.articles[packed.articleOf[index] ?? 0] ?? {};
      const start = packed.starts[index] ?? -1;
      places.push({ id: packed.ids[index] ?? '', articleId, published: published ?? '\uFFFF', start });
    }
  }
  return places.sort(
    (one, other) =>
      compare(one.published, other.published) ||
      compare(one.articleId, other.articleId) ||
      one.start - other.start ||
      compare(one.id, other.id),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

type Finder = NonNullable<ReturnType<typeof createKeywordFinder>>;

const batchSize = 100;

async function* linesInQuotes(
  { store }: TableSource,
  places: readonly Place[],
  { marker }: Finder,
  { reach }: KeywordWish,
): AsyncGenerator<KeywordLine[]> {
  for (let at = 0; at < places.length; at += batchSize) {
    const ids = places.slice(at, at + batchSize).map(({ id }) => id);
    for (const annotation of await store.database.annotations.bulkGet(ids)) {
      if (annotation === undefined) continue;
      const { id: annotationId, articleId, target } = annotation;
      const found = keywordsIn(target.quote.exact, marker, reach);
      yield found.map((line) => ({ ...line, articleId, annotationId }));
    }
  }
}

async function* linesInTexts(
  { store }: TableSource,
  places: readonly Place[],
  finder: Finder,
  { reach }: KeywordWish,
): AsyncGenerator<KeywordLine[]> {
  const { articles, snapshots } = store.database;
  for (const articleId of new Set(places.map((place) => place.articleId))) {
    const digest = (await articles.get(articleId))?.snapshot ?? null;
    const text = digest === null ? undefined : (await snapshots.get(digest))?.text;
    if (text === undefined || !finder.isLikely(text)) {
      yield [];
      continue;
    }
    for (const line of keywordsInLines(text, finder, reach))
      yield [{ ...line, articleId, annotationId: null }];
  }
}

async function namesOf({ store }: TableSource, ids: string[]): Promise<KeywordLines['articles']> {
  const records = await store.database.articles.bulkGet(ids);
  const known: Article[] = records.flatMap((article) => article ?? []);
  return new Map(
    known.map(({ id, addresses, metadata }) => [
      id,
      {
        title: metadata.title?.value ?? addresses[0] ?? id,
        outlet: metadata.outlet?.value ?? '',
        language: metadata.language?.value ?? null,
      },
    ]),
  );
}
