/** Undo and redo for a page: it may take back what was done to its own article, and nothing else. */

import type { PageStep } from '../core/messages';
import type { Fields, Operation } from '../core/operation';
import { stepOf } from '../core/step';
import type { Store } from './open-store';
import { findArticle } from './read';
import { redo, undo } from './undo';

interface PageStepRequest {
  commandId: string;
  /** Cleaned; finds the article. See `knownAddress` in `store/identity.ts`. */
  address: string;
}

export function undoOnPage(store: Store, request: PageStepRequest): Promise<PageStep> {
  return takeStep(store, request, undo);
}

export function redoOnPage(store: Store, request: PageStepRequest): Promise<PageStep> {
  return takeStep(store, request, redo);
}

async function takeStep(
  store: Store,
  { commandId, address }: PageStepRequest,
  take: typeof undo,
): Promise<PageStep> {
  let refusal: PageStep = 'none';
  const done = await take(store, commandId, async (step) => {
    const isOwn = await isAboutPage(store, step, address);
    if (!isOwn) refusal = 'elsewhere';
    return isOwn;
  });
  return done === null ? refusal : stepOf(done);
}

/** Codes that were made along with an annotation go with it; a step of codes alone is the codebook's. */
async function isAboutPage(store: Store, { changes }: Operation, address: string): Promise<boolean> {
  const { annotations } = store.database;
  const touched = changes.filter(({ table }) => table === 'annotations');
  const stored = await annotations.bulkGet(touched.map(({ id }) => id));
  const owners = touched.map(
    ({ before, after }, index) => stored[index]?.articleId ?? fieldOf(after ?? before, 'articleId'),
  );
  const articles = changes.filter(({ table }) => table === 'articles');
  // An article whose keeping was undone is gone: then the step itself tells where it was.
  const made = articles.find(({ after }) => addressesIn(fieldOf(after, 'addresses')).includes(address));
  const own = (await findArticle(store, address))?.id ?? made?.id;
  if (own === undefined || owners.length === 0) return false;
  const isOthers = changes.some(({ table }) => table === 'variables');
  return !isOthers && owners.every((id) => id === own) && articles.every(({ id }) => id === own);
}

function fieldOf(fields: Fields | null, name: string): unknown {
  return fields?.[name];
}

function addressesIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
