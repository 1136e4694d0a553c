/** Finds the kept text in which an annotation's position counts, and keeps the page's text where none fits. */

import type { Selectors, Target } from '../core/annotation';
import type { Article, TextSnapshot } from '../core/article';
import { holdsQuote, holdsQuoteInContext, isAsLong } from '../core/holds-quote';
import { namedTexts } from '../core/named-texts';
import type { Store } from './open-store';
import type { Recorder } from './recorder';

type Place = Pick<Target, 'position' | 'snapshot'>;

const nowhere: Place = { position: null, snapshot: null };

/**
 * A kept text that says the same words in the same context at this place is as good as the page's own: so a line that
 * changes at each visit ("3 minutes ago") does not store a text for each annotation. A position at which the page's
 * text says other words is not taken.
 * @param text the page's text at this moment; null when it was too large to send
 */
export async function placeQuote(
  store: Store,
  recorder: Recorder,
  article: Article,
  selectors: Selectors,
  text: Omit<TextSnapshot, 'captured'> | null,
): Promise<Place> {
  const { position } = selectors;
  if (!isAsLong(selectors) || (text !== null && !holdsQuote(text.text, selectors))) return nowhere;
  const { snapshots } = store.database;
  const fits = async (digest: string) => {
    const known = await snapshots.get(digest);
    return known !== undefined && holdsQuoteInContext(known.text, selectors);
  };
  if (article.snapshot !== null && (await fits(article.snapshot))) {
    return { position, snapshot: article.snapshot };
  }
  for (const digest of await laterTexts(store, article)) {
    if (await fits(digest)) return { position, snapshot: digest };
  }
  if (text === null) return { position, snapshot: null };
  await recorder.keepSnapshot({ ...text, captured: recorder.now });
  // Texts that differ only in lone surrogates have one digest, and the first of them was kept.
  const kept = await snapshots.get(text.sha256);
  return holdsQuote(kept?.text ?? '', selectors) ? { position, snapshot: text.sha256 } : nowhere;
}

/** The texts that the article's annotations name beside its first one, newest first. */
async function laterTexts({ database }: Store, { id, snapshot }: Article): Promise<Set<string>> {
  const annotations = await database.annotations.where('articleId').equals(id).sortBy('created');
  const digests = namedTexts([], annotations.toReversed());
  if (snapshot !== null) digests.delete(snapshot);
  return digests;
}
