/** Puts the articles and codebooks of several coders together, whose records have the same ids. */

import type { Archive } from './archive';
import type { Article } from './article';
import { type Code, codePath } from './code';
import { isSame } from './same';

interface Dated {
  id: string;
  modified: string;
}

/** Of each id the version that was changed last; by id. */
export function newestOf<T extends Dated>(records: readonly T[]): T[] {
  return [...Map.groupBy(records, ({ id }) => id).values()]
    .flatMap((versions) => versions.toSorted(newestFirst).slice(0, 1))
    .sort(byId);
}

/** Ids of which there are several versions. */
export function changedIds(records: readonly Dated[]): string[] {
  return [...Map.groupBy(records, ({ id }) => id)]
    .filter(([, [first, ...others]]) => others.some((other) => !isSame(first, other)))
    .map(([id]) => id)
    .sort();
}

/** An article that somebody had kept before the packet came goes by its address: it gets the id that the first of them has. */
export function alignArticles(archives: readonly Archive[]): Archive[] {
  const known = new Set<string>();
  const owners = new Map<string, string>();
  return archives.map((archive) => {
    const taken = new Set(archive.articles.map(({ id }) => id));
    const ids = new Map<string, string>();
    for (const { id, addresses } of archive.articles) {
      const owner = addresses.map((address) => owners.get(address)).find((other) => other !== undefined);
      if (known.has(id) || owner === undefined || taken.has(owner)) continue;
      taken.add(owner);
      ids.set(id, owner);
    }
    const idOf = (id: string) => ids.get(id) ?? id;
    for (const { id, addresses } of archive.articles) {
      known.add(idOf(id));
      for (const address of addresses) if (!owners.has(address)) owners.set(address, idOf(id));
    }
    if (ids.size === 0) return archive;
    return {
      ...archive,
      articles: archive.articles.map((article) => ({ ...article, id: idOf(article.id) })),
      annotations: archive.annotations.map((annotation) => ({
        ...annotation,
        articleId: idOf(annotation.articleId),
      })),
    };
  });
}

/** The version with the text that most have (of equally many the first by digest), with the addresses of all. */
export function mergeArticle(versions: readonly Article[]): Article[] {
  const [digest] = mostCommon(versions.map(({ snapshot }) => snapshot ?? ''));
  const [newest] = versions.filter(({ snapshot }) => (snapshot ?? '') === digest).sort(newestFirst);
  if (newest === undefined) return [];
  const others = versions.flatMap(({ addresses }) => addresses).sort();
  return [{ ...newest, addresses: [...new Set([...newest.addresses, ...others])] }];
}

export interface MergedCodes {
  /** Each path once. */
  codes: Code[];
  /** The id by which a code goes now; missing where it stays. */
  renamed: ReadonlyMap<string, string>;
}

/** Codes that two people made under the same path are one: the one that more of them have, then the first by id. */
export function mergeCodes(codebooks: readonly (readonly Code[])[]): MergedCodes {
  const all = codebooks.flat();
  const newest = newestOf(all);
  const byCodeId = new Map(newest.map((code) => [code.id, code]));
  const renamed = new Map<string, string>();
  for (const twins of Map.groupBy(newest, (code) => pathKey(codePath(code, byCodeId))).values()) {
    const ids = new Set(twins.map(({ id }) => id));
    const [kept = ''] = mostCommon(all.map(({ id }) => id).filter((id) => ids.has(id)));
    for (const id of ids) if (id !== kept) renamed.set(id, kept);
  }
  const codes = newest
    .filter(({ id }) => !renamed.has(id))
    .map((code) => ({ ...code, parentId: renamed.get(code.parentId ?? '') ?? code.parentId }));
  return { codes, renamed };
}

function pathKey(path: readonly string[]): string {
  return JSON.stringify(path.map((name) => name.normalize('NFKC').toLowerCase()));
}

/** The most common first, then by UTF-16 units. */
function mostCommon(values: readonly string[]): string[] {
  return [...Map.groupBy(values, (value) => value)]
    .sort(([one, many], [other, more]) => more.length - many.length || (one < other ? -1 : 1))
    .map(([value]) => value);
}

function newestFirst(one: Dated, other: Dated): number {
  if (one.modified !== other.modified) return one.modified > other.modified ? -1 : 1;
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  return first < second ? -1 : Number(first > second);
}

export function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
