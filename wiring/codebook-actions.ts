/** What the codebook's view does to codes. */

import type { CodebookActions } from '../components/codebook-model';
import { codedAnnotations } from '../store/coded';
import { archiveCode, colourCode, describeCode, moveCode, newCode, renameCode } from '../store/codes';
import type { Store } from '../store/open-store';
import { deleteCodes, mergeCodes, planMerge, splitCode } from '../store/recode';
import { changeSettings } from '../store/settings';
import type { Attempt, Outcome } from './attempt';
import type { DoStep } from './step-doer';

interface CodebookParts {
  store: Store;
  attempt: Attempt;
  doStep: DoStep;
  show(change: Partial<Outcome>): void;
}

type CodeActions = Omit<CodebookActions, 'exportCodebook' | 'readCodebook'>;

export function codebookActions({ store, attempt, doStep, show }: CodebookParts): CodeActions {
  /** The id of the code that was made; null where what went wrong is told. */
  const made = async (
    work: (commandId: string) => Promise<{ id: string }>,
    words: string,
  ): Promise<string | null> => {
    let id: string | null = null;
    await doStep(async (commandId) => {
      ({ id } = await work(commandId));
    }, words);
    return id;
  };

  return {
    newCode: (path) => made((commandId) => newCode(store, { commandId, path }), path),
    renameCode: (id, name) => void doStep((commandId) => renameCode(store, { commandId, id, name }), name),
    colourCode: (id, colour) => void doStep((commandId) => colourCode(store, { commandId, id, colour })),
    describeCode: (id, { definition, examples, shortcut }) =>
      void doStep(
        (commandId) => describeCode(store, { commandId, id, definition, examples, shortcut }),
        [definition, ...examples].filter((words) => words !== '').join('\n'),
      ),
    moveCode: (id, parentId) => void doStep((commandId) => moveCode(store, { commandId, id, parentId })),
    async previewMerge(id, intoId) {
      const { goneIds, movedIds, annotationCount } = await planMerge(store, { ids: [id], intoId });
      return { codeCount: goneIds.length + 1, annotationCount, movedCount: movedIds.length };
    },
    mergeCodes: (id, intoId) =>
      void doStep((commandId) => mergeCodes(store, { commandId, ids: [id], intoId })),
    async quotesOf(codeId) {
      const found = await codedAnnotations(store, codeId);
      return found.map(({ annotation: { id, target }, article }) => ({
        id,
        quote: target.quote.exact,
        language: article?.metadata.language?.value ?? null,
        title: article?.metadata.title?.value ?? article?.addresses[0] ?? '',
      }));
    },
    splitCode: (id, annotationIds, path) =>
      made((commandId) => splitCode(store, { commandId, id, annotationIds, path }), path),
    archiveCode: (id, isArchived) =>
      void doStep((commandId) => archiveCode(store, { commandId, id, isArchived })),
    deleteCode: (id) => void doStep((commandId) => deleteCodes(store, { commandId, ids: [id] })),
    lockCodebook: (isLocked) =>
      void attempt(async () => {
        await changeSettings(store, { isCodebookLocked: isLocked });
        show({ status: null });
        return undefined;
      }),
  };
}
