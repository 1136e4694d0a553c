/** The history of one annotation. */

import { type HistoryEntry, historyOf } from '../core/history';
import { wideOperation } from './derived';
import type { Store } from './open-store';

/**
 * Newest first; empty where nothing is known of such an annotation. Reads its own operations, and those that changed
 * very many records whole.
 */
export async function annotationHistory({ database }: Store, id: string): Promise<HistoryEntry[]> {
  const operations = await database.operations.where('touched').anyOf(id, wideOperation).sortBy('clock');
  return historyOf(id, operations.toReversed());
}
