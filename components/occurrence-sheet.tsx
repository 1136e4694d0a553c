/** Keeps every place where the article says a phrase, after a look at the list: with codes, in one step. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Occurrence } from '../core/messages';
import { RemovableCode } from './code-chip';
import { CodePicker } from './code-picker';
import { FormFoot } from './form-foot';
import { isComposition } from './key-press';
import { Sheet } from './sheet';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { useStrings } from './strings';

interface OccurrenceSheetProps {
  state: Pick<SidebarState, 'codes' | 'recentCodeIds' | 'search' | 'settings'>;
  /** BCP 47 of the article. */
  language: string | null;
  actions: Pick<SidebarActions, 'findOccurrences' | 'keepOccurrences'>;
  onClose(): void;
}

export function OccurrenceSheet({ state, language, actions, onClose }: OccurrenceSheetProps) {
  const t = useStrings();
  const field = useRef<HTMLInputElement>(null);
  const [phrase, setPhrase] = useState(state.search.trim());
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [codeIds, setCodeIds] = useState<readonly string[]>([]);
  const [newCodes, setNewCodes] = useState<readonly string[]>([]);
  const [isPicking, setPicking] = useState(false);
  const found = useOccurrences(phrase, actions.findOccurrences);
  const chosen = (found ?? []).filter(({ isKept, start }) => !isKept && !left.has(start));
  const keepButton = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  function toggle(start: number): void {
    const next = new Set(left);
    if (!next.delete(start)) next.add(start);
    setLeft(next);
  }

  function keep(): void {
    if (chosen.length === 0) return;
    actions.keepOccurrences(chosen, [...codeIds], [...newCodes]);
    onClose();
  }

  const without = (list: readonly string[], one: string) => list.filter((other) => other !== one);
  return (
    <Sheet heading={t('phrase_code')} onClose={onClose}>
      <label class="field">
        <span>{t('phrase')}</span>
        <input
          ref={field}
          type="text"
          dir="auto"
          value={phrase}
          onInput={(event) => {
            setPhrase(event.currentTarget.value);
            setLeft(new Set());
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposition(event)) setPicking(true);
          }}
        />
      </label>
      {phrase.trim() !== '' && (
        <p class="hint" role="status">
          {found === null ? t('page_loading') : t('occurrences_found', String(found.length))}
        </p>
      )}
      {/* biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to some screen readers unless it says so */}
      <ul class="quote-list" role="list" aria-label={t('phrase_code')}>
        {(found ?? []).map(({ start, words, before, after, isKept }) => (
          <li key={start}>
            <label class="choice">
              <input
                type="checkbox"
                disabled={isKept}
                checked={!isKept && !left.has(start)}
                onChange={() => toggle(start)}
              />
              <span>
                <q lang={language ?? undefined} dir="auto">
                  {before}
                  <mark>{words}</mark>
                  {after}
                </q>
                {isKept && <small>{t('phrase_kept')}</small>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="row chips">
        {state.codes
          .filter(({ id }) => codeIds.includes(id))
          .map((code) => (
            <RemovableCode key={code.id} code={code} onRemove={() => setCodeIds(without(codeIds, code.id))} />
          ))}
        {newCodes.map((path) => (
          <RemovableCode
            key={path}
            code={{ id: path, path, colour: 'grey', count: 0 }}
            onRemove={() => setNewCodes(without(newCodes, path))}
          />
        ))}
        {!isPicking && (
          <button type="button" class="quiet framed" onClick={() => setPicking(true)}>
            {t('codes_edit')}
          </button>
        )}
      </div>
      {isPicking && (
        <CodePicker
          codes={state.codes}
          recentCodeIds={state.recentCodeIds}
          chosenIds={codeIds}
          onToggle={(id) => setCodeIds(codeIds.includes(id) ? without(codeIds, id) : [...codeIds, id])}
          isLocked={state.settings.isCodebookLocked}
          onCreate={(path) => setNewCodes([...without(newCodes, path), path])}
          onClose={(by) => {
            setPicking(false);
            if (by === 'key') keepButton.current?.focus();
          }}
        />
      )}
      <FormFoot
        onLeave={onClose}
        doing={t('phrase_keep', String(chosen.length))}
        isOff={chosen.length === 0}
        button={keepButton}
        onDo={keep}
      />
    </Sheet>
  );
}

/** Null while it is being looked for; an answer to an earlier phrase is dropped. */
function useOccurrences(
  phrase: string,
  find: SidebarActions['findOccurrences'],
): readonly Occurrence[] | null {
  const [found, setFound] = useState<readonly Occurrence[] | null>(null);
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    let isCurrent = true;
    setFound(phrase.trim() === '' ? [] : null);
    if (phrase.trim() === '') return;
    latest.current(phrase).then(
      (answer) => isCurrent && setFound(answer ?? []),
      () => isCurrent && setFound([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [phrase]);
  return found;
}
