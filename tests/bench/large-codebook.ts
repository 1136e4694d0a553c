/** A codebook as large as they come, put into a library past all our own code. */

import type { Code } from '../../core/code';
import { colours } from '../../core/colour';

/** Three levels: 40 themes, each with some groups, in Chinese and English. */
export function codebookOf(count: number): Code[] {
  const moment = '2026-01-01T00:00:00.000Z';
  const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return Array.from({ length: count }, (_, index) => {
    const level = index < 40 ? 0 : index < 400 ? 1 : 2;
    const parent = level === 0 ? null : level === 1 ? index % 40 : 40 + (index % 360);
    const names = [`主题 ${index} 区委`, `经济 water ${index}`, `第 ${index} 项 budget`];
    return {
      id: idOf(index),
      name: names[level] ?? '',
      parentId: parent === null ? null : idOf(parent),
      colour: colours[index % colours.length] ?? 'teal',
      created: moment,
      modified: moment,
    };
  });
}

/** Runs in a page of the extension. */
export function fillCodebook(codes: Code[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('pressmark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const writing = database.transaction('codes', 'readwrite');
      for (const code of codes) writing.objectStore('codes').put(code);
      writing.onerror = () => reject(writing.error);
      writing.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}
