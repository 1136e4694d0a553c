/** The writer of each format, loaded when it is asked for. */

import type { ExportFormat } from '../core/export/export-format';
import type { Exporter } from '../core/export/source';

const loaders: Readonly<Record<ExportFormat, () => Promise<Exporter>>> = {
  html: async () => (await import('../core/export/html-report')).htmlReportExporter,
  markdown: async () => (await import('../core/export/markdown-exporter')).markdownExporter,
  obsidian: async () => (await import('../core/export/obsidian')).obsidianExporter,
  xlsx: async () => (await import('../core/export/xlsx')).xlsxExporter,
  csv: async () => (await import('../core/export/csv-exporters')).excelCsvExporter,
  'data-csv': async () => (await import('../core/export/csv-exporters')).dataCsvExporter,
  qdpx: async () => (await import('../core/export/qdpx')).qdpxExporter,
  'json-ld': async () => (await import('../core/export/json-ld')).jsonLdExporter,
  hypothesis: async () => (await import('../core/export/hypothesis')).hypothesisExporter,
  ris: async () => (await import('../core/export/ris')).risExporter,
  'csl-json': async () => (await import('../core/export/csl-json')).cslJsonExporter,
  biblatex: async () => (await import('../core/export/biblatex')).biblatexExporter,
  packet: async () => (await import('../core/export/coding-packet')).packetExporter,
  archive: async () => (await import('../core/export/archive-zip')).archiveZipExporter,
};

export function loadExporter(format: ExportFormat): Promise<Exporter> {
  return loaders[format]();
}
