// @vitest-environment jsdom
/** The codebook's view: a tree that is worked by keys, with every change asked for and none made by looking. */

import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { CodebookState } from '../../components/codebook-model';
import { Keys } from '../../components/key-choices';
import { Sidebar } from '../../components/sidebar';
import type { SidebarState } from '../../components/sidebar-model';
import { usualSettings } from '../../core/settings';
import { aCode } from '../builders';
import { byRole, click, mount, named, press, typeText } from './mount';
import { aSidebarState, sidebarActions } from './states';

const actor = aCode({ id: 'actor', name: '3 主体' });
const committee = aCode({ id: 'committee', name: '区委', parentId: 'actor', shortcut: '4' });
const rules = aCode({ id: 'rules', name: '1 实施细则' });
const old = aCode({ id: 'old', name: '2 旧的', archived: '2026-03-01T08:00:00.000Z' });

async function show(codebook: Partial<CodebookState> = {}, over: Partial<SidebarState> = {}) {
  const actions = sidebarActions();
  const draw = (codes = [actor, committee, rules, old]) => {
    const counts = new Map([['committee', 14]]);
    const state = { codes, counts, isRead: true, ...codebook };
    return mount(
      <Sidebar state={aSidebarState({ view: 'codebook', codebook: state, ...over })} actions={actions} />,
    );
  };
  const root = await draw();
  return { actions, root, draw };
}

const rows = () =>
  Array.from(document.querySelectorAll('[role="treeitem"]'), (row) => row.getAttribute('aria-label'));
const focused = () => document.activeElement?.getAttribute('data-id');

test('the tree tells names, counts, digits and levels in name order, and the focus is on its first row', async () => {
  await show();
  expect(rows()).toEqual([
    '1 实施细则, 0 annotations',
    '3 主体, 0 annotations',
    '区委, key 4, 14 annotations',
  ]);
  expect(named('[role="treeitem"]', '区委').getAttribute('aria-level')).toBe('2');
  expect(named('[role="treeitem"]', '3 主体').getAttribute('aria-expanded')).toBe('true');
  expect(byRole('tree').getAttribute('aria-label')).toBe('Codebook');
  expect(focused()).toBe('rules');
});

test('arrows, Home and End go through the tree, open and close it, and exactly one row is in reach of Tab', async () => {
  await show();
  for (const [key, id] of [
    ['ArrowDown', 'actor'],
    ['ArrowRight', 'committee'],
    ['ArrowDown', 'committee'],
    ['ArrowLeft', 'actor'],
    ['Home', 'rules'],
    ['End', 'committee'],
  ] as const) {
    await press(key);
    expect(focused()).toBe(id);
  }
  await press('ArrowLeft');
  await press('ArrowLeft');
  expect(rows()).toHaveLength(2);
  await press('ArrowRight');
  expect(rows()).toHaveLength(3);
  expect(document.querySelectorAll('[role="treeitem"][tabindex="0"]')).toHaveLength(1);
});

test('what is no command looks for a name: digits always, letters where they are no commands', async () => {
  await show();
  await press('3');
  expect(focused()).toBe('actor');
  const latin = [aCode({ id: 'a', name: 'alpha' }), aCode({ id: 'm', name: 'middle' })];
  const state = aSidebarState({
    view: 'codebook',
    codebook: { codes: latin, counts: new Map(), isRead: true },
  });
  const root = await mount(
    <Keys.Provider value={{ ...usualSettings, hasPlainKeys: false }}>
      <Sidebar state={state} actions={sidebarActions()} />
    </Keys.Provider>,
  );
  await press('Home');
  await press('m');
  expect(focused()).toBe('m');
  expect(root.querySelector('.form-frame')).toBeNull();
});

test('F2 and Enter rename in place; Esc, the same name and an empty one change nothing', async () => {
  const { actions } = await show();
  for (const [key, typed, end] of [
    ['F2', 'other', 'Escape'],
    ['Enter', '1 实施细则', 'Enter'],
    ['F2', ' ', 'Enter'],
  ] as const) {
    await press(key);
    await typeText(typed);
    await press(end);
    expect(focused()).toBe('rules');
  }
  expect(actions.renameCode).not.toHaveBeenCalled();
  await press('F2');
  await typeText('1 细则');
  await press('Enter', { isComposing: true });
  expect(actions.renameCode).not.toHaveBeenCalled();
  await press('Enter');
  expect(actions.renameCode).toHaveBeenCalledExactlyOnceWith('rules', '1 细则');
});

test('new codes come one after the other under the same one, and the last has the focus when Esc ends it', async () => {
  const { actions, draw } = await show();
  await press('ArrowDown');
  await press('n');
  actions.newCode.mockResolvedValueOnce('made');
  await typeText('督察');
  await press('Enter');
  expect(actions.newCode).toHaveBeenLastCalledWith('3 主体/督察');
  await draw([actor, committee, rules, old, aCode({ id: 'made', name: '督察', parentId: 'actor' })]);
  await typeText('监督');
  await press('Enter');
  expect(actions.newCode).toHaveBeenLastCalledWith('3 主体/监督');
  await press('Escape');
  expect(focused()).toBe('made');
});

test('Shift+n makes a code at the top, and in an empty codebook the button has the focus and n works', async () => {
  const { actions } = await show();
  await press('N', { shiftKey: true });
  await typeText('N 制度');
  await press('Enter');
  expect(actions.newCode).toHaveBeenCalledExactlyOnceWith('N 制度');
  await press('Escape');
  const empty = await show({ codes: [] });
  expect(empty.root.textContent).toContain('No codes yet');
  expect(document.activeElement?.textContent).toBe('New code');
  await press('n');
  expect(document.activeElement?.localName).toBe('input');
});

test('moving offers every place but the code itself, what is under it, and where it is', async () => {
  const { actions } = await show();
  await press('End');
  await press('m');
  expect(Array.from(document.querySelectorAll('[role="option"]'), ({ textContent }) => textContent)).toEqual([
    'Top of the codebook',
    '1 实施细则',
  ]);
  await press('ArrowDown');
  await press('Enter');
  expect(actions.moveCode).toHaveBeenCalledExactlyOnceWith('committee', null);
  expect(focused()).toBe('committee');
});

test('a merge says what will change and waits; Enter on its button merges', async () => {
  const { actions, root } = await show();
  await press('g');
  await typeText('区');
  await press('Enter');
  expect(actions.previewMerge).toHaveBeenCalledExactlyOnceWith('rules', 'committee');
  expect(root.querySelector('.form-frame')?.textContent).toContain(
    '2 codes become one; 14 annotations; 1 sub-code moves',
  );
  expect(actions.mergeCodes).not.toHaveBeenCalled();
  await click(document.activeElement ?? root);
  expect(actions.mergeCodes).toHaveBeenCalledExactlyOnceWith('rules', 'committee');
});

test('a split takes the annotations that are checked to a code beside it', async () => {
  const { actions, root } = await show();
  actions.quotesOf.mockResolvedValueOnce(
    ['one', 'two'].map((id) => ({ id, quote: `quote ${id}`, language: null, title: '' })),
  );
  await press('End');
  await press('s');
  await typeText('区委书记');
  await press('Enter');
  expect(actions.splitCode).not.toHaveBeenCalled();
  await click(named('label', 'quote two', root).querySelector('input') ?? root);
  await click(named('button', 'Split off 1'));
  expect(actions.splitCode).toHaveBeenCalledExactlyOnceWith('committee', ['two'], '3 主体/区委书记');
});

test('a code is described with examples and a digit, of which it is told who has it', async () => {
  const { actions, root } = await show();
  await press('d');
  await typeText('when rules are named');
  const [, examples] = Array.from(root.querySelectorAll('textarea'));
  await act(() => examples?.focus());
  await typeText('first\n\nsecond\n');
  expect(root.textContent).toContain('4, now “区委”');
  const select = root.querySelector('.form-frame select');
  if (select instanceof HTMLSelectElement) select.value = '7';
  await press('Enter', { ctrlKey: true });
  expect(actions.describeCode).toHaveBeenCalledExactlyOnceWith('rules', {
    definition: 'when rules are named',
    examples: ['first', 'second'],
    shortcut: '7',
  });
});

test('colour, archive, delete and the lock are asked for', async () => {
  const { actions } = await show();
  await press('c');
  await click(named('.form-frame button', 'Teal'));
  expect(actions.colourCode).toHaveBeenCalledExactlyOnceWith('rules', 'teal');
  await press('a');
  expect(actions.archiveCode).toHaveBeenCalledExactlyOnceWith('rules', true);
  await press('Delete');
  expect(actions.deleteCode).toHaveBeenCalledExactlyOnceWith('rules');
  await click(named('[role="switch"]', 'Lock'));
  expect(actions.lockCodebook).toHaveBeenCalledExactlyOnceWith(true);
});

test('archived codes are behind a switch, and can be offered again', async () => {
  const { actions } = await show();
  await click(named('[role="switch"]', 'Show archived (1)'));
  expect(rows()).toContain('2 旧的, archived, 0 annotations');
  await press('Home');
  await act(() => named('[role="treeitem"]', '2 旧的').focus());
  await press('a');
  expect(actions.archiveCode).toHaveBeenCalledExactlyOnceWith('old', false);
});

test('the row after the one that went has the focus', async () => {
  const { draw } = await show();
  await press('Delete');
  await draw([actor, committee]);
  expect(focused()).toBe('actor');
});

test('typing narrows the tree by any character of the path, and Enter goes to what was found', async () => {
  const { root } = await show();
  await press('/');
  await typeText('委');
  expect(rows()).toHaveLength(2);
  await press('Enter');
  expect(focused()).toBe('actor');
  await press('/');
  await typeText('nothing of this');
  expect(root.textContent).toContain('Nothing here matches');
});

test('a code is dragged onto another one, never onto what is under it', async () => {
  const { actions } = await show();
  const row = (name: string) => named('[role="treeitem"]', name);
  const drag = (element: Element, kind: string) =>
    act(() => void element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true })));
  await drag(row('3 主体'), 'dragstart');
  await drag(row('区委'), 'drop');
  expect(actions.moveCode).not.toHaveBeenCalled();
  await drag(row('1 实施细则'), 'drop');
  expect(actions.moveCode).toHaveBeenCalledExactlyOnceWith('actor', 'rules');
});

test('a library that may not be changed shows its codebook and offers no changes', async () => {
  const { actions, root } = await show({}, { isReadOnly: true });
  await press('Delete');
  await press('a');
  expect(actions.deleteCode).not.toHaveBeenCalled();
  expect(actions.archiveCode).not.toHaveBeenCalled();
  expect(root.querySelector('.code-commands')).toBeNull();
});

test('of 2,000 codes only those in view are drawn, and the one with the focus', async () => {
  const codes = Array.from({ length: 2000 }, (_, index) => aCode({ name: `编码 ${index}` }));
  const { root } = await show({ codes });
  await press('End');
  expect(document.activeElement?.textContent).toContain('编码 1999');
  expect(root.querySelectorAll('[role="treeitem"]').length).toBeLessThan(100);
});
