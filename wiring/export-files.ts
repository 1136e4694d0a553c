/** Makes the files that a page exports, and their first lines for the preview. */

import type { ExportChoice, ExportFormat, SidebarActions } from '../components/sidebar-model';
import { type Archive, serializeArchive } from '../core/archive';
import { toExcelCsv } from '../core/export/csv';
import { exportFileName } from '../core/export/file-name';
import { toMarkdown } from '../core/export/markdown';
import { saveFile } from '../platform/save-file';
import { translate } from '../platform/translate';
import type { Attempt } from './attempt';

interface Format {
  extension: string;
  type: string;
  write(archive: Archive): string;
}

const formats: Readonly<Record<ExportFormat, Format>> = {
  archive: { extension: 'json', type: 'application/json', write: serializeArchive },
  csv: { extension: 'csv', type: 'text/csv', write: toExcelCsv },
  markdown: { extension: 'md', type: 'text/markdown', write: inOurWords },
};

function inOurWords(archive: Archive): string {
  return toMarkdown(archive, { codes: translate('markdown_codes'), note: translate('markdown_note') });
}

const previewLines = 12;

interface ExportParts {
  attempt: Attempt;
  read(choice: ExportChoice): Promise<Archive>;
  /** What the file is called after; empty where it is called after nothing. */
  titleOf(choice: ExportChoice): string;
}

export function exportActions({
  attempt,
  read,
  titleOf,
}: ExportParts): Pick<SidebarActions, 'previewExport' | 'exportFile'> {
  return {
    async previewExport(choice) {
      const { write } = formats[choice.format];
      return write(await read(choice))
        .split('\n', previewLines)
        .join('\n');
    },
    exportFile: (choice) =>
      void attempt(async () => {
        const { extension, type, write } = formats[choice.format];
        const archive = await read(choice);
        const day = archive.exported.slice(0, 10);
        const fileName = exportFileName(`Pressmark ${titleOf(choice)} ${day}`, extension);
        saveFile(fileName, type, write(archive));
        return { status: { kind: 'exported', fileName } };
      }),
  };
}
