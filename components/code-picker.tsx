/** Finds, makes and gives codes by typing: a combobox that stays open for several in a row. */

import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { pathMark } from '../core/code';
import type { CodeEntry } from '../core/code-entry';
import type { ChosenCode } from '../core/toolbar';
import { isNode } from './any-frame';
import { CodeLabel } from './code-chip';
import { buildCodeIndex, matchCodes } from './code-matching';
import { Icon } from './icons';
import { useFieldCommand, useShownKey } from './key-choices';
import { isComposition } from './key-press';
import type { ClosedBy } from './note-editor';
import { useStrings } from './strings';

interface CodePickerProps {
  codes: readonly CodeEntry[];
  /** Most recently used first; they head the list. */
  recentCodeIds: readonly string[];
  chosenIds: readonly string[];
  /** A locked codebook: no new code is offered. */
  isLocked?: boolean;
  /** Only codes under one of them, at first under the one that was used last: what `1` to `9` put in its place. */
  digitCodeIds?: readonly (string | null)[] | null;
  /** What choosing does, where that is something else than usual. */
  hint?: string;
  onToggle(codeId: string): void;
  /** Asks for a code that does not exist yet, by its path. Null: none can be made. */
  onCreate: ((path: string) => void) | null;
  /** Gives the code by a key of its own, and to all further selections. Missing: there are none to come. */
  onActivate?(code: ChosenCode): void;
  onClose(by: ClosedBy): void;
}

/** `Enter` with nothing typed and nothing picked out means "done". */
export function CodePicker(props: CodePickerProps) {
  const t = useStrings();
  const fieldCommand = useFieldCommand();
  const activateKey = useShownKey('field-activate-code') ?? '';
  const listId = useId();
  const hintId = useId();
  const belowId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // Taking a focused field away is a "leave" too in some browsers: only the first ending counts.
  const isClosed = useRef(false);
  const [typed, setTyped] = useState('');
  const [moved, setMoved] = useState<number | null>(null);
  const index = useMemo(
    () => buildCodeIndex(props.codes, props.recentCodeIds),
    [props.codes, props.recentCodeIds],
  );
  const [parentId, setParentId] = useState(index.lastUsed?.id);
  const isBelow = (props.digitCodeIds ?? null) !== null;
  const parent = (isBelow && props.codes.find(({ id }) => id === parentId)) || null;
  const matches = useMemo(
    () =>
      parent === null
        ? matchCodes(index, typed, props.chosenIds)
        : matchCodes({ ...index, lastUsed: parent }, pathMark + typed, props.chosenIds),
    [index, typed, parent, props.chosenIds],
  );
  const { codes } = matches;
  const newPaths = props.isLocked || props.onCreate === null ? [] : matches.newPaths;
  const rowCount = codes.length + newPaths.length;
  const untouched = typed.trim() === '' ? null : 0;
  const active = rowCount === 0 ? null : Math.min(moved ?? untouched ?? rowCount, rowCount);
  const activeRow = active === rowCount ? null : active;

  const hint = hintOf();
  const described = [parent === null ? '' : belowId, hint === null ? '' : hintId].filter(Boolean).join(' ');

  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(() => {
    // jsdom has no layout and so no scrolling.
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [activeRow]);

  function close(by: ClosedBy): void {
    if (isClosed.current) return;
    isClosed.current = true;
    props.onClose(by);
  }

  function hintOf(): string | null {
    if (props.isLocked && matches.newPaths.length > 0) return t('picker_locked');
    if (isBelow && typed === '') return t('picker_below_digits');
    if (rowCount === 0)
      return t(props.codes.length === 0 && !props.isLocked ? 'picker_empty' : 'picker_none');
    return props.hint ?? (props.onActivate === undefined ? null : t('picker_activate', activateKey));
  }

  /** Digits speak of codes only until a name begins. */
  function digitCode({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): string | null {
    if (typed !== '' || ctrlKey || altKey || metaKey || !/^[1-9]$/u.test(key)) return null;
    return props.digitCodeIds?.[Number(key) - 1] ?? null;
  }

  function type(text: string): void {
    setTyped(text);
    setMoved(null);
  }

  function choose(row: number, isActivating = false): void {
    const code = codes[row];
    const path = newPaths[row - codes.length];
    if (isActivating && props.onActivate !== undefined) {
      if (code !== undefined) props.onActivate({ id: code.id });
      else if (path !== undefined) props.onActivate({ path });
    } else if (code !== undefined) props.onToggle(code.id);
    else if (path !== undefined) props.onCreate?.(path);
    type('');
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (isComposition(event)) return;
    const isActivating = fieldCommand(event) === 'field-activate-code';
    const isChoosing = event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey;
    const digitParent = digitCode(event);
    if (digitParent !== null) setParentId(digitParent);
    else if (event.key === 'Escape') close('key');
    else if (isActivating || isChoosing) {
      if (activeRow === null) close('key');
      else choose(activeRow, isActivating);
    } else if (event.key === 'ArrowDown' && rowCount > 0) {
      setMoved(activeRow === null ? 0 : (activeRow + 1) % rowCount);
    } else if (event.key === 'ArrowUp' && rowCount > 0) {
      setMoved(activeRow === null ? rowCount - 1 : (activeRow - 1 + rowCount) % rowCount);
    } else return;
    event.preventDefault();
  }

  const row = (key: string, position: number, isChosen: boolean, content: preact.ComponentChildren) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys
    <div
      key={key}
      id={`${listId}-${position}`}
      role="option"
      class="option"
      aria-selected={isChosen}
      data-active={position === activeRow}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(position)}
    >
      {content}
    </div>
  );

  return (
    <div
      class="code-picker"
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (!(isNode(next) && event.currentTarget.contains(next))) close('leave');
      }}
    >
      {parent !== null && (
        <p id={belowId} class="picker-below" role="status">
          {t('picker_below')} <CodeLabel code={parent} />
        </p>
      )}
      <input
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={t('picker_label')}
        aria-autocomplete="list"
        aria-expanded={rowCount > 0}
        aria-controls={listId}
        aria-describedby={described === '' ? undefined : described}
        aria-activedescendant={activeRow === null ? undefined : `${listId}-${activeRow}`}
        placeholder={t('picker_placeholder')}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        class="options"
        aria-label={t('codes')}
        aria-multiselectable="true"
        tabIndex={-1}
        hidden={rowCount === 0}
      >
        {codes.map((code, position) => {
          const isChosen = props.chosenIds.includes(code.id);
          return row(
            code.id,
            position,
            isChosen,
            <>
              <CodeLabel code={code} />
              {isChosen && <Icon name="check" />}
            </>,
          );
        })}
        {newPaths.map((path, order) =>
          row(`new ${path}`, codes.length + order, false, t('picker_create', path)),
        )}
      </div>
      {hint !== null && (
        // While one types it answers that; else it stands beside the field and is read with it.
        <p id={hintId} class="hint" role={typed !== '' && rowCount === 0 ? 'status' : undefined}>
          {hint}
        </p>
      )}
    </div>
  );
}
