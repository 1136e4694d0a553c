/** Reads what is really stored, past all our own code, from a page of the extension. */

import type { DrivenPage } from './driver';

export interface StoredRecord {
  id: string;
  [field: string]: unknown;
}

/** All records of one table, as IndexedDB gives them. `extensionPage` must be of the extension's origin. */
export async function storedRecords(extensionPage: DrivenPage, table: string): Promise<StoredRecord[]> {
  const [records = []] = await storedTables(extensionPage, [table]);
  return records;
}

/** All records of several tables, as they stand at one moment. */
export function storedTables(
  extensionPage: DrivenPage,
  tables: readonly string[],
): Promise<StoredRecord[][]> {
  return extensionPage.evaluate(
    (names) =>
      new Promise<StoredRecord[][]>((resolve, reject) => {
        const opening = indexedDB.open('pressmark');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(names);
          const all = names.map((name) => reading.objectStore(name).getAll());
          reading.onabort = () => reject(reading.error);
          reading.oncomplete = () => {
            database.close();
            resolve(all.map(({ result }) => result));
          };
        };
      }),
    [...tables],
  );
}
