/** Changes to an article's own record: its addresses, joined and split by hand, and its metadata, corrected. */

import { cleanAddress } from '../core/address';
import type { Article } from '../core/article';
import { corrected, type FieldValue, keepCorrections, type MetadataField } from '../core/correction';
import { NewerLibraryError, RecordNotFoundError, SplitRefusedError } from './errors';
import { apartKey } from './identity';
import type { Store } from './open-store';
import { findArticle } from './read';
import type { Recorder } from './recorder';
import { write } from './write';

interface ArticleRequest {
  commandId: string;
  articleId: string;
}

/**
 * From now on the article is at this address too. Where another article is there, both become one: its annotations,
 * with those in the trash, its addresses, its corrections and the values that the article lacks come over, and its record goes.
 * @param request.address cleaned
 * @throws RecordNotFoundError
 */
export async function joinAddress(
  store: Store,
  { commandId, articleId, address }: ArticleRequest & { address: string },
): Promise<void> {
  const owner = await findArticle(store, address);
  const kind = owner === null || owner.id === articleId ? 'add-address' : 'join';
  await write(store, { commandId, kind }, async (recorder) => {
    const article = await existing(store, articleId);
    const other = await findArticle(store, address);
    if (other === null || other.id === articleId) {
      await recorder.update('articles', articleId, { addresses: united(article.addresses, [address]) });
      return;
    }
    await moveAnnotations(recorder, await annotationIds(store, other.id), articleId);
    await recorder.remove('articles', [other.id]);
    await recorder.update('articles', articleId, {
      addresses: united(article.addresses, [address, ...other.addresses]),
      metadata: keepCorrections(other.metadata, article.metadata),
      ...(other.variables !== undefined && { variables: { ...other.variables, ...article.variables } }),
    });
  });
}

/**
 * Makes an article of its own out of one address, with the annotations that were kept there; the two are not held for
 * one again.
 * @throws RecordNotFoundError; SplitRefusedError where it is not one of several addresses
 */
export async function splitAddress(
  store: Store,
  { commandId, articleId, address }: ArticleRequest & { address: string },
): Promise<void> {
  await write(store, { commandId, kind: 'split' }, async (recorder) => {
    const article = await existing(store, articleId);
    const rest = article.addresses.filter((known) => known !== address);
    if (rest.length === 0 || rest.length === article.addresses.length) throw new SplitRefusedError(address);
    const all = await store.database.annotations.where('articleId').equals(articleId).toArray();
    const moved = all.filter(({ target }) => cleanAddress(target.source) === address);
    const text = moved.find(({ target }) => target.snapshot !== null)?.target.snapshot;
    const id = store.environment.newId();
    const { now } = recorder;
    await recorder.update('articles', articleId, { addresses: rest });
    await recorder.add('articles', [
      {
        ...article,
        id,
        addresses: [address],
        snapshot: text ?? article.snapshot,
        created: now,
        modified: now,
      },
    ]);
    await moveAnnotations(
      recorder,
      moved.map((annotation) => annotation.id),
      id,
    );
    const pairs = [apartKey(articleId, address), ...rest.map((other) => apartKey(id, other))];
    await store.database.meta.bulkPut(pairs.map((key) => ({ key, value: 'yes' })));
  });
}

/** The page at this address is not that article, whatever its text: the reader is not asked again. @throws NewerLibraryError */
export async function setApart(
  { database, readOnly }: Store,
  { articleId, address }: { articleId: string; address: string },
): Promise<void> {
  if (readOnly) throw new NewerLibraryError();
  await database.meta.put({ key: apartKey(articleId, address), value: 'yes' });
}

/** @param request.value null: the article has none @throws RecordNotFoundError, BadCorrectionError */
export async function correctMetadata(
  store: Store,
  request: ArticleRequest & { field: MetadataField; value: FieldValue | null },
): Promise<void> {
  const { commandId, articleId, field, value } = request;
  await write(store, { commandId, kind: 'correct-metadata' }, async (recorder) => {
    const { metadata } = await existing(store, articleId);
    await recorder.update('articles', articleId, { metadata: corrected(metadata, field, value) });
  });
}

async function existing({ database }: Store, articleId: string): Promise<Article> {
  const article = await database.articles.get(articleId);
  if (article === undefined) throw new RecordNotFoundError('articles', articleId);
  return article;
}

function annotationIds({ database }: Store, articleId: string): Promise<string[]> {
  return database.annotations.where('articleId').equals(articleId).primaryKeys();
}

async function moveAnnotations(recorder: Recorder, ids: readonly string[], articleId: string): Promise<void> {
  await recorder.updateAll('annotations', ids, () => ({ articleId }));
}

function united(own: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...own, ...more])];
}
