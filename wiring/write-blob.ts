/** Has an exporter write its file into a blob, which the browser may keep on disk, and gives the page its turns meanwhile. */

import type { ExportArticle, Exporter, ExportOptions, ExportSource, FilePart } from '../core/export/source';

interface Writing {
  signal: AbortSignal;
  /** How many articles have been asked for; some formats go through them twice. */
  progress(articles: number): void;
}

/** Parts become part of the blob, and leave memory, in pieces of so many bytes. */
const pieceSize = 4_000_000;
/** Milliseconds that the page may be kept waiting. */
const longestTurn = 12;

/** @throws the signal's reason */
export async function writeBlob(
  exporter: Exporter,
  source: ExportSource,
  options: ExportOptions,
  { signal, progress }: Writing,
): Promise<Blob> {
  const pieces: Blob[] = [];
  let parts: FilePart[] = [];
  let size = 0;
  let turn = performance.now();
  const pause = async () => {
    signal.throwIfAborted();
    if (performance.now() - turn < longestTurn) return;
    await new Promise((next) => setTimeout(next));
    signal.throwIfAborted();
    turn = performance.now();
  };
  const watched: ExportSource = {
    ...source,
    async *articles(): AsyncGenerator<ExportArticle, void> {
      let asked = 0;
      for await (const article of source.articles()) {
        await pause();
        yield article;
        asked += 1;
        progress(asked);
      }
    },
  };
  const flush = () => {
    pieces.push(new Blob(parts.map((part) => (typeof part === 'string' ? part : part.slice()))));
    parts = [];
    size = 0;
  };
  for await (const part of exporter.write(watched, options)) {
    parts.push(part);
    size += part.length;
    if (size >= pieceSize) flush();
    await pause();
  }
  flush();
  return new Blob(pieces, { type: exporter.mediaType });
}
