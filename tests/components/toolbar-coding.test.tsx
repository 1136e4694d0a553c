// @vitest-environment jsdom
/** The page toolbar while one code is given to all selections, and what it offers for several passages at once. */

import { expect, test } from 'vitest';
import { Toolbar } from '../../components/toolbar';
import { performToolbarAction } from '../../components/toolbar-commands';
import { toolbarKeyAction } from '../../components/toolbar-keys';
import { Said } from '../../components/toolbar-notice';
import { usualSettings } from '../../core/settings';
import type { ToolbarNotice, ToolbarState } from '../../core/toolbar';
import { byRole, click, mount, named, press, typeText } from './mount';
import { aToolbarState, codes, toolbarActions } from './states';

const [actor] = codes;
if (actor === undefined) throw new Error('no code to make active');
const existing = { kind: 'existing', id: 'a', codeIds: [], note: '' } as const;
const place = { start: 4, end: 8, words: 'rain', before: 'the ', after: ' fell', isKept: false };

async function show(over: Partial<ToolbarState> = {}) {
  const actions = toolbarActions();
  const root = await mount(<Toolbar state={aToolbarState(over)} actions={actions} />);
  return { actions, root };
}

test('says which code all selections get and how many have it, and stops by its button', async () => {
  const { actions, root } = await show({
    subject: { kind: 'coding' },
    activeCode: actor,
    notice: { kind: 'kept', count: 3 },
  });
  expect(root.textContent).toContain('Coding with 主体/区委');
  expect(root.querySelector('.notice')?.textContent).toBe('3 kept');
  await click(named('button', 'Stop coding'));
  expect(actions.dismiss).toHaveBeenCalledOnce();
});

test('a selection beside which it says so is kept with the active code, and so is its note', async () => {
  const { actions, root } = await show({ activeCode: actor });
  expect(root.textContent).toContain('Coding with 主体/区委');
  await click(named('button', 'Keep'));
  expect(actions.keep).toHaveBeenCalledWith({ codeIds: ['actor'], newCodes: [], note: '' });
  const written = await show({ activeCode: actor, view: 'note' });
  await typeText('why');
  await press('Enter', { ctrlKey: true });
  expect(written.actions.keep).toHaveBeenCalledWith({ codeIds: ['actor'], newCodes: [], note: 'why' });
});

test('a code chosen to go on with is given to the selection too', async () => {
  const { actions } = await show({ view: 'active-code' });
  await typeText('责');
  await press('Enter');
  expect(actions.activate).toHaveBeenCalledExactlyOnceWith({ id: 'duty' });
  expect(actions.keep).toHaveBeenCalledWith({ codeIds: ['duty'], newCodes: [], note: '' });
  expect(actions.showView).toHaveBeenCalledWith('bar');
});

test('a code that an annotation has already is not taken from it by going on with it', async () => {
  const { actions } = await show({ subject: { ...existing, codeIds: ['duty'] }, view: 'codes' });
  await typeText('责');
  await press('Enter', { altKey: true });
  expect(actions.activate).toHaveBeenCalledWith({ id: 'duty' });
  expect(actions.edit).not.toHaveBeenCalled();
});

test('beside nothing no code can be made', async () => {
  const { root } = await show({ subject: { kind: 'coding' }, activeCode: actor, view: 'active-code' });
  await typeText('a new one');
  expect(root.querySelectorAll('[role="option"]')).toHaveLength(0);
});

test('digits give further codes to what was kept last, and z undoes', () => {
  const actions = toolbarActions();
  const state = aToolbarState({ subject: { kind: 'coding' }, activeCode: actor });
  for (const init of [{ key: '1' }, { key: 'z' }, { key: 'Z', shiftKey: true }, { key: 'h' }, { key: 'a' }]) {
    const action = toolbarKeyAction(new KeyboardEvent('keydown', init), {
      subject: 'coding',
      choices: usualSettings,
      hasFocus: false,
    });
    if (action !== null) performToolbarAction(action, state, actions);
  }
  expect(actions.toggleOnLast).toHaveBeenCalledExactlyOnceWith('duty');
  expect(actions.undo).toHaveBeenCalledOnce();
  expect(actions.redo).toHaveBeenCalledOnce();
  expect(actions.showView).toHaveBeenCalledExactlyOnceWith('active-code');
  expect(actions.keep).not.toHaveBeenCalled();
});

test('offers to merge only where something overlaps, and names its key', async () => {
  const { actions, root } = await show({ subject: existing, overlapCount: 2 });
  const button = named('button', 'Merge with the overlapping ones: 2');
  expect(button.title).toContain('(m)');
  await click(button);
  expect(actions.merge).toHaveBeenCalledExactlyOnceWith('a');
  await show({ subject: existing });
  expect(root.querySelector('[data-icon="merge"]')).toBeNull();
  const state = aToolbarState({ subject: existing });
  expect(performToolbarAction({ kind: 'merge' }, state, actions)).toBe(false);
});

test('every place is looked at before all that are new are kept with one code', async () => {
  const occurrences = [place, { ...place, start: 20, end: 24, isKept: true }];
  const { actions, root } = await show({ view: 'occurrences', occurrences });
  expect(byRole('status').textContent).toBe('Places in this article: 2 · kept already: 1');
  expect(Array.from(root.querySelectorAll('li'), (row) => row.textContent)).toEqual([
    'the rain fell',
    'the rain fell',
  ]);
  expect(document.activeElement?.textContent).toBe('Keep all 1 with…');
  await click(named('button', 'Keep all 1'));
  await typeText('责');
  await press('Enter');
  expect(actions.keepOccurrences).toHaveBeenCalledExactlyOnceWith({ id: 'duty' });
});

test('a view beside the bar gives way to it by Esc', async () => {
  const { actions } = await show({ view: 'occurrences', occurrences: [place] });
  await press('Escape');
  expect(actions.showView).toHaveBeenCalledExactlyOnceWith('bar');
  expect(actions.dismiss).not.toHaveBeenCalled();
});

test('says what was undone, and what cannot be', async () => {
  const undone = await show({ notice: { kind: 'undone', step: { kind: 'keep', count: 1 } } });
  expect(undone.root.querySelector('.notice')?.textContent).toMatch(/^Undone: /u);
  const elsewhere = await show({ notice: { kind: 'step-elsewhere' } });
  expect(elsewhere.root.querySelector('.notice')?.textContent).toMatch(/sidebar/u);
});

test('what is seen at once is only read out, and read out anew when it is done anew', async () => {
  const done: ToolbarNotice = { kind: 'done', step: { kind: 'keep', count: 1 } };
  const { root } = await show({ notice: done });
  expect(root.querySelector('.notice')).toBe(null);
  await mount(<Said notice={done} />);
  const first = byRole('status').firstChild;
  await mount(<Said notice={{ ...done }} />);
  expect(byRole('status').textContent).toBe('Done: keep.');
  expect(byRole('status').firstChild).not.toBe(first);
});
