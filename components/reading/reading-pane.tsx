/** The article as it was read: a text that was kept of it, with the same highlights, and what is known of the chosen one. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { indexCodes, pickCodes } from '../../core/code-entry';
import { uncodedColour } from '../../core/colour';
import { type KeptText, textOf } from '../../core/reading/reading';
import { asMinute } from '../dates';
import { type Translate, useStrings } from '../strings';
import { ChosenPassage } from './chosen-passage';
import { FrozenWords } from './frozen-words';
import { ReadingHeader } from './reading-header';
import type { ReadingActions, ReadingState } from './reading-model';
import type { Looks } from './text-block';

interface ReadingPaneProps {
  state: ReadingState;
  actions: ReadingActions;
  /** Whether the chosen annotation is shown elsewhere, and here only marked. */
  isChosenApart?: boolean;
}

export function ReadingPane({ state, actions, isChosenApart = false }: ReadingPaneProps) {
  const t = useStrings();
  const { reading, codes, chosenId } = state;
  const { article, texts, apart } = reading;
  const [pick, setPick] = useState<{ sha256: string; chosenId: string | null } | null>(null);
  const codesById = useMemo(() => indexCodes(codes), [codes]);
  const annotations = useMemo(
    () => new Map(reading.annotations.map((annotation) => [annotation.id, annotation])),
    [reading.annotations],
  );
  const looks = useMemo(() => looksOf(state, t), [reading.annotations, codes, t]);
  const quotes = useMemo(
    () => Object.fromEntries(reading.annotations.map(({ id, target }) => [id, target.quote.exact])),
    [reading.annotations],
  );
  const chosen = annotations.get(chosenId ?? '') ?? null;
  // A text that was picked gives way to that of the next annotation that is chosen.
  const picked = pick?.chosenId === chosenId ? texts.find(({ sha256 }) => sha256 === pick.sha256) : undefined;
  const text = picked ?? (chosen === null ? null : textOf(reading, chosen.id)) ?? firstText(state);
  const language = article.metadata.language?.value ?? null;
  return (
    <section class="reading" aria-label={t('reading_label')}>
      <ReadingHeader key={article.id} article={article} />
      <TextChoice texts={texts} shown={text} onPick={(sha256) => setPick({ sha256, chosenId })} />
      {text === null ? (
        <p class="hint">{t('reading_no_text')}</p>
      ) : (
        <FrozenWords
          key={text.sha256}
          text={text}
          language={language}
          looks={looks}
          quotes={quotes}
          chosenId={chosenId}
          onChoose={actions.choose}
        />
      )}
      {apart.length > 0 && (
        <Apart
          ids={apart}
          quotes={quotes}
          language={language}
          chosenId={chosenId}
          onChoose={actions.choose}
        />
      )}
      {chosen !== null && !isChosenApart && (
        <ChosenPassage
          key={chosen.id}
          article={article}
          annotation={chosen}
          codesById={codesById}
          actions={actions}
        />
      )}
    </section>
  );
}

/** The text of the first annotation, where it was kept. */
function firstText({ reading: { article, texts } }: ReadingState): KeptText | null {
  return texts.find(({ sha256 }) => sha256 === article.snapshot) ?? texts[0] ?? null;
}

function looksOf({ reading, codes }: ReadingState, t: Translate): Looks {
  const byId = indexCodes(codes);
  return Object.fromEntries(
    reading.annotations.map(({ id, codeIds }) => {
      const own = pickCodes(codeIds, byId);
      const names = own.map(({ path }) => path).join(t('name_separator'));
      return [id, { colour: own[0]?.colour ?? uncodedColour, names }];
    }),
  );
}

interface TextChoiceProps {
  texts: readonly KeptText[];
  shown: KeptText | null;
  onPick(sha256: string): void;
}

/** One text only says when it was kept. */
function TextChoice({ texts, shown, onPick }: TextChoiceProps) {
  const t = useStrings();
  if (shown === null) return null;
  const named = ({ captured, passages }: KeptText) =>
    t('reading_text_of', asMinute(captured), String(passages.length));
  if (texts.length === 1) return <p class="hint">{named(shown)}</p>;
  return (
    <select
      class="text-choice"
      aria-label={t('reading_texts')}
      value={shown.sha256}
      onChange={({ currentTarget }) => onPick(currentTarget.value)}
    >
      {texts.map((text) => (
        <option key={text.sha256} value={text.sha256}>
          {named(text)}
        </option>
      ))}
    </select>
  );
}

interface ApartProps {
  ids: readonly string[];
  quotes: Readonly<Record<string, string>>;
  language: string | null;
  chosenId: string | null;
  onChoose(id: string): void;
}

/** Those whose words are painted nowhere. */
function Apart({ ids, quotes, language, chosenId, onChoose }: ApartProps) {
  const t = useStrings();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // jsdom has no layout and so no scrolling.
    list.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [chosenId]);
  return (
    <section ref={list} class="apart">
      <h3>{t('reading_apart', String(ids.length))}</h3>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosenId ? 'true' : 'false'}
              onClick={() => onChoose(id)}
            >
              <q lang={language ?? undefined} dir="auto">
                {quotes[id]}
              </q>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
