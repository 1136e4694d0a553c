/** The codebook as a filter: a press asks for a code and all codes under it, another takes that back. */

import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Code, codePath } from '../../core/code';
import { codeTree, treeRows } from '../../core/codebook/tree-rows';
import { type Filter, isFiltered } from '../../core/library-filters';
import type { Query } from '../../core/query/query';
import { CodeLabel } from '../code-chip';
import { useRowsInView } from '../rows-in-view';
import { useStrings } from '../strings';
import { treeMove } from '../tree-moves';

/** Of every row, in CSS pixels; library.css has it too. */
const filterHeight = 28;

interface CodeFilterProps {
  codes: readonly Code[];
  counts: ReadonlyMap<string, number>;
  query: Query;
  onTurn(filter: Filter): void;
}

export function CodeFilter({ codes, counts, query, onTurn }: CodeFilterProps) {
  const t = useStrings();
  const root = useRef<HTMLDivElement>(null);
  const [closedIds, setClosedIds] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<string | null>(null);
  const [moved, setMoved] = useState(0);
  const tree = useMemo(() => codeTree(codes), [codes]);
  const rows = useMemo(
    () => treeRows(tree, { closedIds, filter: '', showsArchived: false }),
    [tree, closedIds],
  );
  const activeId = rows.some(({ code }) => code.id === asked) ? asked : (rows[0]?.code.id ?? null);

  const { from, to } = useRowsInView(root, rows.length, filterHeight);
  const drawn = rows
    .map((row, index) => ({ ...row, index }))
    .filter(({ code, index }) => (index >= from && index < to) || code.id === activeId);

  useLayoutEffect(() => {
    if (moved === 0) return;
    const active = root.current?.querySelector<HTMLElement>('[tabindex="0"]');
    active?.focus();
    // jsdom has no layout and so no scrolling.
    active?.scrollIntoView?.({ block: 'nearest' });
  }, [moved]);

  function turn(id: string, isOpen: boolean): void {
    const next = new Set(closedIds);
    if (isOpen) next.delete(id);
    else next.add(id);
    setClosedIds(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const move = treeMove(rows, activeId, event.key);
    const active = tree.codes.get(activeId ?? '');
    if (move?.kind === 'go') {
      setAsked(move.id);
      setMoved((before) => before + 1);
    } else if (move !== null) turn(move.id, move.isOpen);
    else if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) press(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function press(code: Code): void {
    onTurn({ kind: 'code', names: codePath(code, tree.codes) });
  }

  return (
    <div
      ref={root}
      role="tree"
      class="code-filter"
      aria-label={t('codes')}
      style={{ '--rows': String(rows.length) }}
      onKeyDown={onKeyDown}
    >
      {drawn.map(({ code, path, level, position, siblings, isOpen, index }) => {
        const isOn = isFiltered(query, { kind: 'code', names: codePath(code, tree.codes) });
        const count = counts.get(code.id) ?? 0;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
          <div
            key={code.id}
            role="treeitem"
            class="filter-row"
            data-id={code.id}
            tabIndex={code.id === activeId ? 0 : -1}
            aria-level={level}
            aria-posinset={position}
            aria-setsize={siblings}
            aria-expanded={isOpen ?? undefined}
            aria-selected={isOn}
            title={path}
            style={{ '--level': String(level - 1), '--index': String(index) }}
            onFocusIn={() => setAsked(code.id)}
            onClick={() => press(code)}
          >
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the row tells whether it is open */}
            <span
              class="turn"
              data-open={isOpen ?? undefined}
              onClick={(event) => {
                if (isOpen === null) return;
                event.stopPropagation();
                turn(code.id, !isOpen);
              }}
            />
            <CodeLabel code={{ id: code.id, path: code.name, colour: code.colour, count }} />
            {count > 0 && <span class="filter-count">{count}</span>}
          </div>
        );
      })}
    </div>
  );
}
