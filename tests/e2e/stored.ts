/** Reads what is really stored, past all our own code, from a page of the extension. */

import type { DrivenPage } from './driver';

export interface StoredRecord {
  id: string;
  [field: string]: unknown;
}

/** All records of one table, as IndexedDB gives them. `extensionPage` must be of the extension's origin. */
export function storedRecords(extensionPage: DrivenPage, table: string): Promise<StoredRecord[]> {
  return extensionPage.evaluate(
    (name) =>
      new Promise<StoredRecord[]>((resolve, reject) => {
        const opening = indexedDB.open('pressmark');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result);
          };
        };
      }),
    table,
  );
}
