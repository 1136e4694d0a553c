/** Brings together what several people have coded on their own computers, out of the same packet. */

import type { Annotation } from './annotation';
import type { Archive } from './archive';
import type { ImportEnvironment } from './import/imported';
import { namedId } from './import/named-id';
import { alignArticles, byId, changedIds, mergeArticle, mergeCodes, newestOf } from './merge-coders-records';
import { isSame } from './same';

export interface CoderArchive {
  /** The name by which the coder goes from now on. */
  coder: string;
  archive: Archive;
}

export interface MergeProblem {
  /**
   * The coder's text of the article is another one: their codings come along, but are not compared. Or: a code was changed,
   * the newest version counts. Or: an annotation came from both and is the same, so that neither of them made it.
   */
  kind: 'other-text' | 'changed-code' | 'shared-annotation';
  /** Of the article, code or annotation. */
  id: string;
  /** Whose text it is; null where nobody is to blame. */
  coder: string | null;
}

export interface MergedCoders {
  /** Records by id. Each annotation says who made it. */
  archive: Archive;
  /** By article: who has read it in the text that counts, by name. */
  readers: ReadonlyMap<string, readonly string[]>;
  problems: MergeProblem[];
}

/** Archives that cannot be told apart. */
export class MergeError extends Error {
  override readonly name = 'MergeError';
}

/**
 * The same in whatever order the archives come.
 * @throws MergeError where two coders have one name
 */
export async function mergeCoders(
  given: readonly CoderArchive[],
  environment: Pick<ImportEnvironment, 'digest'>,
): Promise<MergedCoders> {
  const sorted = given.toSorted((one, other) => (one.coder < other.coder ? -1 : 1));
  const aligned = alignArticles(sorted.map(({ archive }) => archive));
  const coders = sorted.map(({ coder, archive }, index) => ({ coder, archive: aligned[index] ?? archive }));
  const twice = coders.find(({ coder }, index) => coder === coders[index + 1]?.coder);
  if (twice !== undefined) throw new MergeError(`coder "${twice.coder}": two archives have this name`);
  const archives = coders.map(({ archive }) => archive);
  const articles = [
    ...Map.groupBy(
      archives.flatMap((archive) => archive.articles),
      ({ id }) => id,
    ).values(),
  ].flatMap(mergeArticle);
  const { codes, renamed } = mergeCodes(archives.map((archive) => archive.codes));
  const made = await mergeAnnotations(coders, environment);
  const digests = new Map(articles.map(({ id, snapshot }) => [id, snapshot]));
  const reads = coders.flatMap(({ coder, archive }) =>
    archive.articles.map(({ id, snapshot }) => ({ id, coder, isSameText: digests.get(id) === snapshot })),
  );
  return {
    archive: {
      format: 'pressmark-archive',
      version: 1,
      exported:
        archives
          .map(({ exported }) => exported)
          .toSorted()
          .at(-1) ?? '',
      articles: articles.sort(byId),
      snapshots: [
        ...new Map(
          archives.toReversed().flatMap(({ snapshots }) => snapshots.map((text) => [text.sha256, text])),
        ).values(),
      ].sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1)),
      annotations: made.annotations.map((annotation) => renameCodes(annotation, renamed)).sort(byId),
      codes,
      variables: newestOf(archives.flatMap(({ variables }) => variables)),
    },
    readers: readersOf(reads.filter(({ isSameText }) => isSameText)),
    problems: [
      ...reads
        .filter(({ isSameText }) => !isSameText)
        .map(({ id, coder }) => ({ kind: 'other-text' as const, id, coder })),
      ...changedIds(archives.flatMap((archive) => archive.codes)).map((id) => ({
        kind: 'changed-code' as const,
        id,
        coder: null,
      })),
      ...made.shared.map((id) => ({ kind: 'shared-annotation' as const, id, coder: null })),
    ],
  };
}

function readersOf(reads: readonly { id: string; coder: string }[]): Map<string, string[]> {
  return new Map(
    [...Map.groupBy(reads, ({ id }) => id)].map(([id, by]) => [id, by.map(({ coder }) => coder)]),
  );
}

/** One that several have changed becomes one for each: the first by name keeps the id. */
async function mergeAnnotations(
  coders: readonly CoderArchive[],
  environment: Pick<ImportEnvironment, 'digest'>,
): Promise<{ annotations: Annotation[]; shared: string[] }> {
  const all = coders.flatMap(({ coder, archive }) =>
    archive.annotations.map((annotation) => ({ coder, annotation })),
  );
  const annotations: Annotation[] = [];
  const shared: string[] = [];
  for (const [id, [first, ...others]] of Map.groupBy(all, ({ annotation }) => annotation.id)) {
    if (first === undefined) continue;
    if (others.length > 0 && others.every(({ annotation }) => isSame(annotation, first.annotation))) {
      annotations.push(first.annotation);
      shared.push(id);
      continue;
    }
    annotations.push(withCreator(first.annotation, first.coder));
    for (const { coder, annotation } of others) {
      annotations.push({
        ...withCreator(annotation, coder),
        id: await namedId(environment, 'coder', id, coder),
      });
    }
  }
  return { annotations, shared: shared.sort() };
}

function withCreator(annotation: Annotation, coder: string): Annotation {
  return { ...annotation, creator: annotation.creator ?? coder };
}

function renameCodes(annotation: Annotation, renamed: ReadonlyMap<string, string>): Annotation {
  const codeIds = [...new Set(annotation.codeIds.map((id) => renamed.get(id) ?? id))];
  return { ...annotation, codeIds };
}
