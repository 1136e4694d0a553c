/** What happened to one annotation, newest first: made, coded, written, placed anew; what was undone is marked. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CodeEntry } from '../core/code-entry';
import type { HistoryEntry } from '../core/history';
import { ChangedWords } from './changed-words';
import { asMinute } from './dates';
import type { SidebarActions } from './sidebar-model';
import { type Translate, useStrings } from './strings';
import { stepWords } from './words';

interface CardHistoryProps {
  id: string;
  /** BCP 47 of the quote. */
  language: string | null;
  codesById: ReadonlyMap<string, CodeEntry>;
  actions: Pick<SidebarActions, 'readHistory'>;
  onClose(): void;
}

export function CardHistory({ id, language, codesById, actions, onClose }: CardHistoryProps) {
  const t = useStrings();
  const frame = useRef<HTMLElement>(null);
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
  useLayoutEffect(() => frame.current?.focus(), []);
  useEffect(() => {
    let isCurrent = true;
    actions.readHistory(id).then(
      (found) => isCurrent && setEntries(found),
      () => isCurrent && setEntries([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return (
    <section
      ref={frame}
      tabIndex={-1}
      class="history"
      aria-label={t('history')}
      aria-busy={entries === null}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <ol>
        {(entries ?? []).map((entry) => (
          <li key={entry.operationId} data-undone={entry.isUndone}>
            <p>
              <time dateTime={entry.at}>{asMinute(entry.at)}</time>{' '}
              {stepWords({ kind: entry.kind, count: 1 }, t)}
              {entry.isUndone && <span class="hint"> {t('history_undone')}</span>}
            </p>
            {entry.changes.flatMap((change) =>
              linesOf(change, codesById, t).map((line) => (
                <ChangeLine key={change.field + line.name} line={line} language={language} />
              )),
            )}
          </li>
        ))}
      </ol>
      <div class="row end">
        <button type="button" class="quiet" onClick={onClose}>
          {t('done')}
        </button>
      </div>
    </section>
  );
}

interface Line {
  name: string;
  /** Empty: there was none, or there is none. */
  before: string;
  after: string;
  isQuote: boolean;
}

function ChangeLine({
  line: { name, before, after, isQuote },
  language,
}: {
  line: Line;
  language: string | null;
}) {
  const lang = isQuote ? (language ?? undefined) : undefined;
  const Words = isQuote ? 'q' : 'span';
  return (
    <p class="hint change">
      {name}{' '}
      {before !== '' && (
        <ChangedWords kind="removed">
          <Words lang={lang} dir="auto">
            {before}
          </Words>
        </ChangedWords>
      )}{' '}
      {after !== '' && (
        <ChangedWords kind="added">
          <Words lang={lang} dir="auto">
            {after}
          </Words>
        </ChangedWords>
      )}
    </p>
  );
}

function linesOf(
  { field, before, after }: HistoryEntry['changes'][number],
  codesById: ReadonlyMap<string, CodeEntry>,
  t: Translate,
): Line[] {
  switch (field) {
    case 'note':
      return lineOf(t('note'), textOf(before), textOf(after), false);
    case 'target':
      return lineOf(t('history_words'), quoteOf(before), quoteOf(after), true);
    case 'codeIds': {
      const [had, has] = [idsOf(before), idsOf(after)];
      const names = (ids: string[]) =>
        ids.map((id) => codesById.get(id)?.path ?? t('history_code_gone')).join(t('name_separator'));
      const taken = had.filter((id) => !has.includes(id));
      const given = has.filter((id) => !had.includes(id));
      return lineOf(t('codes'), names(taken), names(given), false);
    }
    default:
      return [];
  }
}

function lineOf(name: string, before: string, after: string, isQuote: boolean): Line[] {
  return before === after ? [] : [{ name, before, after, isQuote }];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

function quoteOf(value: unknown): string {
  const quote = typeof value === 'object' && value !== null ? Reflect.get(value, 'quote') : null;
  return textOf(typeof quote === 'object' && quote !== null ? Reflect.get(quote, 'exact') : null);
}
