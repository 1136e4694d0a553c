/** Decides, record by record, what an archive changes in a library; writes nothing. */

import type { Annotation } from '../core/annotation';
import type { Archive } from '../core/archive';
import type { Article } from '../core/article';
import type { Code } from '../core/code';
import { placeOf } from '../core/codebook/code-place';
import { keepCorrections } from '../core/correction';
import { isSame } from '../core/same';
import type { RecordOf } from './recorder';

/** What becomes of the records of one kind. */
export interface Tally {
  added: number;
  /** Known, and the archive's is newer or knows more addresses. */
  changed: number;
  same: number;
  /** Different, and the library's is as new or newer: it stays. */
  kept: number;
}

/** What the archive may meet: the articles with its ids or addresses, the annotations with its ids, all codes. */
export interface Known {
  articles: readonly Article[];
  annotations: readonly Annotation[];
  codes: readonly Code[];
}

/** What to do with the records of one table. */
interface TableMerge<R> {
  added: R[];
  /** The named fields replace those of the record with that id. */
  updated: { id: string; fields: Partial<R> }[];
  tally: Tally;
}

export type Merge = { [T in 'articles' | 'annotations' | 'codes']: TableMerge<RecordOf[T]> };

/**
 * Records meet by id. An article is also met by any of its addresses, a code by its path; what points at them
 * follows. Where both sides differ, the later `modified` wins; `modified` alone is no difference.
 * @param archive checked: unique ids, and nothing missing that a record points at
 */
export function mergeArchive(archive: Archive, known: Known): Merge {
  const codes = mergeCodes(archive.codes, known.codes);
  const articles = mergeArticles(archive.articles, known.articles);
  const annotations = startMerge<Annotation>();
  const byId = mapById(known.annotations);
  for (const annotation of archive.annotations) {
    const articleId = articles.idOf(annotation.articleId);
    const wanted = { ...annotation, articleId, codeIds: [...new Set(annotation.codeIds.map(codes.idOf))] };
    const own = byId.get(annotation.id);
    if (own === undefined) add(annotations, wanted);
    else meet(annotations, own, wanted);
  }
  return { articles: articles.merge, annotations, codes: codes.merge };
}

/** A known code stays where it is in the codebook, and takes no name that its neighbour has. */
function mergeCodes(given: readonly Code[], known: readonly Code[]) {
  const merge = startMerge<Code>();
  const byId = mapById(known);
  const places = new Map(known.map((code) => [placeOf(code), code.id]));
  const ids = new Map<string, string>();
  const idOf = (id: string) => ids.get(id) ?? id;

  for (const code of topDown(given)) {
    const own = byId.get(code.id);
    const parentId = code.parentId === null ? null : idOf(code.parentId);
    const wanted = { ...code, parentId: own === undefined ? parentId : own.parentId };
    const holder = places.get(placeOf(wanted));
    if (own === undefined && holder !== undefined) {
      ids.set(code.id, holder);
      merge.tally.same += 1;
    } else if (own === undefined) {
      add(merge, wanted);
      places.set(placeOf(wanted), code.id);
    } else {
      const name = holder === undefined || holder === own.id ? wanted.name : own.name;
      if (!meet(merge, own, { ...wanted, name })) continue;
      places.delete(placeOf(own));
      places.set(placeOf({ parentId: own.parentId, name }), own.id);
    }
  }
  return { merge, idOf };
}

/** Addresses unite, whichever side is newer, and none moves from one article to another. */
function mergeArticles(given: readonly Article[], known: readonly Article[]) {
  const merge = startMerge<Article>();
  const byId = mapById(known);
  const owners = new Map(known.flatMap(({ id, addresses }) => addresses.map((address) => [address, id])));
  const ids = new Map<string, string>();
  const idOf = (id: string) => ids.get(id) ?? id;

  for (const article of given) {
    const ownerId = article.addresses.map((address) => owners.get(address)).find((id) => id !== undefined);
    const own = byId.get(article.id) ?? byId.get(ownerId ?? '');
    if (own === undefined) {
      add(merge, article);
      byId.set(article.id, article);
      for (const address of article.addresses) owners.set(address, article.id);
      continue;
    }
    ids.set(article.id, own.id);
    const fresh = article.addresses.filter((address) => !owners.has(address));
    for (const address of fresh) owners.set(address, own.id);
    const addresses = [...own.addresses, ...fresh];
    byId.set(own.id, { ...own, addresses });
    const metadata = keepCorrections(own.metadata, article.metadata);
    const wanted = own.id === article.id ? { ...article, addresses, metadata } : { ...own, addresses };
    if (fresh.length > 0 && wanted.modified <= own.modified) change(merge, own.id, { addresses });
    else meet(merge, own, wanted);
  }
  return { merge, idOf };
}

/** Each code after the one above it; without recursion, because an archive may nest thousands of levels. */
function topDown(codes: readonly Code[]): Code[] {
  const under = Map.groupBy(codes, ({ parentId }) => parentId);
  const ordered = [...(under.get(null) ?? [])];
  for (const { id } of ordered) ordered.push(...(under.get(id) ?? []));
  return ordered;
}

function startMerge<R>(): TableMerge<R> {
  return { added: [], updated: [], tally: { added: 0, changed: 0, same: 0, kept: 0 } };
}

function add<R>(merge: TableMerge<R>, record: R): void {
  merge.added.push(record);
  merge.tally.added += 1;
}

function change<R>(merge: TableMerge<R>, id: string, fields: Partial<R>): void {
  merge.updated.push({ id, fields });
  merge.tally.changed += 1;
}

/** Whether the wanted record replaces the library's own. Fields that only the library's has stay. */
function meet<R extends { id: string; modified: string }>(merge: TableMerge<R>, own: R, wanted: R): boolean {
  const { modified, ...content } = wanted;
  if (isSame({ ...own, ...content }, own)) merge.tally.same += 1;
  else if (modified <= own.modified) merge.tally.kept += 1;
  else {
    change(merge, own.id, wanted);
    return true;
  }
  return false;
}

function mapById<R extends { id: string }>(records: readonly R[]): Map<string, R> {
  return new Map(records.map((record) => [record.id, record]));
}
