/** The writer of each format, loaded when it is asked for. */

import type { ChosenOptions, ExportFormat } from '../core/export/export-format';
import type { MatrixChoice } from '../core/export/matrix';
import type { Exporter } from '../core/export/source';

const loaders: Readonly<Record<ExportFormat, (options: ChosenOptions) => Promise<Exporter>>> = {
  async html({ arrangedBy }) {
    const report = await import('../core/export/html-report');
    return arrangedBy === 'code' ? report.htmlReportByCodeExporter : report.htmlReportExporter;
  },
  async markdown({ template }) {
    const { markdownBy, markdownExporter } = await import('../core/export/markdown-exporter');
    return template === undefined ? markdownExporter : markdownBy(template);
  },
  async obsidian({ template }) {
    const { obsidianBy, obsidianExporter } = await import('../core/export/obsidian');
    return template === undefined ? obsidianExporter : obsidianBy(template);
  },
  async xlsx(options) {
    const matrix = matrixOf(options);
    if (matrix === null) return (await import('../core/export/xlsx')).xlsxExporter;
    return (await import('../core/export/matrix')).matrixXlsxExporter(matrix);
  },
  async csv(options) {
    const matrix = matrixOf(options);
    if (matrix === null) return (await import('../core/export/csv-exporters')).excelCsvExporter;
    return (await import('../core/export/matrix')).matrixCsvExporter(matrix, 'excel');
  },
  async 'data-csv'(options) {
    const matrix = matrixOf(options);
    if (matrix === null) return (await import('../core/export/csv-exporters')).dataCsvExporter;
    return (await import('../core/export/matrix')).matrixCsvExporter(matrix, 'data');
  },
  qdpx: async () => (await import('../core/export/qdpx')).qdpxExporter,
  'json-ld': async () => (await import('../core/export/json-ld')).jsonLdExporter,
  hypothesis: async () => (await import('../core/export/hypothesis')).hypothesisExporter,
  ris: async () => (await import('../core/export/ris')).risExporter,
  'csl-json': async () => (await import('../core/export/csl-json')).cslJsonExporter,
  biblatex: async () => (await import('../core/export/biblatex')).biblatexExporter,
  packet: async () => (await import('../core/export/coding-packet')).packetExporter,
  archive: async () => (await import('../core/export/archive-zip')).archiveZipExporter,
};

/** @throws TemplateError naming the line of the first mistake, if not here then at the first line written */
export function loadExporter(format: ExportFormat, options: ChosenOptions): Promise<Exporter> {
  return loaders[format](options);
}

/** Null where rows are annotations or codings. */
function matrixOf({ rowsOf, isBinary = false }: ChosenOptions): MatrixChoice | null {
  if (rowsOf !== 'article' && rowsOf !== 'outlet') return null;
  return { by: rowsOf, values: isBinary ? 'presence' : 'counts' };
}
