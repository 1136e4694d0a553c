/** Keeping, changing, trashing and restoring annotations: the module behind everything a reader does to a passage. */

import type { Annotation, Selectors, Target } from '../core/annotation';
import type { Article, TextSnapshot } from '../core/article';
import { joinNotes } from '../core/join-notes';
import type { AnnotationDraft, AnnotationEdit, ArticleDraft, MergeDraft } from '../core/library';
import type { OperationKind } from '../core/operation';
import { codeIdsOf } from './code-paths';
import { sha256 } from './digest';
import { NotYourAnnotationError, OtherArticleError, RecordNotFoundError } from './errors';
import type { Store } from './open-store';
import { placeQuote } from './place-quote';
import { findArticle } from './read';
import type { Recorder } from './recorder';
import { type Command, write } from './write';

export interface KeepRequest {
  commandId: string;
  /** Cleaned; finds the article. See `knownAddress` in `store/identity.ts`. */
  address: string;
  /** Cleaned: the addresses that an article which is found, or made, has from now on. `address` unless told. */
  addresses?: readonly string[];
  /** The address as the browser showed it. */
  source: string;
  draft: AnnotationDraft;
}

interface KeepAllRequest extends Omit<KeepRequest, 'draft'> {
  drafts: readonly Omit<AnnotationDraft, 'article'>[];
  article: ArticleDraft;
}

export interface AnnotationRequest {
  commandId: string;
  id: string;
  /** The asking page's cleaned address: the annotation must be of its article. Null when one of our own pages asks. */
  address: string | null;
}

/**
 * Stores the annotation, and with the first one of an article the article and its text too. A later one stores the
 * text again only where it has changed around the words.
 * @throws RecordNotFoundError for a code that does not exist, CodebookLockedError
 */
export async function keepAnnotation(store: Store, { draft, ...request }: KeepRequest): Promise<Annotation> {
  const { article, ...kept } = draft;
  const [annotation] = await keepAnnotations(store, { ...request, drafts: [kept], article });
  if (annotation === undefined) throw new Error(`command ${request.commandId} kept no annotation`);
  return annotation;
}

/** As `keepAnnotation` for several of one article, in one step and in the given order. */
export async function keepAnnotations(store: Store, request: KeepAllRequest): Promise<Annotation[]> {
  const { commandId, address, addresses = [address], source, drafts } = request;
  const { newId } = store.environment;
  const text = await digested(request.article.text);
  const operation = await write(store, { commandId, kind: 'keep' }, async (recorder) => {
    const article = await articleFor(store, recorder, { address, addresses }, request.article, text);
    const annotations: Annotation[] = [];
    for (const { selectors, codeIds, newCodes, note } of drafts) {
      annotations.push({
        id: newId(),
        articleId: article.id,
        target: await targetOf(store, recorder, article, { source, selectors, text }),
        codeIds: await codeIdsOf(store, recorder, codeIds, newCodes),
        note,
        created: recorder.now,
        modified: recorder.now,
        deleted: null,
      });
    }
    await recorder.add('annotations', annotations);
  });
  const changes = operation?.changes ?? [];
  const made = changes.filter(({ table, before }) => table === 'annotations' && before === null);
  // After a repeated command one may have been changed or undone since: then as it is, or as it was.
  const now = await store.database.annotations.bulkGet(made.map(({ id }) => id));
  return made.map(({ after }, index) => now[index] ?? (after as unknown as Annotation));
}

/** @throws RecordNotFoundError, NotYourAnnotationError, CodebookLockedError */
export function editAnnotation(
  store: Store,
  request: AnnotationRequest & { edit: AnnotationEdit },
): Promise<Annotation> {
  const { codeIds, newCodes, note } = request.edit;
  const kind = codeIds === undefined && newCodes === undefined ? 'note' : 'code';
  return change(store, request, kind, async (annotation, recorder) => {
    const fields: Partial<Annotation> = {};
    if (note !== undefined) fields.note = note;
    if (kind === 'code') {
      fields.codeIds = await codeIdsOf(store, recorder, codeIds ?? annotation.codeIds, newCodes ?? []);
    }
    await recorder.update('annotations', annotation.id, fields);
  });
}

/** An annotation's new place, as a page of its article tells it. */
export interface ReattachRequest extends AnnotationRequest {
  /** The address as the browser showed it. */
  source: string;
  selectors: Selectors;
  /** Of its metadata nothing is taken: the article is known. */
  article: ArticleDraft;
  /** The reader has only moved an end. */
  isAdjusted?: boolean;
}

/** Several annotations of one article, and the place of the one that they become. */
interface MergeRequest {
  commandId: string;
  /** The first one stays. */
  ids: readonly string[];
  address: string | null;
  source: string;
  draft: MergeDraft;
}

/**
 * Gives it the words that the reader has chosen for it; those that it had stay in the operation. The page's text is
 * kept as for a new annotation: only where none that is kept says these words at their place.
 * @throws RecordNotFoundError, NotYourAnnotationError
 */
export async function reattachAnnotation(store: Store, request: ReattachRequest): Promise<Annotation> {
  const { source, selectors } = request;
  const text = await digested(request.article.text);
  const kind = request.isAdjusted ? 'adjust-ends' : 're-attach';
  return change(store, request, kind, async ({ id, articleId }, recorder) => {
    const article = await articleOf(store, articleId);
    const target = await targetOf(store, recorder, article, { source, selectors, text });
    await recorder.update('annotations', id, { target });
  });
}

/**
 * The first one stands on the words of all, with the codes and notes of all; the others go to the trash.
 * @throws RecordNotFoundError, NotYourAnnotationError, OtherArticleError
 */
export async function mergeAnnotations(store: Store, request: MergeRequest): Promise<Annotation> {
  const { commandId, ids, address, source, draft } = request;
  const text = await digested(draft.article.text);
  const [first] = ids;
  if (first === undefined) throw new RecordNotFoundError('annotations', '');
  return change(store, { commandId, id: first, address }, 'merge-annotations', async (kept, recorder) => {
    const article = await articleOf(store, kept.articleId);
    const all: Annotation[] = [];
    for (const id of new Set(ids)) all.push(await reachable(store, id, address));
    const stranger = all.find(({ articleId }) => articleId !== article.id);
    if (stranger !== undefined) throw new OtherArticleError(stranger.id);
    await recorder.update('annotations', kept.id, {
      target: await targetOf(store, recorder, article, { source, selectors: draft.selectors, text }),
      codeIds: [...new Set(all.flatMap(({ codeIds }) => codeIds))],
      note: joinNotes(all.map(({ note }) => note)),
      // Another tab may have deleted it meanwhile.
      deleted: null,
    });
    for (const { id, deleted } of all.slice(1)) {
      await recorder.update('annotations', id, { deleted: deleted ?? recorder.now });
    }
  });
}

async function articleOf({ database }: Store, id: string): Promise<Article> {
  const article = await database.articles.get(id);
  if (article === undefined) throw new RecordNotFoundError('articles', id);
  return article;
}

/** Moves it to the trash; one that is there already stays as it is. @throws RecordNotFoundError, NotYourAnnotationError */
export function removeAnnotation(store: Store, request: AnnotationRequest): Promise<Annotation> {
  return change(store, request, 'delete', async ({ id, deleted }, recorder) => {
    await recorder.update('annotations', id, { deleted: deleted ?? recorder.now });
  });
}

/** Takes it out of the trash. @throws RecordNotFoundError, NotYourAnnotationError */
export function restoreAnnotation(store: Store, request: AnnotationRequest): Promise<Annotation> {
  return change(store, request, 'restore', async ({ id }, recorder) => {
    await recorder.update('annotations', id, { deleted: null });
  });
}

/** Writes one change to one annotation that the asker may change, and gives the annotation as it is then. */
async function change(
  store: Store,
  { commandId, id, address }: AnnotationRequest,
  kind: OperationKind,
  act: (annotation: Annotation, recorder: Recorder) => Promise<void>,
): Promise<Annotation> {
  const command: Command = { commandId, kind };
  await write(store, command, async (recorder) => act(await reachable(store, id, address), recorder));
  return reachable(store, id, address);
}

async function reachable(store: Store, id: string, address: string | null): Promise<Annotation> {
  const annotation = await store.database.annotations.get(id);
  if (annotation === undefined) throw new RecordNotFoundError('annotations', id);
  if (address !== null) {
    const article = await findArticle(store, address);
    if (article?.id !== annotation.articleId) throw new NotYourAnnotationError(id, address);
  }
  return annotation;
}

async function targetOf(
  store: Store,
  recorder: Recorder,
  article: Article,
  chosen: { source: string; selectors: Selectors; text: Omit<TextSnapshot, 'captured'> | null },
): Promise<Target> {
  const { source, selectors, text } = chosen;
  const place = await placeQuote(store, recorder, article, selectors, text);
  const { quote, range, copies } = selectors;
  return { source, quote, range, ...(copies === undefined ? {} : { copies }), ...place };
}

async function articleFor(
  store: Store,
  recorder: Recorder,
  page: { address: string; addresses: readonly string[] },
  { metadata }: ArticleDraft,
  text: Omit<TextSnapshot, 'captured'> | null,
): Promise<Article> {
  const addresses = await unclaimed(store, page.addresses);
  const known = await findArticle(store, page.address);
  if (known !== null) {
    const all = [...known.addresses, ...addresses];
    if (addresses.length > 0) await recorder.update('articles', known.id, { addresses: all });
    return known;
  }
  const { now } = recorder;
  if (text !== null) await recorder.keepSnapshot({ ...text, captured: now });
  const id = store.environment.newId();
  const snapshot = text?.sha256 ?? null;
  const article = { id, addresses, metadata, snapshot, created: now, modified: now };
  await recorder.add('articles', [article]);
  return article;
}

/** Those at which no article is: an address belongs to one article. */
async function unclaimed({ database }: Store, addresses: readonly string[]): Promise<string[]> {
  const taken = await database.articles
    .where('addresses')
    .anyOf([...addresses])
    .toArray();
  const owned = new Set(taken.flatMap((article) => article.addresses));
  return addresses.filter((address) => !owned.has(address));
}

async function digested(text: string | null): Promise<Omit<TextSnapshot, 'captured'> | null> {
  return text === null ? null : { sha256: await sha256(text), text };
}
