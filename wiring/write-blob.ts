/** Has an exporter write its file into a blob, which the browser may keep on disk, and gives the page its turns meanwhile. */

import { sharedReading } from '../core/export/shared-reading';
import type { ExportArticle, Exporter, ExportOptions, ExportSource, Loss } from '../core/export/source';
import { createSpill } from '../core/export/spill';
import { createPauses } from '../store/give-way';

interface Writing {
  signal: AbortSignal;
  /** How many articles have been asked for; some formats go through them twice. */
  progress(articles: number): void;
}

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

async function blobOf(
  exporter: Exporter,
  source: ExportSource,
  options: ExportOptions,
  pause: Pause,
): Promise<Blob> {
  const spill = createSpill<'file'>();
  for await (const part of exporter.write(source, options)) {
    await spill.add('file', part);
    await pause();
  }
  return spill.whole('file', exporter.mediaType);
}
