/** Takes the library, or one article of it, out as an archive, and takes an archive in as one step that undo takes back. */

import type { Annotation } from '../core/annotation';
import type { Archive, BadRecord } from '../core/archive';
import type { Article, TextSnapshot } from '../core/article';
import type { Code } from '../core/code';
import { codesWithAbove } from '../core/codebook/codes-above';
import { filledVariables } from '../core/filled-variables';
import { holdsQuote } from '../core/holds-quote';
import { namedTexts } from '../core/named-texts';
import type { Operation, RecordTable } from '../core/operation';
import { sliceArchive } from '../core/slice-archive';
import type { Variable } from '../core/variable';
import { fillChoices } from './choices';
import { sha256 } from './digest';
import { RecordNotFoundError } from './errors';
import { type Known, type Merge, mergeArchive } from './merge';
import type { Store } from './open-store';
import type { Recorder } from './recorder';
import type { LibraryDatabase } from './schema';
import { settings } from './settings';
import { sumOf, type Tally } from './table-merge';
import { type Command, writeAtOnce } from './write';
import { recordParts } from './write-parts';

export type ArchiveScope = 'everything' | { articleId: string };

/** What an import would do, or did. */
export interface ImportPlan {
  articles: Tally;
  annotations: Tally;
  codes: Tally;
  variables: Tally;
  /** Left out, and why. */
  bad: BadRecord[];
}

/**
 * With the annotations in the trash. One article comes with the codes of its annotations, those above them, and the
 * variables in which it has values.
 * Costs memory for all of it. Works on a library that is read-only.
 * @throws RecordNotFoundError
 */
export async function readArchive(store: Store, scope: ArchiveScope): Promise<Archive> {
  const { database, environment } = store;
  const { articles, snapshots, annotations, codes, variables } = database;
  const tables = [articles, snapshots, annotations, codes, variables];
  const records = await database.transaction('r', tables, () =>
    scope === 'everything' ? everything(database) : oneArticle(database, scope.articleId),
  );
  const exported = new Date(environment.now()).toISOString();
  return {
    format: 'pressmark-archive',
    version: 1,
    exported,
    ...records,
  };
}

/** The dry run: changes nothing. @param archive as `readArchiveFile` checked it */
export async function planImport(store: Store, archive: Archive): Promise<ImportPlan> {
  const { sound, bad } = await checkTexts(archive);
  const { database } = store;
  const { articles, snapshots, annotations, codes, variables } = database;
  const tables = [articles, snapshots, annotations, codes, variables];
  const { coder } = await settings(store);
  const merge = await database.transaction('r', tables, () =>
    mergeWithKnown(database, archive, { sound, coder }),
  );
  return planOf(merge, bad);
}

export interface ImportOptions {
  /** Takes nothing in and throws the reason, as long as not all is written. */
  signal?: AbortSignal;
  /** Called now and then with how many annotations have been looked at. */
  progress?(done: number): void;
  /** What the step is called. */
  kind?: 'import' | 'decide';
}

/**
 * Takes in all of it or nothing, deciding anew against the library of that moment, as one step: nobody sees a part of it.
 * What the reader has chosen comes in where the library has no such choice, and is no part of the step.
 * @returns what was done; after a repeated command, what is left to do
 */
export async function importArchive(
  store: Store,
  commandId: string,
  archive: Archive,
  options: ImportOptions = {},
): Promise<ImportPlan> {
  const { sound, bad } = await checkTexts(archive);
  const [first, ...rest] = sliceArchive({ ...archive, snapshots: sound });
  const { kind = 'import' } = options;
  const { coder } = await settings(store);
  const command: Command = { commandId, kind };
  let plan: ImportPlan | null = null;
  let done = 0;
  let lastArticle: string | undefined;
  const takeIn = async (recorder: Recorder, slice: Archive, present?: PresentKeys) => {
    options.signal?.throwIfAborted();
    const merge = await mergeWithKnown(store.database, slice, { sound: slice.snapshots, coder, present });
    for (const snapshot of slice.snapshots) await recorder.keepSnapshot(snapshot);
    await take(recorder, 'variables', merge.variables);
    await take(recorder, 'articles', merge.articles);
    await take(recorder, 'codes', merge.codes);
    await take(recorder, 'annotations', merge.annotations);
    plan = plan === null ? planOf(merge, bad) : withSlice(plan, merge, slice.articles[0]?.id === lastArticle);
    lastArticle = slice.articles.at(-1)?.id;
    done += slice.annotations.length;
    options.progress?.(done);
  };
  await writeAtOnce(store, command, async (journal): Promise<Operation | null> => {
    if (archive.choices !== undefined) await fillChoices(store.database, archive.choices);
    if (first === undefined) return null;
    const id = commandId;
    if (rest.length === 0) return journal.record({ id, kind }, (recorder) => takeIn(recorder, first));
    return recordParts({ store, journal, command }, async (writePart) => {
      const present = await presentKeys(store.database);
      for (const slice of [first, ...rest]) await writePart((recorder) => takeIn(recorder, slice, present));
      options.signal?.throwIfAborted();
    });
  });
  return plan ?? planImport(store, archive);
}

/** Codes and variables come with the first slice: to the others they are known. So is an article that comes again. */
function withSlice(plan: ImportPlan, { articles, annotations }: Merge, isArticleKnown: boolean): ImportPlan {
  return {
    ...plan,
    articles: isArticleKnown ? plan.articles : sumOf(plan.articles, articles.tally),
    annotations: sumOf(plan.annotations, annotations.tally),
  };
}

async function take<T extends RecordTable>(recorder: Recorder, table: T, merge: Merge[T]): Promise<void> {
  await recorder.add(table, merge.added);
  await recorder.updateAll(table, [...merge.updated.keys()], ({ id }) => merge.updated.get(id) ?? {});
}

function planOf({ articles, annotations, codes, variables }: Merge, bad: BadRecord[]): ImportPlan {
  return {
    articles: articles.tally,
    annotations: annotations.tally,
    codes: codes.tally,
    variables: variables.tally,
    bad,
  };
}

interface Records {
  articles: Article[];
  snapshots: TextSnapshot[];
  annotations: Annotation[];
  codes: Code[];
  variables: Variable[];
}

async function everything(database: LibraryDatabase): Promise<Records> {
  const articles = await database.articles.toArray();
  const annotations = await database.annotations.toArray();
  const snapshots = await snapshotsOf(database, articles, annotations);
  const codes = await database.codes.toArray();
  return { articles, snapshots, annotations, codes, variables: await database.variables.toArray() };
}

async function oneArticle(database: LibraryDatabase, articleId: string): Promise<Records> {
  const article = await database.articles.get(articleId);
  if (article === undefined) throw new RecordNotFoundError('articles', articleId);
  const annotations = await database.annotations.where('articleId').equals(articleId).toArray();
  const snapshots = await snapshotsOf(database, [article], annotations);
  const codes = await database.codes.toArray();
  const variables = filledVariables([article], await database.variables.toArray());
  return {
    articles: [article],
    snapshots,
    annotations,
    codes: codesWithAbove(annotations, codes),
    variables,
  };
}

/** Only the texts that these records name: undo leaves texts behind that none names. */
async function snapshotsOf(
  database: LibraryDatabase,
  articles: readonly Article[],
  annotations: readonly Annotation[],
): Promise<TextSnapshot[]> {
  return foundIn(await database.snapshots.bulkGet([...namedTexts(articles, annotations)]));
}

interface MergeOptions {
  /** The archive's texts that are what their digests say. */
  sound: readonly TextSnapshot[];
  /** The person's own name; empty where none was given. */
  coder: string;
  present?: PresentKeys | undefined;
}

async function mergeWithKnown(
  database: LibraryDatabase,
  archive: Archive,
  { sound, coder, present }: MergeOptions,
): Promise<Merge> {
  // The database first: a transaction that is not asked anything ends.
  const known = await findKnown(database, archive, present);
  const annotations = await withTruePositions(database, archive.annotations, sound);
  return mergeArchive({ ...archive, annotations }, { ...known, coder });
}

/** Where the text at hand says other words at a position, the annotation comes without it: its quote finds the words. */
async function withTruePositions(
  database: LibraryDatabase,
  annotations: readonly Annotation[],
  sound: readonly TextSnapshot[],
): Promise<Annotation[]> {
  const given = new Map(sound.map(({ sha256: digest, text }) => [digest, text]));
  const untrue = new Set<Annotation>();
  for (const [digest, members] of Map.groupBy(annotations, ({ target }) => target.snapshot)) {
    if (digest === null) continue;
    const text = (await database.snapshots.get(digest))?.text ?? given.get(digest);
    if (text === undefined) continue;
    for (const annotation of members) if (!holdsQuote(text, annotation.target)) untrue.add(annotation);
  }
  return annotations.map((annotation) =>
    untrue.has(annotation)
      ? { ...annotation, target: { ...annotation.target, position: null, snapshot: null } }
      : annotation,
  );
}

/** What a large archive may meet: asking for each record of it whether it is there takes as long as writing it. */
interface PresentKeys {
  annotations: ReadonlySet<string>;
  articles: Set<string>;
  addresses: Set<string>;
}

async function presentKeys({ annotations, articles }: LibraryDatabase): Promise<PresentKeys> {
  return {
    annotations: new Set(await annotations.toCollection().primaryKeys()),
    articles: new Set(await articles.toCollection().primaryKeys()),
    addresses: new Set((await articles.orderBy('addresses').uniqueKeys()).map(String)),
  };
}

/** @param present what the library has of each; undefined: ask for all */
async function findKnown(
  database: LibraryDatabase,
  archive: Archive,
  present?: PresentKeys,
): Promise<Omit<Known, 'coder'>> {
  const mayHave = (table: keyof PresentKeys, keys: string[]) =>
    present === undefined ? keys : keys.filter((key) => present[table].has(key));
  const addresses = archive.articles.flatMap((article) => article.addresses);
  const articleIds = archive.articles.map(({ id }) => id);
  const annotationIds = archive.annotations.map(({ id }) => id);
  const byAddress = await database.articles
    .where('addresses')
    .anyOf(mayHave('addresses', addresses))
    .distinct()
    .toArray();
  const byId = foundIn(await database.articles.bulkGet(mayHave('articles', articleIds)));
  const articles = new Map([...byAddress, ...byId].map((article) => [article.id, article]));
  const annotations = foundIn(await database.annotations.bulkGet(mayHave('annotations', annotationIds)));
  const { derived } = archive;
  if (derived !== undefined) {
    // They may meet others by their places.
    const inArticles = database.annotations.where('articleId').anyOf([...articles.keys()]);
    annotations.push(...(await inArticles.filter(({ id }) => !derived.has(id)).toArray()));
  }
  // Those of this archive meet the ones that come after them.
  for (const id of articleIds) present?.articles.add(id);
  for (const address of addresses) present?.addresses.add(address);
  const codes = await database.codes.toArray();
  const variables = await database.variables.toArray();
  return { articles: [...articles.values()], annotations, codes, variables };
}

/** A text that is not what its digest says is left out: annotations find their words by their quotes. */
async function checkTexts(archive: Archive): Promise<{ sound: TextSnapshot[]; bad: BadRecord[] }> {
  const sound: TextSnapshot[] = [];
  const bad: BadRecord[] = [];
  for (const snapshot of archive.snapshots) {
    if ((await sha256(snapshot.text)) === snapshot.sha256) sound.push(snapshot);
    else bad.push({ where: `snapshot ${snapshot.sha256}`, why: 'the text does not have this digest' });
  }
  return { sound, bad };
}

function foundIn<R>(found: readonly (R | undefined)[]): R[] {
  return found.filter((record) => record !== undefined);
}
