/** Makes the files that a page exports, says how far it has come and what the file holds, and shows its first lines before. */

import type { ExportChoice, SidebarActions } from '../components/sidebar-model';
import { choosable } from '../core/export/export-format';
import { exportFileName } from '../core/export/file-name';
import type { ExportOptions, ExportSource } from '../core/export/source';
import { saveFile } from '../platform/save-file';
import { interfaceLanguage, translate } from '../platform/translate';
import type { Store } from '../store/open-store';
import { changeSettings, rememberCoder, settings } from '../store/settings';
import type { Attempt, Outcome } from './attempt';
import { countMatching } from './count-matching';
import { loadExporter } from './exporters';
import { writeCounted } from './write-blob';

interface ExportParts {
  store: Store;
  attempt: Attempt;
  show(change: Partial<Outcome>): void;
  read(choice: ExportChoice): Promise<ExportSource>;
  /** What the file is called after; empty where it is called after nothing. */
  titleOf(choice: ExportChoice): string;
}

type ExportActions = Pick<SidebarActions, 'previewExport' | 'exportFile' | 'endExport' | 'saveTemplate'>;

/** Of how many articles done the person is told, once in so many milliseconds. */
const tellEvery = 100;

export function exportActions({ store, attempt, show, read, titleOf }: ExportParts): ExportActions {
  let running: AbortController | null = null;

  const write = async (choice: ExportChoice, { signal }: AbortController): Promise<Partial<Outcome>> => {
    const [exporter, source] = await Promise.all([loadExporter(choice.format, choice.options), read(choice)]);
    const options = optionsOf(choice);
    let told = performance.now();
    const progress = (done: number) => {
      if (performance.now() - told < tellEvery) return;
      told = performance.now();
      show({ exportRun: { kind: 'writing', done, total: source.articleCount } });
    };
    const { blob, losses } = await writeCounted(exporter, source, options, { signal, progress });
    const matching = await countMatching(choice.format, source, blob);
    signal.throwIfAborted();
    const day = source.exported.slice(0, 10);
    const fileName = exportFileName(`Pressmark ${titleOf(choice)} ${day}`, exporter.extension);
    saveFile(fileName, blob);
    const report = { annotations: source.annotationCount, matching, losses };
    return { exportRun: { kind: 'written', fileName, report } };
  };

  return {
    async previewExport(choice, extent) {
      const { format, options } = choice;
      const [{ previewFile }, exporter] = await Promise.all([
        import('./preview-file'),
        loadExporter(format, options),
      ]);
      return previewFile(exporter, await read(choice), optionsOf(choice), extent);
    },
    exportFile(choice) {
      running?.abort();
      const run = new AbortController();
      running = run;
      show({ exportRun: { kind: 'writing', done: 0, total: 0 } });
      void attempt(async () => {
        if (choosable[choice.format].includes('coder')) await rememberCoder(store, choice.options.coder);
        try {
          return await write(choice, run);
        } catch (error) {
          if (run.signal.aborted) return undefined;
          show({ exportRun: null });
          throw error;
        }
      });
    },
    endExport() {
      running?.abort();
      show({ exportRun: null });
    },
    saveTemplate: (format, template) =>
      void attempt(async () => {
        const { [format]: _, ...others } = (await settings(store)).templates;
        await changeSettings(store, {
          templates: template === null ? others : { ...others, [format]: template },
        });
        return undefined;
      }, template ?? ''),
  };
}

function optionsOf({ format, options }: ExportChoice): ExportOptions {
  const { hasTexts, rowsOf, isBlind } = options;
  // An archive that names nobody says so: whoever reads it may know better.
  const unnamed = format === 'archive' ? '' : translate('coder_unnamed');
  return {
    coder: options.coder.trim() || unnamed,
    hasTexts,
    language: interfaceLanguage(),
    ...(rowsOf === 'coding' && { rowsOf }),
    ...(isBlind !== undefined && { isBlind }),
  };
}
