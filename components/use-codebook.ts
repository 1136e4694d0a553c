/** What the codebook's view is about: which rows are shown, which code has the focus, and what is being done to it. */

import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { Code } from '../core/code';
import { withCodesUnder } from '../core/codebook/tree';
import { type CodeRow, type CodeTree, codeTree, treeRows, upwards } from '../core/codebook/tree-rows';
import type { CodebookActions, CodebookState } from './codebook-model';
import type { CodebookKeyAction } from './sidebar-keys';

/** What is open below the tree. */
export type CodeForm = Exclude<CodebookKeyAction, 'rename' | 'archive' | 'delete'>;

export interface Codebook {
  tree: CodeTree;
  rows: readonly CodeRow[];
  /** The row that has the focus, or would get it; null only where nothing is shown. */
  active: CodeRow | null;
  form: CodeForm | null;
  renamedId: string | null;
  filter: string;
  showsArchived: boolean;
  activate(id: string): void;
  focus(id: string): void;
  /** Goes to a code as soon as it is there; at once only where nothing is being typed. */
  expect(id: string): void;
  turn(id: string, isOpen: boolean): void;
  command(command: CodebookKeyAction): void;
  rename(id: string, name: string | null): void;
  /** Closes what is open and goes back to the tree. */
  close(): void;
  narrow(filter: string): void;
  showArchived(isShown: boolean): void;
}

type Actions = Pick<CodebookActions, 'renameCode' | 'archiveCode' | 'deleteCode'>;

export function useCodebook(
  codes: CodebookState['codes'],
  actions: Actions,
  canChange: boolean,
  root: RefObject<HTMLElement | null>,
): Codebook {
  const [chosen, setChosen] = useState<string | null>(null);
  const [closedIds, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState('');
  const [showsArchived, setShowsArchived] = useState(false);
  const [form, setForm] = useState<CodeForm | null>(null);
  const [, drawAgain] = useReducer((times: number, _: undefined) => times + 1, 0);
  const [renamedId, setRenamed] = useState<string | null>(null);
  /** The row that is to have the focus once it is drawn. */
  const wanted = useRef<string | null>(null);
  /** The one that gets it when the form closes. */
  const expected = useRef<string | null>(null);
  const place = useRef(0);
  const openForm = useRef(form);
  openForm.current = form;
  const tree = useMemo(() => codeTree(codes), [codes]);
  const rows = useMemo(
    () => treeRows(tree, { closedIds, filter, showsArchived }),
    [tree, closedIds, filter, showsArchived],
  );
  const at = rows.findIndex(({ code }) => code.id === chosen);
  // What is gone leaves the focus to the row that takes its place.
  const active = rows[at] ?? rows[Math.min(place.current, rows.length - 1)] ?? null;
  if (at !== -1) place.current = at;

  useLayoutEffect(() => {
    const id = wanted.current;
    if (id === null || !tree.codes.has(id)) return;
    if (!rows.some(({ code }) => code.id === id)) return show(id);
    const row = root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    if (row === null || row === undefined) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    // jsdom has no layout and so no scrolling.
    row.scrollIntoView?.({ block: 'nearest' });
  });

  useLayoutEffect(() => {
    // The row with the focus has gone, or the view has just come.
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (isLost && active !== null && wanted.current === null) focus(active.code.id);
  }, [active?.code.id]);

  function show(id: string): void {
    const above = upwards(tree, id);
    if (![...closedIds].some((closed) => above.has(closed)) && filter === '') {
      wanted.current = null;
      return;
    }
    setClosed(new Set([...closedIds].filter((closed) => !above.has(closed))));
    setFilter('');
  }

  function focus(id: string): void {
    wanted.current = id;
    setChosen(id);
    // Also where it was chosen already.
    drawAgain(undefined);
  }

  function turn(id: string, isOpen: boolean): void {
    const closed = new Set(closedIds);
    if (isOpen) closed.delete(id);
    else closed.add(id);
    setClosed(closed);
  }

  function close(): void {
    setForm(null);
    setRenamed(null);
    const id = wanted.current ?? expected.current ?? active?.code.id ?? null;
    expected.current = null;
    if (id !== null) focus(id);
  }

  function command(asked: CodebookKeyAction): void {
    if (!canChange) return;
    if (asked === 'new-top' || (asked === 'new-below' && active === null)) setForm('new-top');
    else if (active !== null) change(active.code, asked);
  }

  function change(code: Code, asked: Exclude<CodebookKeyAction, 'new-top'>): void {
    if (asked === 'rename') setRenamed(code.id);
    else if (asked === 'archive') actions.archiveCode(code.id, (code.archived ?? null) === null);
    else if (asked === 'delete') actions.deleteCode(code.id);
    else {
      if (asked === 'new-below') turn(code.id, true);
      setForm(asked);
    }
  }

  return {
    tree,
    rows,
    active,
    form,
    renamedId,
    filter,
    showsArchived,
    activate: setChosen,
    focus,
    expect(id) {
      if (openForm.current === null) wanted.current = id;
      else expected.current = id;
      setChosen(id);
    },
    turn,
    command,
    rename(id, name) {
      setRenamed(null);
      focus(id);
      if (name !== null) actions.renameCode(id, name);
    },
    close,
    narrow: setFilter,
    showArchived: setShowsArchived,
  };
}

/** Where a code may not go: under itself, and where it is. Null is the top. */
export function closedPlaces({ codes }: CodeTree, id: string): ReadonlySet<string | null> {
  const here = codes.get(id)?.parentId ?? null;
  return new Set<string | null>([...withCodesUnder([...codes.values()], [id]), here]);
}
