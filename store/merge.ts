/** Decides, record by record, what an archive changes in a library; writes nothing. */

import type { Annotation } from '../core/annotation';
import type { Archive } from '../core/archive';
import type { Article } from '../core/article';
import type { Code } from '../core/code';
import { nameKey, placeOf } from '../core/codebook/code-place';
import { keepCorrections } from '../core/correction';
import { joinNotes } from '../core/join-notes';
import type { RecordTable } from '../core/operation';
import type { Variable } from '../core/variable';
import type { RecordOf } from './recorder';
import { add, change, mapById, meet, startMerge, type TableMerge, unite } from './table-merge';

/**
 * What the archive may meet: the articles with its ids or addresses, the annotations with its ids (where it has derived ones,
 * all of these articles), all codes and variables.
 */
export interface Known {
  articles: readonly Article[];
  annotations: readonly Annotation[];
  codes: readonly Code[];
  variables: readonly Variable[];
  /** Who made the annotations that name nobody; empty where that is not known. */
  coder: string;
}

export type Merge = { [T in RecordTable]: TableMerge<RecordOf[T]> };

/**
 * Records meet by id. An article is also met by any of its addresses, a code by its path, a variable by its name and
 * kind; what points at them follows. Where both sides differ, the later `modified` wins; `modified` alone is no difference.
 * What has no time replaces nothing: the words of an annotation come beside those of the library. So it is with one whose id
 * tells nothing, and which then meets the one of the same person with the same words at the same place of the same text.
 * @param archive checked: unique ids, and nothing missing that a record points at
 */
export function mergeArchive(archive: Archive, known: Known): Merge {
  const isUndated = ({ id }: { id: string }) => archive.undated?.has(id) ?? false;
  const codes = mergeCodes(archive.codes, known.codes, isUndated);
  const variables = mergeVariables(archive.variables, known.variables, isUndated);
  const given = archive.articles.map((article) => withVariables(article, variables.idOf));
  const articles = mergeArticles(given, known.articles, isUndated);
  const annotations = startMerge<Annotation>();
  const byId = mapById(known.annotations);
  const twins = createTwins(archive, known);
  for (const annotation of archive.annotations) {
    const articleId = articles.idOf(annotation.articleId);
    const wanted = { ...annotation, articleId, codeIds: [...new Set(annotation.codeIds.map(codes.idOf))] };
    const own = byId.get(annotation.id);
    const isDerived = own === undefined && (archive.derived?.has(annotation.id) ?? false);
    const twin = isDerived ? twins.find(wanted) : undefined;
    if (twin !== undefined) {
      const united = wordsOfBoth(twin, wanted);
      unite(annotations, twin, united);
      twins.set({ ...twin, ...united });
    } else if (own === undefined) add(annotations, wanted);
    else if (isUndated(annotation)) unite(annotations, own, wordsOfBoth(own, wanted));
    else meet(annotations, own, wanted);
  }
  return { articles: articles.merge, annotations, codes: codes.merge, variables: variables.merge };
}

/** Annotations of the library by what they say of a text, and who does. None that the archive has under its own id. */
function createTwins({ derived, annotations }: Archive, { annotations: known, coder }: Known) {
  const given = new Set(annotations.map(({ id }) => id));
  const byPlace = new Map<string, Annotation>();
  const keyOf = ({ articleId, creator = coder, target }: Annotation) =>
    target.position === null || target.snapshot === null
      ? null
      : JSON.stringify([articleId, creator, target.snapshot, target.position.start, target.quote.exact]);
  const set = (annotation: Annotation) => {
    const key = keyOf(annotation);
    if (key !== null) byPlace.set(key, annotation);
  };
  if (derived !== undefined) {
    for (const annotation of known)
      if (annotation.deleted === null && !given.has(annotation.id)) set(annotation);
  }
  return { set, find: (annotation: Annotation) => byPlace.get(keyOf(annotation) ?? '') };
}

type IsUndated = (record: { id: string }) => boolean;

function wordsOfBoth(own: Annotation, other: Annotation): Pick<Annotation, 'codeIds' | 'note'> {
  const note = own.note.includes(other.note) ? own.note : joinNotes([own.note, other.note]);
  return { codeIds: [...new Set([...own.codeIds, ...other.codeIds])], note };
}

/** A known code stays where it is in the codebook, and takes no name that its neighbour has; none takes another's digit. */
function mergeCodes(given: readonly Code[], known: readonly Code[], isUndated: IsUndated) {
  const merge = startMerge<Code>();
  const byId = mapById(known);
  const places = new Map(known.map((code) => [placeOf(code), code.id]));
  const digits = new Map(known.map(({ shortcut, id }) => [shortcut, id]));
  const ids = new Map<string, string>();
  const idOf = (id: string) => ids.get(id) ?? id;

  for (const code of topDown(given)) {
    const own = byId.get(code.id);
    if (own !== undefined && isUndated(code)) {
      merge.tally.same += 1;
      continue;
    }
    const parentId = code.parentId === null ? null : idOf(code.parentId);
    const wanted: Code = { ...code, parentId: own === undefined ? parentId : own.parentId };
    const hasDigit = typeof code.shortcut === 'string';
    if (hasDigit && (digits.get(code.shortcut) ?? code.id) !== code.id)
      wanted.shortcut = own?.shortcut ?? null;
    const holder = places.get(placeOf(wanted));
    if (own === undefined && holder !== undefined) {
      ids.set(code.id, holder);
      merge.tally.same += 1;
      continue;
    }
    if (own === undefined) add(merge, wanted);
    else {
      if (holder !== undefined && holder !== own.id) wanted.name = own.name;
      if (!meet(merge, own, wanted)) continue;
      places.delete(placeOf(own));
      digits.delete(own.shortcut);
    }
    places.set(placeOf(wanted), code.id);
    digits.set(wanted.shortcut, code.id);
  }
  return { merge, idOf };
}

/** Choices unite, so that no value loses its own; one that is known by its name only stays as it is otherwise. */
function mergeVariables(given: readonly Variable[], known: readonly Variable[], isUndated: IsUndated) {
  const merge = startMerge<Variable>();
  const byId = mapById(known);
  const keyOf = ({ kind, name }: Variable) => `${kind}/${nameKey(name)}`;
  const namesakes = new Map(known.map((variable) => [keyOf(variable), variable]));
  const ids = new Map<string, string>();
  const idOf = (id: string) => ids.get(id) ?? id;

  for (const variable of given) {
    const own = byId.get(variable.id);
    const namesake = namesakes.get(keyOf(variable));
    if (own !== undefined) {
      const isTaken = namesake !== undefined && namesake.id !== own.id;
      const choices = [...new Set([...variable.choices, ...own.choices])];
      if (isUndated(variable)) {
        unite(merge, own, { choices });
        continue;
      }
      const wanted = { ...variable, choices, ...(isTaken && { name: own.name, kind: own.kind }) };
      if (!meet(merge, own, wanted)) continue;
      namesakes.delete(keyOf(own));
      namesakes.set(keyOf(wanted), wanted);
    } else if (namesake !== undefined) {
      ids.set(variable.id, namesake.id);
      const choices = [...new Set([...namesake.choices, ...variable.choices])];
      unite(merge, namesake, { choices });
      namesakes.set(keyOf(variable), { ...namesake, choices });
    } else {
      add(merge, variable);
      namesakes.set(keyOf(variable), variable);
    }
  }
  return { merge, idOf };
}

function withVariables(article: Article, idOf: (id: string) => string): Article {
  if (article.variables === undefined) return article;
  const values = Object.entries(article.variables).map(([id, value]) => [idOf(id), value]);
  return { ...article, variables: Object.fromEntries(values) };
}

/**
 * Addresses unite, whichever side is newer, and none moves from one article to another. Values of variables that only one
 * side has unite too; of an article that is not newer, or known by its address only, none replaces the library's.
 */
function mergeArticles(given: readonly Article[], known: readonly Article[], isUndated: IsUndated) {
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
    const addresses = { addresses: [...own.addresses, ...fresh] };
    const metadata = keepCorrections(own.metadata, article.metadata);
    const twin = { ...article, ...addresses, metadata, ...valuesOf(own, article) };
    const united = { ...addresses, ...valuesOf(article, own) };
    if (own.id !== article.id || isUndated(article)) {
      unite(merge, own, united);
      byId.set(own.id, { ...own, ...united });
    } else if (fresh.length > 0 && article.modified <= own.modified) {
      change(merge, own.id, addresses);
      byId.set(own.id, { ...own, ...addresses });
    } else if (meet(merge, own, twin)) byId.set(own.id, { ...own, ...twin });
  }
  return { merge, idOf };
}

/** Those of both, and of each variable that of the stronger; no field where neither has any. */
function valuesOf(weaker: Article, stronger: Article): Pick<Article, 'variables'> {
  if (weaker.variables === undefined && stronger.variables === undefined) return {};
  return { variables: { ...weaker.variables, ...stronger.variables } };
}

/** Each code after the one above it; without recursion, because an archive may nest thousands of levels. */
function topDown(codes: readonly Code[]): Code[] {
  const under = Map.groupBy(codes, ({ parentId }) => parentId);
  const ordered = [...(under.get(null) ?? [])];
  for (const { id } of ordered) ordered.push(...(under.get(id) ?? []));
  return ordered;
}
