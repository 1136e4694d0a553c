/** One code in the tree of the codebook: told by its colour, pattern, name, digit and count. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CodeRow as Row } from '../core/codebook/tree-rows';
import { CodeLabel } from './code-chip';
import { isComposition } from './key-press';
import { useStrings } from './strings';

export const rowHeight = 32;

interface CodeRowProps {
  row: Row;
  /** Among all rows, from 0. */
  index: number;
  count: number;
  isActive: boolean;
  isRenamed: boolean;
  canMove: boolean;
  isTarget: boolean;
  onActivate(): void;
  onTurn(isOpen: boolean): void;
  onStartRename(): void;
  /** Null: the name stays. */
  onRename(name: string | null): void;
  onDrag(part: 'start' | 'over' | 'drop' | 'end', event: DragEvent): void;
}

export function CodeRow(props: CodeRowProps) {
  const t = useStrings();
  const { row, count, isActive } = props;
  const { code, level, isOpen } = row;
  const isArchived = (code.archived ?? null) !== null;
  const shortcut = code.shortcut ?? null;
  // In the order in which it is seen, for those who speak to their computer.
  const said = [
    code.name,
    ...(isArchived ? [t('code_archived')] : []),
    ...(shortcut === null ? [] : [t('code_row_key', shortcut)]),
    t(count === 1 ? 'code_row_one' : 'code_row', String(count)),
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
    <div
      role="treeitem"
      class="code-row"
      data-id={code.id}
      data-target={props.isTarget}
      data-archived={isArchived}
      style={{ '--index': String(props.index), '--level': String(level - 1) }}
      tabIndex={isActive ? 0 : -1}
      aria-label={said.join(t('name_separator'))}
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isActive}
      title={row.path}
      draggable={props.canMove && !props.isRenamed}
      onClick={props.onActivate}
      onDblClick={props.onStartRename}
      onFocusIn={props.onActivate}
      onDragStart={(event) => props.onDrag('start', event)}
      onDragOver={(event) => props.onDrag('over', event)}
      onDrop={(event) => props.onDrag('drop', event)}
      onDragEnd={(event) => props.onDrag('end', event)}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the row tells whether it is open */}
      <span
        class="turn"
        data-open={isOpen ?? undefined}
        onClick={(event) => {
          if (isOpen === null) return;
          event.stopPropagation();
          props.onTurn(!isOpen);
        }}
      />
      {props.isRenamed ? (
        <NameField name={code.name} onEnd={props.onRename} />
      ) : (
        <CodeLabel code={{ id: code.id, path: code.name, colour: code.colour, count }} />
      )}
      {/* The blanks part the words for whoever is read them as one text. */}{' '}
      {isArchived && <span class="hint">{t('code_archived')}</span>}{' '}
      {shortcut !== null && <kbd>{shortcut}</kbd>} <span class="code-count">{count}</span>
    </div>
  );
}

function NameField({ name, onEnd }: { name: string; onEnd(name: string | null): void }) {
  const t = useStrings();
  const field = useRef<HTMLInputElement>(null);
  // Taking a focused field away is a "blur" too in some browsers: only the first ending counts.
  const isEnded = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function end(isSaved: boolean): void {
    if (isEnded.current) return;
    isEnded.current = true;
    const typed = field.current?.value.trim() ?? '';
    onEnd(isSaved && typed !== '' && typed !== name ? typed : null);
  }

  return (
    <input
      ref={field}
      type="text"
      autocomplete="off"
      aria-label={t('code_name')}
      defaultValue={name}
      onClick={(event) => event.stopPropagation()}
      onDblClick={(event) => event.stopPropagation()}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposition(event)) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        end(event.key === 'Enter');
      }}
    />
  );
}
