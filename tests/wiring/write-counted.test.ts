/** A file and what it cannot carry come of one reading of the library, and are what each alone would be. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveSource } from '../../core/export/archive-source';
import { type ChosenOptions, exportFormats } from '../../core/export/export-format';
import type { ExportSource, Extent } from '../../core/export/source';
import { loadExporter } from '../../wiring/exporters';
import { writeCounted } from '../../wiring/write-blob';
import { archives } from '../builders';
import { sparingSource } from '../core/export/sparing-source';
import { bytesOf } from '../core/zip/written';

const plain = { coder: '甲', hasTexts: true, language: 'zh-CN' };
const choices: ChosenOptions[] = [
  plain,
  { ...plain, hasTexts: false },
  { ...plain, rowsOf: 'coding', arrangedBy: 'code' },
  { ...plain, rowsOf: 'article' },
];

function quiet(signal = new AbortController().signal) {
  return { signal, progress: () => undefined };
}

test.each(exportFormats)(
  '%s is the same file with the same losses, from a source that gives no more than is asked for',
  async (format) => {
    for (const choice of choices) {
      const exporter = await loadExporter(format, choice);
      const options = {
        ...plain,
        hasTexts: choice.hasTexts,
        ...(choice.rowsOf === 'coding' && { rowsOf: 'coding' as const }),
      };
      await fc.assert(
        fc.asyncProperty(archives, async (archive) => {
          const source = archiveSource(archive);
          const { blob, losses } = await writeCounted(exporter, sparingSource(source), options, quiet());
          expect(losses).toEqual(await exporter.losses(source, options));
          expect(new Uint8Array(await blob.arrayBuffer())).toEqual(
            await bytesOf(exporter.write(source, options)),
          );
        }),
        { numRuns: 10 },
      );
    }
  },
);

test.each([
  ['html', ['whole']],
  ['markdown', ['whole']],
  ['obsidian', ['bare', 'whole']],
  ['xlsx', ['whole', 'bare']],
  ['csv', ['whole']],
  ['qdpx', ['whole']],
  ['json-ld', ['whole']],
  ['archive', ['whole']],
  ['hypothesis', ['without-texts']],
  ['ris', ['whole']],
] as const)('%s is written and counted with these readings of the library alone', async (format, extents) => {
  const [archive] = fc.sample(archives, { numRuns: 1, seed: 7 });
  if (archive === undefined) throw new Error('no library');
  const asked: Extent[] = [];
  const source = counted(archiveSource(archive), (extent) => asked.push(extent));
  await writeCounted(await loadExporter(format, plain), source, plain, quiet());
  expect(asked).toEqual(extents);
});

test('what is ended reads no further, though its losses were not counted yet', async () => {
  const [archive] = fc.sample(archives, { numRuns: 1, seed: 7 });
  if (archive === undefined) throw new Error('no library');
  const ending = new AbortController();
  const asked: Extent[] = [];
  const source = counted(archiveSource(archive), (extent) => asked.push(extent));
  const exporter = await loadExporter('obsidian', plain);
  ending.abort(new Error('ended by the reader'));
  await expect(writeCounted(exporter, source, plain, quiet(ending.signal))).rejects.toThrow(
    'ended by the reader',
  );
  expect(asked.length).toBeLessThan(2);
});

function counted(source: ExportSource, ask: (extent: Extent) => void): ExportSource {
  return {
    ...source,
    articles(extent = 'whole') {
      ask(extent);
      return source.articles(extent);
    },
  };
}
