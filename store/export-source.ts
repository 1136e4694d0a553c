/** Takes annotations out of the library for the exporters, one article in memory at a time. */

import type { Annotation } from '../core/annotation';
import type { TextSnapshot } from '../core/article';
import { byDateAndTitle, byPlaceAndTime } from '../core/export/order';
import type { ExportArticle, ExportSource } from '../core/export/source';
import { namedTexts } from '../core/named-texts';
import type { Store } from './open-store';
import type { Finds } from './search';

/** The ids of annotations by those of their articles; an article of which none is wanted is exported by itself. */
export type Wanted = ReadonlyMap<string, ReadonlySet<string>>;

/** What a search has found. */
export async function wantedFrom(found: AsyncIterable<Finds>): Promise<Wanted> {
  const wanted = new Map<string, Set<string>>();
  for await (const { packed, indexes } of found) {
    for (const index of indexes) {
      const articleId = packed.articles[packed.articleOf[index] ?? 0]?.id ?? '';
      add(wanted, articleId, packed.ids[index] ?? '');
    }
  }
  return wanted;
}

/** Unknown ids are left out. */
export async function wantedIds({ database }: Store, ids: readonly string[]): Promise<Wanted> {
  const wanted = new Map<string, Set<string>>();
  for (let at = 0; at < ids.length; at += batch) {
    for (const annotation of await database.annotations.bulkGet(ids.slice(at, at + batch))) {
      if (annotation !== undefined) add(wanted, annotation.articleId, annotation.id);
    }
  }
  return wanted;
}

/** Annotations that are in memory at once. */
const batch = 500;

/** Everything that there is, by the index alone, with the trash, and with articles of which nothing is left. */
export async function wantedEverything({ database }: Store): Promise<Wanted> {
  const wanted = new Map<string, Set<string>>();
  for (const id of await database.articles.toCollection().primaryKeys()) wanted.set(id, new Set());
  await database.annotations
    .orderBy('articleId')
    .eachPrimaryKey((id, { key }) => add(wanted, String(key), id));
  return wanted;
}

function add(wanted: Map<string, Set<string>>, articleId: string, id: string): void {
  const own = wanted.get(articleId);
  if (own === undefined) wanted.set(articleId, new Set([id]));
  else own.add(id);
}

/**
 * Works on a library that is read-only. Each article is as it is when it is asked for, but without codes that were made
 * since: the file would name what it does not hold.
 */
export async function exportSource(store: Store, wanted: Wanted): Promise<ExportSource> {
  const { database, environment } = store;
  const [codes, variables, known] = await Promise.all([
    database.codes.toArray(),
    database.variables.toArray(),
    database.articles.bulkGet([...wanted.keys()]),
  ]);
  const ids = known
    .flatMap((article) => article ?? [])
    .sort(byDateAndTitle)
    .map(({ id }) => id);
  const codeIds = new Set(codes.map(({ id }) => id));
  const { articles, annotations, snapshots } = database;

  const read = (id: string): Promise<ExportArticle | null> =>
    database.transaction('r', [articles, annotations, snapshots], async () => {
      const article = await articles.get(id);
      if (article === undefined) return null;
      const own = await annotations.where('articleId').equals(id).toArray();
      const chosen = own
        .filter((annotation) => wanted.get(id)?.has(annotation.id))
        .map((annotation) => withCodesOf(annotation, codeIds))
        .sort(byPlaceAndTime);
      const digests = [...namedTexts([article], chosen)];
      const texts = await snapshots.bulkGet(digests);
      const present = texts.flatMap((text): [string, TextSnapshot][] =>
        text === undefined ? [] : [[text.sha256, text]],
      );
      return { article, annotations: chosen, snapshots: new Map(present) };
    });

  return {
    exported: new Date(environment.now()).toISOString(),
    codes,
    variables,
    articleCount: ids.length,
    annotationCount: ids.reduce((sum, id) => sum + (wanted.get(id)?.size ?? 0), 0),
    async *articles() {
      for (const id of ids) {
        const article = await read(id);
        if (article !== null) yield article;
      }
    },
  };
}

function withCodesOf(annotation: Annotation, known: ReadonlySet<string>): Annotation {
  if (annotation.codeIds.every((id) => known.has(id))) return annotation;
  return { ...annotation, codeIds: annotation.codeIds.filter((id) => known.has(id)) };
}
