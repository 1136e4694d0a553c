/** Two coders compared: whose archives are read, what is computed of them when a choice changes, and what its buttons do. */

import type { CodersActions, CodersState } from '../../components/agreement/coders-model';
import type { Archive } from '../../core/archive';
import { saveFile } from '../../platform/save-file';
import { codingOf, uncodedArticles } from '../../store/coders';
import type { Store } from '../../store/open-store';
import { rememberCoder } from '../../store/settings';
import { watch } from '../../store/watch';
import { createAttempt, type Outcome } from '../../wiring/attempt';
import { latestOnly } from '../../wiring/latest-only';
import { readFile } from '../../wiring/read-file';
import { stepDoer } from '../../wiring/step-doer';
import type { ComparedCoders } from '../../wiring/two-coders';
import type { LibraryFacts } from './facts';

export type CodersFacts = Omit<CodersState, 'name' | 'isReadOnly'>;

export const noCoders: CodersFacts = {
  files: [null, null],
  choice: { kind: 'sentence', codeIds: null },
  compared: null,
  isBusy: false,
  decisions: new Map(),
  uncoded: [],
};

interface CodersParts {
  store: Store;
  facts(): LibraryFacts;
  change(next: Partial<LibraryFacts>): void;
  fail(error: unknown): void;
  openArticle(articleId: string): void;
  signal: AbortSignal;
}

export function codersOf({ store, facts, change, fail, openArticle, signal }: CodersParts): CodersActions & {
  follow(isShown: boolean): void;
} {
  const archives: [Archive | null, Archive | null] = [null, null];
  const show = (next: Partial<CodersFacts>) => change({ coders: { ...facts().coders, ...next } });
  const attempt = createAttempt({
    outcome: () => facts().outcome,
    show: (next: Partial<Outcome>) => change({ outcome: { ...facts().outcome, ...next } }),
  });
  const doStep = stepDoer(store, attempt);
  const [ending, current] = [latestOnly(signal), latestOnly(signal)];
  let found: ComparedCoders | null = null;

  const compare = async () => {
    const [first, second] = archives;
    if (second === null) return;
    const turn = current();
    show({ isBusy: true });
    try {
      const { compareTwo } = await import('../../wiring/two-coders');
      const own =
        first ??
        (await codingOf(
          store,
          second.articles.map(({ id }) => id),
        ));
      const names = [first === null ? facts().shelf.settings.coder : first.coder, second.coder] as const;
      const next = await compareTwo([own, second], names, facts().coders.choice);
      if (turn.aborted) return;
      found = next;
      show({ compared: next.compared, decisions: next.decisions });
    } finally {
      if (!turn.aborted) show({ isBusy: false });
    }
  };
  const compareAgain = () =>
    void attempt(async () => {
      await compare();
      return undefined;
    });

  return {
    follow(isShown) {
      const own = ending();
      if (isShown)
        watch(() => uncodedArticles(store), { signal: own, fail, show: (uncoded) => show({ uncoded }) });
    },
    readFile: (side, file) =>
      void attempt(async () => {
        archives[side] = (await readFile(store, file.name, file)).archive;
        const { files } = facts().coders;
        show({ files: side === 0 ? [file.name, files[1]] : [files[0], file.name] });
        await compare();
        return undefined;
      }),
    useLibrary() {
      archives[0] = null;
      show({ files: [null, facts().coders.files[1]] });
      compareAgain();
    },
    name: (name) =>
      void attempt(async () => {
        await rememberCoder(store, name);
        change({ shelf: { ...facts().shelf, settings: { ...facts().shelf.settings, coder: name.trim() } } });
        await compare();
        return undefined;
      }),
    choose(choice) {
      show({ choice: { ...facts().coders.choice, ...choice } });
      compareAgain();
    },
    decide(unitId, codeIds) {
      const decisions = new Map(facts().coders.decisions);
      if (codeIds === null) decisions.delete(unitId);
      else decisions.set(unitId, codeIds);
      found?.remember(decisions);
      show({ decisions });
    },
    keepDecided: () =>
      void doStep(async (commandId) => found?.keep(store, commandId, facts().coders.decisions)),
    saveFigures: (flavour) => void found?.figures(flavour).then(({ name, blob }) => saveFile(name, blob)),
    saveJudgements: () => void found?.judgements().then(({ name, blob }) => saveFile(name, blob)),
    openArticle,
  };
}
