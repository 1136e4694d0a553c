/** What is measured of an export, in a page of the browser under test. */

import { type ExportFormat, exportFormats } from '../../../core/export/export-format';
import type { Exporter } from '../../../core/export/source';
import { importFile } from '../../../store/bulk-import';
import { exportSource } from '../../../store/export-source';
import { loadExporter } from '../../../wiring/exporters';
import { writeBlob, writeCounted } from '../../../wiring/write-blob';
import { open, timed } from '../library/measure';
import { codedLibrary } from './coded-library';

export const formats: readonly (ExportFormat | 'html-by-code')[] = [...exportFormats, 'html-by-code'];

type Format = (typeof formats)[number];

const options = { coder: '编码员', hasTexts: true, language: 'zh-CN' };

/** The library of the page's origin, by the import that the product has. Milliseconds. */
export async function seed(count: number): Promise<number> {
  const store = await open();
  const archive = await codedLibrary(count);
  const given = { commandId: crypto.randomUUID(), fileName: 'made.json', file: new Blob(['made']) };
  const [milliseconds] = await timed(() => importFile(store, given, archive));
  store.database.close();
  return milliseconds;
}

/** Nothing but all records, by the bare interface: no export can be sooner. Milliseconds. */
export async function measureFloor(): Promise<number> {
  const { database } = await open();
  const stores = ['articles', 'annotations', 'snapshots'];
  const [milliseconds] = await timed(async () => {
    const transaction = database.backendDB().transaction(stores);
    for (const name of stores) {
      await new Promise((resolve, reject) => {
        const request = transaction.objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result.length);
        request.onerror = () => reject(request.error ?? new Error('not read'));
      });
    }
  });
  database.close();
  return milliseconds;
}

interface Written {
  /** Milliseconds, to the finished blob and the count of what the format cannot carry. */
  time: number;
  bytes: number;
  /** The longest that the page stood still, over 50 ms; 0 where it never did. */
  still: number;
}

export async function measureWriting(format: Format): Promise<Written> {
  const store = await open();
  const exporter = await exporterOf(format);
  let still = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) still = Math.max(still, duration);
  });
  observer.observe({ type: 'longtask' });
  const [time, { blob }] = await timed(async () => {
    const source = await exportSource(store, { scope: 'everything' });
    const watch = { signal: new AbortController().signal, progress: () => undefined };
    return writeCounted(exporter, source, options, watch);
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  store.database.close();
  return { time, bytes: blob.size, still };
}

/** Milliseconds from the wish to end until nothing more is done; null where all was written before. @param after milliseconds */
export async function measureCancel(asked: { format: Format; after: number }): Promise<number | null> {
  const store = await open();
  const exporter = await exporterOf(asked.format);
  const source = await exportSource(store, { scope: 'everything' });
  const ending = new AbortController();
  let wished: number | null = null;
  setTimeout(() => {
    wished = performance.now();
    ending.abort();
  }, asked.after);
  try {
    await writeBlob(exporter, source, options, { signal: ending.signal, progress: () => undefined });
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  }
  store.database.close();
  return wished === null ? null : performance.now() - wished;
}

function exporterOf(format: Format): Promise<Exporter> {
  return format === 'html-by-code'
    ? loadExporter('html', { ...options, arrangedBy: 'code' })
    : loadExporter(format, options);
}
