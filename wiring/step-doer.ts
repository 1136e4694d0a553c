/** Does one step of the library, and says what it was and how it is taken back. */

import { stepOf } from '../core/step';
import { newId } from '../platform/new-id';
import type { Store } from '../store/open-store';
import type { Attempt } from './attempt';

/** @param words what the reader wrote, to be shown where it could not be saved */
export type DoStep = (work: (commandId: string) => Promise<unknown>, words?: string) => Promise<void>;

export function stepDoer(store: Store, attempt: Attempt): DoStep {
  return (work, words = '') =>
    attempt(async () => {
      const operationId = newId();
      await work(operationId);
      const operation = await store.database.operations.get(operationId);
      // Where nothing differed there is no step.
      if (operation === undefined) return { status: null };
      return { status: { kind: 'done', step: stepOf(operation), operationId } };
    }, words);
}
