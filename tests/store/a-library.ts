/** A library of its own for a test: a fresh fake browser profile, a clock that moves a second with each look. */

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Selectors } from '../../core/annotation';
import type { AnnotationDraft } from '../../core/library';
import { keepAnnotation } from '../../store/annotations';
import { type Announcement, openStore, type Store } from '../../store/open-store';
import { anId, aTarget, someMetadata } from '../builders';

export const address = 'https://news.example/2024/01/10/1.html';

export interface TestLibrary {
  indexedDB: IDBFactory;
  announcements: Announcement[];
  /** Another connection to the same library. The caller closes it. */
  open(): Promise<Store>;
}

export function aLibrary(): TestLibrary {
  const indexedDB = new IDBFactory();
  const announcements: Announcement[] = [];
  let time = Date.parse('2026-03-01T08:00:00Z');
  return {
    indexedDB,
    announcements,
    open: () =>
      openStore({
        indexedDB,
        IDBKeyRange,
        newId: anId,
        now: () => (time += 1_000),
        announce: (announcement) => announcements.push(announcement),
      }),
  };
}

export function aDraft(over: Partial<AnnotationDraft> = {}): AnnotationDraft {
  const { quote, position, range }: Selectors = aTarget();
  return {
    selectors: { quote, position, range },
    codeIds: [],
    newCodes: [],
    note: '',
    article: { metadata: someMetadata(), text: '全区经济稳中向好。' },
    ...over,
  };
}

/** Keeps an annotation at `address` as a page would. */
export function keep(store: Store, over: Partial<AnnotationDraft> = {}, at = address) {
  return keepAnnotation(store, {
    commandId: anId(),
    address: at,
    source: `${at}?utm_source=x`,
    draft: aDraft(over),
  });
}

/** What undo must bring back: every record that operations tell of, by id. */
export async function records({ database }: Store) {
  return {
    articles: await database.articles.toArray(),
    annotations: await database.annotations.toArray(),
    codes: await database.codes.toArray(),
    variables: await database.variables.toArray(),
  };
}

/** Everything that is on disk. */
export async function contents(store: Store) {
  const { snapshots, operations, meta } = store.database;
  return {
    ...(await records(store)),
    snapshots: await snapshots.toArray(),
    operations: await operations.toArray(),
    meta: await meta.toArray(),
  };
}
