/** Has an exporter write its file into a blob, which the browser may keep on disk, and gives the page its turns meanwhile. */

import { sharedReading } from '../core/export/shared-reading';
import type {
  ExportArticle,
  Exporter,
  ExportOptions,
  ExportSource,
  FilePart,
  Loss,
} from '../core/export/source';
import { createPauses } from '../store/give-way';

interface Writing {
  signal: AbortSignal;
  /** How many articles have been asked for; some formats go through them twice. */
  progress(articles: number): void;
}

/** Parts become part of the blob, and leave memory, in pieces of so many bytes. */
const pieceSize = 1_000_000;

/** @throws the signal's reason */
export function writeBlob(
  exporter: Exporter,
  source: ExportSource,
  options: ExportOptions,
  writing: Writing,
): Promise<Blob> {
  const pause = createPause(writing);
  return blobOf(exporter, watched(source, pause, writing), options, pause);
}

/**
 * Counts what the format cannot carry too, while it is written: what is read of the library is read once for both.
 * @throws the signal's reason
 */
export async function writeCounted(
  exporter: Exporter,
  source: ExportSource,
  options: ExportOptions,
  writing: Writing,
): Promise<{ blob: Blob; losses: readonly Loss[] }> {
  const pause = createPause(writing);
  const { leading, following, end } = sharedReading(watched(source, pause, writing));
  // It must be waiting when the first reading begins.
  const counting = exporter.losses(following, options);
  // Why the writing ended is told first.
  counting.catch(() => undefined);
  const blob = await blobOf(exporter, leading, options, pause).finally(end);
  return { blob, losses: await counting };
}

type Pause = () => Promise<void>;

function createPause({ signal }: Writing): Pause {
  const turn = createPauses();
  return async () => {
    signal.throwIfAborted();
    const wait = turn();
    if (wait === null) return;
    await wait;
    signal.throwIfAborted();
  };
}

function watched(source: ExportSource, pause: Pause, { progress }: Writing): ExportSource {
  return {
    ...source,
    async *articles(extent): AsyncGenerator<ExportArticle, void> {
      let asked = 0;
      await pause();
      for await (const article of source.articles(extent)) {
        await pause();
        yield article;
        asked += 1;
        progress(asked);
      }
    },
  };
}

/** By a timer: messages alone leave the browser no time to take the piece and to collect what nobody holds any more. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function blobOf(
  exporter: Exporter,
  source: ExportSource,
  options: ExportOptions,
  pause: Pause,
): Promise<Blob> {
  const pieces: Blob[] = [];
  let parts: FilePart[] = [];
  let size = 0;
  const flush = () => {
    pieces.push(new Blob(parts.map((part) => (typeof part === 'string' ? part : part.slice()))));
    parts = [];
    size = 0;
  };
  for await (const part of exporter.write(source, options)) {
    parts.push(part);
    size += part.length;
    if (size >= pieceSize) {
      flush();
      await rest();
    }
    await pause();
  }
  flush();
  return new Blob(pieces, { type: exporter.mediaType });
}
