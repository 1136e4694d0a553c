/** What all formats for readers have in common: one article at a time, and an end as soon as nobody asks. */

import { describe, expect, it } from 'vitest';
import { archiveSource } from '../../../core/export/archive-source';
import { biblatexExporter } from '../../../core/export/biblatex';
import { cslJsonExporter } from '../../../core/export/csl-json';
import { htmlReportByCodeExporter, htmlReportExporter } from '../../../core/export/html-report';
import { markdownExporter } from '../../../core/export/markdown-exporter';
import { obsidianExporter } from '../../../core/export/obsidian';
import { risExporter } from '../../../core/export/ris';
import type { ExportSource } from '../../../core/export/source';
import { hostileArchive } from './hostile-titles';
import { bytesOf, someOptions } from './written';

const exporters = {
  risExporter,
  cslJsonExporter,
  biblatexExporter,
  markdownExporter,
  obsidianExporter,
  htmlReportExporter,
  htmlReportByCodeExporter,
};

/** Counts the articles that were asked for, and the walks that were ended. */
function watched(source: ExportSource): { source: ExportSource; asked: () => number; open: () => number } {
  let asked = 0;
  let open = 0;
  return {
    asked: () => asked,
    open: () => open,
    source: {
      ...source,
      async *articles() {
        open += 1;
        try {
          for await (const article of source.articles()) {
            asked += 1;
            yield article;
          }
        } finally {
          open -= 1;
        }
      },
    },
  };
}

describe.each(Object.entries(exporters))('%s', (_, exporter) => {
  it('walks on only while somebody asks, and lets go of the source when nobody does', async () => {
    const archive = hostileArchive();
    const { source, asked, open } = watched(archiveSource(archive));
    const parts = exporter.write(source, someOptions)[Symbol.asyncIterator]();
    for (let part = 0; part < 3; part += 1) await parts.next();
    const before = asked();
    await Promise.resolve();
    expect(asked()).toBe(before);
    await parts.return?.();
    expect(open()).toBe(0);
  });

  it('gives the same bytes for the same source', async () => {
    const source = archiveSource(hostileArchive());
    expect(await bytesOf(exporter, source)).toEqual(await bytesOf(exporter, source));
  });

  it('writes no lone surrogate, which UTF-8 has no bytes for', async () => {
    for await (const part of exporter.write(archiveSource(hostileArchive()), someOptions)) {
      expect(typeof part !== 'string' || part.isWellFormed()).toBe(true);
    }
  });
});
