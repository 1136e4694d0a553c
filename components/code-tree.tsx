/** The tree of the codebook: moved through by arrows and by the beginnings of names, changed by keys and by dragging. */

import type { RefObject } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';
import { type CodeRow as Row, rowByName } from '../core/codebook/tree-rows';
import { CodeRow, rowHeight } from './code-row';
import { Keys } from './key-choices';
import { isComposition } from './key-press';
import { useRowsInView } from './rows-in-view';
import { type CodebookKeyAction, codebookKeyAction, sidebarKeyAction } from './sidebar-keys';
import { useStrings } from './strings';
import { treeMove } from './tree-moves';

interface CodeTreeProps {
  root: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  counts: ReadonlyMap<string, number>;
  activeId: string | null;
  /** The code whose name is being typed. */
  renamedId: string | null;
  canChange: boolean;
  /** Where a code may not be put; null is the top. */
  closedPlaces(id: string): ReadonlySet<string | null>;
  onActivate(id: string): void;
  onFocus(id: string): void;
  onTurn(id: string, isOpen: boolean): void;
  onCommand(command: CodebookKeyAction): void;
  onRename(id: string, name: string | null): void;
  onMove(id: string, parentId: string | null): void;
}

/** Characters typed within this time, in milliseconds, are one beginning of a name. */
const typingPause = 700;

export function CodeTree(props: CodeTreeProps) {
  const t = useStrings();
  const choices = useContext(Keys);
  const { root, rows, activeId } = props;
  const typing = useRef({ typed: '', at: 0 });
  const [dragged, setDragged] = useState<{ id: string; closed: ReadonlySet<string | null> } | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const { from, to } = useRowsInView(root, rows.length, rowHeight);
  const drawn = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row, index }) => (index >= from && index < to) || row.code.id === activeId);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposition(event)) return;
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
    const move = hasModifier ? null : treeMove(rows, activeId, event.key);
    const command = codebookKeyAction(event, choices);
    if (move?.kind === 'go') props.onFocus(move.id);
    else if (move !== null) props.onTurn(move.id, move.isOpen);
    else if (command !== null) props.onCommand(command);
    else if (hasModifier || !findName(event)) return;
    event.preventDefault();
  }

  /** What is no command anywhere in the sidebar looks for a name. */
  function findName(event: KeyboardEvent): boolean {
    if (Array.from(event.key).length !== 1 || sidebarKeyAction(event, choices) !== null) return false;
    const { typed, at } = typing.current;
    const isGoingOn = event.timeStamp - at < typingPause;
    if (event.key === ' ' && !isGoingOn) return false;
    typing.current = { typed: isGoingOn ? typed + event.key : event.key, at: event.timeStamp };
    const row = rowByName(rows, activeId, typing.current.typed);
    if (row !== null) props.onFocus(row.code.id);
    return true;
  }

  function onDrag(part: 'start' | 'over' | 'drop' | 'end', id: string | null, event: DragEvent): void {
    if (part === 'start' && id !== null) {
      event.dataTransfer?.setData('text/plain', '');
      setDragged({ id, closed: props.closedPlaces(id) });
    } else if (part === 'end') {
      setDragged(null);
      setTarget(null);
    } else if (dragged !== null && !dragged.closed.has(id)) {
      event.preventDefault();
      setTarget(part === 'over' ? (id ?? topId) : null);
      if (part === 'drop') props.onMove(dragged.id, id);
    } else setTarget(null);
  }

  return (
    <>
      {dragged !== null && !dragged.closed.has(null) && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the key for moving does the same
        <div
          class="drop-top"
          data-target={target === topId}
          onDragOver={(event) => onDrag('over', null, event)}
          onDrop={(event) => onDrag('drop', null, event)}
        >
          {t('codebook_top')}
        </div>
      )}
      <div
        ref={root}
        role="tree"
        class="code-tree"
        aria-label={t('view_codebook')}
        style={{ '--rows': String(rows.length) }}
        onKeyDown={onKeyDown}
      >
        {drawn.map(({ row, index }) => {
          const { id } = row.code;
          return (
            <CodeRow
              key={id}
              row={row}
              index={index}
              count={props.counts.get(id) ?? 0}
              isActive={id === activeId}
              isRenamed={id === props.renamedId}
              canMove={props.canChange}
              isTarget={id === target}
              onActivate={() => props.onActivate(id)}
              onTurn={(isOpen) => props.onTurn(id, isOpen)}
              onStartRename={() => props.onCommand('rename')}
              onRename={(name) => props.onRename(id, name)}
              onDrag={(part, event) => onDrag(part, id, event)}
            />
          );
        })}
      </div>
    </>
  );
}

/** No code's id. */
const topId = 'top';
