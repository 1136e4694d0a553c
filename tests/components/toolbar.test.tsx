// @vitest-environment jsdom
/** The page toolbar: each button and key asks for the right thing, once. */

import { expect, test } from 'vitest';
import { Keys } from '../../components/key-choices';
import { Toolbar } from '../../components/toolbar';
import { performToolbarAction } from '../../components/toolbar-commands';
import type { ToolbarState } from '../../core/toolbar';
import { click, mount, named, press, typeText } from './mount';
import { aToolbarState, toolbarActions } from './states';

async function show(over: Partial<ToolbarState> = {}) {
  const actions = toolbarActions();
  const root = await mount(<Toolbar state={aToolbarState(over)} actions={actions} />);
  return { actions, root };
}

const existing = { kind: 'existing', id: 'a', codeIds: ['actor'], note: 'old' } as const;

test('Keep keeps without codes, and names its key', async () => {
  const { actions } = await show();
  expect(named('button', 'Keep').title).toBe('Keep this passage (h)');
  await click(named('button', 'Keep'));
  expect(actions.keep).toHaveBeenCalledExactlyOnceWith({ codeIds: [], newCodes: [], note: '' });
});

test('a recent code shows its digit and keeps with that code', async () => {
  const { actions } = await show();
  expect(named('button', '责任').textContent).toBe('1责任');
  await click(named('button', '责任'));
  expect(actions.keep).toHaveBeenCalledWith({ codeIds: ['duty'], newCodes: [], note: '' });
});

test('keys pressed on its buttons do the same, and stay out of the page', async () => {
  const { actions } = await show();
  let heard = 0;
  const hear = () => {
    heard += 1;
  };
  document.addEventListener('keydown', hear);
  named('button', 'Keep').focus();
  expect(await press('2')).toBe(false);
  await press('n');
  await press('Escape');
  document.removeEventListener('keydown', hear);
  expect(actions.keep).toHaveBeenCalledWith({ codeIds: ['actor'], newCodes: [], note: '' });
  expect(actions.showView).toHaveBeenCalledWith('note');
  expect(actions.dismiss).toHaveBeenCalledOnce();
  expect(heard).toBe(0);
});

test('a note that was not saved can be copied, and is there again to be saved', async () => {
  const problem = { key: 'problem_not_saved', detail: '', words: 'my words' } as const;
  const { actions, root } = await show({ view: 'note', draft: 'my words', problem });
  const copy = root.querySelector<HTMLTextAreaElement>('[role="alert"] textarea');
  expect([copy?.value, copy?.readOnly, copy?.closest('label')?.textContent]).toEqual([
    'my words',
    true,
    expect.stringContaining('Not saved yet: copy it'),
  ]);
  await press('Enter', { ctrlKey: true });
  expect(actions.keep).toHaveBeenCalledExactlyOnceWith({ codeIds: [], newCodes: [], note: 'my words' });
});

test('a digit without a code is left to the page', () => {
  const actions = toolbarActions();
  expect(performToolbarAction({ kind: 'recent-code', index: 5 }, aToolbarState(), actions)).toBe(false);
});

test.each(['codes', 'codes-below', 'note', 'active-code', 'occurrences'] as const)(
  'a key that is pressed before the view %s has the focus is no command of the bar, and not the page’s',
  (view) => {
    const actions = toolbarActions();
    const state = aToolbarState({ subject: { kind: 'new' }, view });
    expect(performToolbarAction({ kind: 'keep' }, state, actions)).toBe(true);
    expect(actions.keep).not.toHaveBeenCalled();
    expect(performToolbarAction({ kind: 'dismiss' }, state, actions)).toBe(true);
    expect(actions.dismiss).toHaveBeenCalledOnce();
  },
);

test('the menu opens the sidebar, and Esc goes back to the bar', async () => {
  const { actions } = await show({ view: 'menu' });
  await click(named('button', 'Open in the sidebar'));
  expect(actions.openSidebar).toHaveBeenCalledWith(null);
  named('button', 'More').focus();
  await press('Escape');
  expect(actions.showView).toHaveBeenCalledWith('bar');
  expect(actions.dismiss).not.toHaveBeenCalled();
});

test('a highlight offers its codes to take away, its note, deletion and its card', async () => {
  const { actions } = await show({ subject: existing });
  await click(named('button', 'Remove the code “主体/区委”'));
  await click(named('button', 'Note'));
  await click(named('button', 'Delete'));
  await click(named('button', 'Open in the sidebar'));
  expect(actions.edit).toHaveBeenCalledWith('a', { codeIds: [] });
  expect(actions.showView).toHaveBeenCalledWith('note');
  expect(actions.remove).toHaveBeenCalledWith('a');
  expect(actions.openSidebar).toHaveBeenCalledWith('a');
});

test('the buttons that move the ends name the keys that do it now', async () => {
  const keys = { 'ends-end-forward-word': 'l', 'ends-start-back-sentence': 'Ctrl+Alt+ArrowUp' };
  const actions = toolbarActions();
  await mount(
    <Keys.Provider value={{ keys, hasPlainKeys: true }}>
      <Toolbar state={aToolbarState({ subject: existing, view: 'ends' })} actions={actions} />
    </Keys.Provider>,
  );
  expect(named('button', 'End further on').title).toBe('End further on: Word (l)');
  expect(named('button', 'End further back').title).toBe('End further back: Word (Ctrl+Shift+←)');
  named('button', 'End further on').focus();
  await press('l');
  expect(actions.adjust).toHaveBeenCalledExactlyOnceWith('a', { end: 'end', by: 'word', towards: 'forward' });
  await click(named('button', 'Sentence'));
  expect(named('button', 'Start further back').title).toBe('Start further back: Sentence (Ctrl+Alt+↑)');
  expect(named('button', 'Start further on').title).toBe('Start further on: Sentence (Alt+↓)');
});

test('the picker gives and makes codes', async () => {
  const { actions } = await show({ subject: existing, view: 'codes' });
  await typeText('责');
  await press('Enter');
  await typeText('全新');
  await press('Enter');
  expect(actions.edit.mock.calls).toEqual([
    ['a', { codeIds: ['actor', 'duty'] }],
    ['a', { newCodes: ['全新'] }],
  ]);
  await press('Escape');
  expect(actions.showView).toHaveBeenCalledExactlyOnceWith('bar');
});

test('a note on a selection keeps it with the note', async () => {
  const { actions } = await show({ view: 'note' });
  await typeText('look here');
  await press('Enter', { ctrlKey: true });
  expect(actions.keep).toHaveBeenCalledExactlyOnceWith({ codeIds: [], newCodes: [], note: 'look here' });
});

test('overlapping highlights are offered by their quotes', async () => {
  const choices = [
    { id: 'a', quote: '第一句', language: 'zh-CN' },
    { id: 'b', quote: '第一句和第二句', language: 'zh-CN' },
  ];
  const { actions } = await show({ subject: { kind: 'choose', choices } });
  await click(named('button', '第二句'));
  expect(actions.choose).toHaveBeenCalledWith('b');
});

test('a failure is said where the reader looks', async () => {
  const { root } = await show({ problem: { key: 'problem_not_saved', detail: '', words: '' } });
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('not saved');
});

test('pressing a button leaves the selection alone, pressing into a field does not', async () => {
  await show({ subject: existing });
  const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  named('button', 'Delete').dispatchEvent(down);
  expect(down.defaultPrevented).toBe(true);
  await show({ subject: existing, view: 'note' });
  const into = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  named('textarea', 'Note').dispatchEvent(into);
  expect(into.defaultPrevented).toBe(false);
});

test('the ends of a kept passage are moved by buttons, by a character, a word or a sentence', async () => {
  const { actions } = await show({ subject: existing, view: 'ends' });
  await click(named('button', 'End further on: Word'));
  await click(named('button', 'Sentence'));
  await click(named('button', 'Start further back: Sentence'));
  expect(actions.adjust.mock.calls).toEqual([
    ['a', { end: 'end', by: 'word', towards: 'forward' }],
    ['a', { end: 'start', by: 'sentence', towards: 'back' }],
  ]);
  named('button', 'Sentence').focus();
  await press('Escape');
  expect(actions.showView).toHaveBeenCalledExactlyOnceWith('bar');
  expect(actions.dismiss).not.toHaveBeenCalled();
});

test.each([
  ['ArrowRight', { shiftKey: true }, { end: 'end', by: 'character', towards: 'forward' }],
  ['ArrowLeft', { shiftKey: true, ctrlKey: true }, { end: 'end', by: 'word', towards: 'back' }],
  ['ArrowDown', { shiftKey: true }, { end: 'end', by: 'sentence', towards: 'forward' }],
  ['ArrowLeft', { altKey: true }, { end: 'start', by: 'character', towards: 'back' }],
  ['ArrowRight', { altKey: true, metaKey: true }, { end: 'start', by: 'word', towards: 'forward' }],
  ['ArrowUp', { altKey: true }, { end: 'start', by: 'sentence', towards: 'back' }],
] as const)('%s with %o moves an end of a kept passage', async (key, modifiers, move) => {
  const { actions } = await show({ subject: existing });
  named('button', 'Note').focus();
  expect(await press(key, modifiers)).toBe(false);
  expect(actions.adjust).toHaveBeenCalledExactlyOnceWith('a', move);
});

test('no arrow moves anything before words are kept, without a modifier, or with both', async () => {
  const { actions } = await show();
  named('button', 'Note').focus();
  await press('ArrowRight', { shiftKey: true });
  const shown = await show({ subject: existing });
  named('button', 'Note').focus();
  await press('ArrowRight');
  await press('ArrowRight', { shiftKey: true, altKey: true });
  expect([actions.adjust, shown.actions.adjust].map(({ mock }) => mock.calls)).toEqual([[], []]);
});

test('the menu switches the site off', async () => {
  const { actions } = await show({ view: 'menu' });
  await click(named('button', 'Not on this site'));
  expect(actions.switchOff).toHaveBeenCalledOnce();
});
