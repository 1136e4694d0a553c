/** Reads what is exported from the library, article by article, in the one order of every export. */

import type { Annotation } from '../core/annotation';
import { type ArticleOrder, byDateAndTitle, byPlaceAndTime } from '../core/export/order';
import type { ExportArticle, ExportSource, Extent } from '../core/export/source';
import { namedTexts } from '../core/named-texts';
import { keptCount } from './counts';
import { RecordNotFoundError } from './errors';
import type { Store } from './open-store';

export type ExportScope =
  | 'everything'
  | { articleId: string }
  /** Those that are no longer there, or in an unwanted trash, are passed over. */
  | { annotationIds: readonly string[] };

export interface ExportSourceOptions {
  scope: ExportScope;
  /** Annotations in the trash too; of everything, also articles that have no other. */
  hasTrash?: boolean;
  hasTexts?: boolean;
}

/**
 * The articles are chosen and ordered at once; what is in them is read when their turn comes, so that a change meanwhile may
 * be in the export or not. Codes that are made meanwhile are in no annotation. Works on a library that is read-only.
 * @throws RecordNotFoundError where the one article is not there
 */
export async function exportSource(store: Store, options: ExportSourceOptions): Promise<ExportSource> {
  const { database, environment } = store;
  const { scope, hasTrash = false, hasTexts = true } = options;
  const exported = new Date(environment.now()).toISOString();
  const codes = await database.codes.toArray();
  const variables = await database.variables.toArray();
  const known = new Set(codes.map(({ id }) => id));
  const { articleIds, annotationCount } = await choose(store, scope, hasTrash);
  const order = await ordered(store, articleIds);
  const chosen = typeof scope === 'object' && 'annotationIds' in scope ? new Set(scope.annotationIds) : null;
  const isWanted = ({ id, deleted }: Annotation) =>
    (chosen === null || chosen.has(id)) && (hasTrash || deleted === null);

  return {
    exported,
    codes,
    variables,
    articleCount: order.length,
    annotationCount,
    async *articles(extent = 'whole') {
      const wanted = wantedOf(extent, isWanted, hasTexts);
      const ahead: Promise<ExportArticle[]>[] = [];
      let begun = 0;
      const readAhead = () => {
        for (; ahead.length < batchesAhead && begun < order.length; begun += atOnce) {
          const next = readArticles(store, order.slice(begun, begun + atOnce), wanted);
          // What goes wrong with these is told when their turn comes.
          next.catch(() => undefined);
          ahead.push(next);
        }
      };
      readAhead();
      for (let ready = await ahead.shift(); ready !== undefined; ready = await ahead.shift()) {
        readAhead();
        for (const one of ready) yield { ...one, annotations: one.annotations.map(withKnownCodes) };
      }
    },
  };

  function withKnownCodes(annotation: Annotation): Annotation {
    const { codeIds } = annotation;
    if (codeIds.every((id) => known.has(id))) return annotation;
    return { ...annotation, codeIds: codeIds.filter((id) => known.has(id)) };
  }
}

interface Choice {
  /** Null for all. */
  articleIds: ReadonlySet<string> | null;
  annotationCount: number;
}

/** @throws RecordNotFoundError */
async function choose(store: Store, scope: ExportScope, hasTrash: boolean): Promise<Choice> {
  const { articles, annotations } = store.database;
  const isKept = ({ deleted }: Annotation) => hasTrash || deleted === null;
  if (scope === 'everything') {
    if (hasTrash) return { articleIds: null, annotationCount: await annotations.count() };
    return { articleIds: await articlesWithKept(store), annotationCount: await keptCount(store) };
  }
  if ('articleId' in scope) {
    const { articleId } = scope;
    if ((await articles.get(articleId)) === undefined) throw new RecordNotFoundError('articles', articleId);
    const count = await annotations.where('articleId').equals(articleId).filter(isKept).count();
    return { articleIds: new Set([articleId]), annotationCount: count };
  }
  const ids = [...new Set(scope.annotationIds)];
  const articleIds = new Set<string>();
  let annotationCount = 0;
  for (let at = 0; at < ids.length; at += batch) {
    for (const annotation of await annotations.bulkGet(ids.slice(at, at + batch))) {
      if (annotation === undefined || !isKept(annotation)) continue;
      articleIds.add(annotation.articleId);
      annotationCount += 1;
    }
  }
  return { articleIds, annotationCount };
}

/** Records that are read at once to see which are chosen, and in which order. */
const batch = 500;

/** By the index alone, and the trash: reading all annotations would take seconds. */
async function articlesWithKept({ database }: Store): Promise<Set<string>> {
  const { annotations } = database;
  const ids = new Set<string>();
  for (const id of await annotations.orderBy('articleId').uniqueKeys()) ids.add(String(id));
  const trashed = new Map<string, number>();
  await annotations
    .where('deleted')
    .above('')
    .each(({ articleId }) => trashed.set(articleId, (trashed.get(articleId) ?? 0) + 1));
  for (const [id, count] of trashed) {
    if ((await annotations.where('articleId').equals(id).count()) === count) ids.delete(id);
  }
  return ids;
}

async function ordered({ database }: Store, articleIds: ReadonlySet<string> | null): Promise<ArticleOrder[]> {
  const ids = [...(articleIds ?? (await database.articles.toCollection().primaryKeys()))];
  const order: ArticleOrder[] = [];
  for (let at = 0; at < ids.length; at += batch) {
    for (const article of await database.articles.bulkGet(ids.slice(at, at + batch))) {
      if (article === undefined) continue;
      const { id, metadata } = article;
      order.push({ id, metadata: { title: metadata.title, published: metadata.published } });
    }
  }
  return order.sort(byDateAndTitle);
}

/** Articles in one reading. */
const atOnce = 20;
/** Readings that are under way while what came before is written. Three are hardly quicker and hold 200 MB more. */
const batchesAhead = 1;

interface Wanted {
  /** Null for no annotations at all. */
  isWanted: ((annotation: Annotation) => boolean) | null;
  hasTexts: boolean;
}

function wantedOf(extent: Extent, isWanted: (annotation: Annotation) => boolean, hasTexts: boolean): Wanted {
  return {
    isWanted: extent === 'whole' || extent === 'without-texts' ? isWanted : null,
    hasTexts: hasTexts && (extent === 'whole' || extent === 'without-annotations'),
  };
}

/** Without those that went meanwhile. */
async function readArticles(
  { database }: Store,
  order: readonly ArticleOrder[],
  { isWanted, hasTexts }: Wanted,
): Promise<ExportArticle[]> {
  const { articles, annotations, snapshots } = database;
  return database.transaction('r', [articles, annotations, snapshots], async () => {
    const ids = order.map(({ id }) => id);
    const [found, lists] = await Promise.all([
      articles.bulkGet(ids),
      isWanted === null
        ? []
        : Promise.all(ids.map((id) => annotations.where('articleId').equals(id).toArray())),
    ]);
    const read = found.flatMap((article, index) => {
      if (article === undefined) return [];
      const wanted = (lists[index] ?? []).filter((one) => isWanted?.(one)).sort(byPlaceAndTime);
      return { article, annotations: wanted, digests: hasTexts ? namedTexts([article], wanted) : [] };
    });
    const texts = await snapshots.bulkGet([...new Set(read.flatMap(({ digests }) => [...digests]))]);
    const byDigest = new Map(texts.flatMap((text) => (text === undefined ? [] : [[text.sha256, text]])));
    return read.map(({ digests, ...one }) => ({
      ...one,
      snapshots: new Map(
        [...digests].flatMap((digest) => {
          const text = byDigest.get(digest);
          return text === undefined ? [] : [[digest, text]];
        }),
      ),
    }));
  });
}
