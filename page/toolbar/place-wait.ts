/** Whose words the reader is about to select on the page, and who has to hear what came of it. */

import type { ToolbarSubject } from '../../core/toolbar';
import type { Session } from '../session';

export interface PlaceWait {
  isOn(): boolean;
  /** What the toolbar says meanwhile; null while nothing is awaited. Ends it where the annotation is gone. */
  subject(): Extract<ToolbarSubject, { kind: 'awaiting' }> | null;
  /** Resolves when it has ended: to whether the words were attached. Another one that is awaited ends. */
  begin(id: string): Promise<boolean>;
  /** Gives the annotation these words, and ends. Rejects as the library does, and then goes on. */
  attach(range: Range): Promise<void>;
  stop(): void;
}

export function createPlaceWait(
  session: Pick<Session, 'annotation' | 'reattach'>,
  signal: AbortSignal,
): PlaceWait {
  let current: { id: string; resolve(isAttached: boolean): void } | null = null;

  const end = (isAttached: boolean) => {
    const ended = current;
    current = null;
    ended?.resolve(isAttached);
  };
  const stop = () => end(false);
  signal.addEventListener('abort', stop);

  return {
    isOn: () => current !== null,
    subject() {
      const annotation = session.annotation(current?.id ?? '');
      if (annotation === null) stop();
      return annotation === null ? null : { kind: 'awaiting', quote: annotation.target.quote.exact };
    },
    begin(id) {
      stop();
      if (signal.aborted) return Promise.resolve(false);
      return new Promise((resolve) => {
        current = { id, resolve };
      });
    },
    async attach(range) {
      const attaching = current;
      if (attaching === null) return;
      await session.reattach(attaching.id, range);
      if (current === attaching) end(true);
    },
    stop,
  };
}
