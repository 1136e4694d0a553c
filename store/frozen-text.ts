/** Reads what stood around an annotation's words when they were chosen. */

import { type FrozenText, frozenText } from '../core/frozen-text';
import { RecordNotFoundError } from './errors';
import type { Store } from './open-store';

/** Works on a library that is read-only. @throws RecordNotFoundError */
export async function readFrozenText({ database }: Store, id: string): Promise<FrozenText> {
  const annotation = await database.annotations.get(id);
  if (annotation === undefined) throw new RecordNotFoundError('annotations', id);
  const { articleId, target } = annotation;
  const digest = target.snapshot ?? (await database.articles.get(articleId))?.snapshot ?? null;
  const snapshot = digest === null ? undefined : await database.snapshots.get(digest);
  return frozenText(snapshot?.text ?? null, target);
}
