/** Gives what was coded here to be compared with what others have coded, and takes in what was decided where they differ. */

import type { Annotation } from '../core/annotation';
import type { Archive } from '../core/archive';
import type { Article } from '../core/article';
import { codesWithAbove } from '../core/codebook/codes-above';
import { filledVariables } from '../core/filled-variables';
import { namedTexts } from '../core/named-texts';
import { type ImportPlan, importArchive } from './archive';
import type { Store } from './open-store';

/** Of these articles those that the library has, with their annotations; with the whole codebook. */
export async function codingOf(
  { database, environment }: Store,
  articleIds: readonly string[],
): Promise<Archive> {
  const tables = [database.articles, database.snapshots, database.annotations, database.codes];
  return database.transaction('r', tables, async () => {
    const articles = found(await database.articles.bulkGet([...articleIds]));
    const annotations = await database.annotations
      .where('articleId')
      .anyOf(articles.map(({ id }) => id))
      .filter(({ deleted }) => deleted === null)
      .toArray();
    return {
      format: 'pressmark-archive',
      version: 1,
      exported: new Date(environment.now()).toISOString(),
      articles,
      snapshots: found(await database.snapshots.bulkGet([...namedTexts(articles, annotations)])),
      annotations,
      codes: await database.codes.toArray(),
      variables: [],
    };
  });
}

/** Articles in which nothing is annotated yet, as those of a packet are at first. */
export async function uncodedArticles({ database }: Store): Promise<Article[]> {
  const { articles, annotations } = database;
  const coded = new Set((await annotations.orderBy('articleId').uniqueKeys()).map(String));
  const ids = (await articles.toCollection().primaryKeys()).filter((id) => !coded.has(id));
  return found(await articles.bulkGet(ids));
}

export interface DecidedVersion {
  /** As `decidedArchive` makes it: all annotations are the decider's. */
  archive: Archive;
  creator: string;
  /** What was compared: other codes of an earlier decided version stay. Null: all codes. */
  codeIds: readonly string[] | null;
  /** What of the earlier version stays, because nothing is decided there now. Missing: nothing. */
  isOpen?(earlier: Annotation): boolean;
}

/**
 * Writes it as one step. What the same coders' earlier version says of these articles gives way to it, into the trash where
 * nothing is left; articles and codes that the library has stay as they are.
 */
export async function keepDecided(
  store: Store,
  commandId: string,
  { archive, creator, codeIds, isOpen = () => false }: DecidedVersion,
): Promise<ImportPlan> {
  const { database, environment } = store;
  const now = new Date(environment.now()).toISOString();
  const articleIds = archive.articles.map(({ id }) => id);
  const earlier = await database.annotations
    .where('articleId')
    .anyOf(articleIds)
    .filter((annotation) => annotation.creator === creator && !isOpen(annotation))
    .toArray();
  const annotations = overEarlier(archive.annotations, earlier, { now, codeIds });
  const touched = new Set(annotations.map(({ articleId }) => articleId));
  const own = new Map(
    found(await database.articles.bulkGet(articleIds)).map((article) => [article.id, article]),
  );
  const articles = archive.articles.filter(({ id }) => touched.has(id)).map((one) => own.get(one.id) ?? one);
  const codes = codesWithAbove(annotations, [...archive.codes, ...(await database.codes.toArray())]);
  const named = namedTexts(articles, annotations);
  const decided: Archive = {
    ...archive,
    articles,
    annotations,
    codes,
    snapshots: archive.snapshots.filter(({ sha256 }) => named.has(sha256)),
    variables: filledVariables(articles, archive.variables),
  };
  return importArchive(store, commandId, decided, { kind: 'decide' });
}

interface Deciding {
  now: string;
  codeIds: readonly string[] | null;
}

function overEarlier(
  decided: readonly Annotation[],
  earlier: readonly Annotation[],
  { now, codeIds }: Deciding,
): Annotation[] {
  const compared = codeIds === null ? null : new Set(codeIds);
  const before = new Map(earlier.map((annotation) => [annotation.id, annotation]));
  const staying = ({ codeIds: ids, deleted }: Annotation) =>
    compared === null || deleted !== null ? [] : ids.filter((id) => !compared.has(id));
  const written = decided.map((annotation) => {
    const old = before.get(annotation.id);
    const codes = new Set([...(old === undefined ? [] : staying(old)), ...annotation.codeIds]);
    return { ...annotation, codeIds: [...codes], created: old?.created ?? now, modified: now };
  });
  const ids = new Set(decided.map(({ id }) => id));
  const left = earlier.filter(({ id, deleted }) => deleted === null && !ids.has(id));
  const changed = left.map((annotation) => {
    const kept = staying(annotation);
    return kept.length > 0
      ? { ...annotation, codeIds: kept, modified: now }
      : { ...annotation, deleted: now, modified: now };
  });
  return [...written, ...changed];
}

function found<R>(records: readonly (R | undefined)[]): R[] {
  return records.filter((record) => record !== undefined);
}
