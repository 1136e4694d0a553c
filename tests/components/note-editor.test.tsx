// @vitest-environment jsdom
/** The note editor: what saves, what cancels, and what does neither. */

import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { Keys } from '../../components/key-choices';
import { NoteEditor } from '../../components/note-editor';
import { click, mount, named, press, typeText } from './mount';

async function openEditor() {
  const calls = { onSave: vi.fn(), onClose: vi.fn() };
  await mount(<NoteEditor note="old" {...calls} />);
  return calls;
}

test.each([{ ctrlKey: true }, { metaKey: true }])('Enter with %j saves', async (modifier) => {
  const { onSave, onClose } = await openEditor();
  await typeText('new');
  await press('Enter', modifier);
  expect(onSave).toHaveBeenCalledExactlyOnceWith('new');
  expect(onClose).toHaveBeenCalledExactlyOnceWith('key');
});

test('another key saves where the person has chosen it, and is the one that is told', async () => {
  const calls = { onSave: vi.fn(), onClose: vi.fn() };
  const keys = { 'field-save': 'Ctrl+s' };
  await mount(
    <Keys.Provider value={{ keys, hasPlainKeys: true }}>
      <NoteEditor note="old" {...calls} />
    </Keys.Provider>,
  );
  expect(document.querySelector('.hint')?.textContent).toBe('Ctrl+s saves, Esc cancels');
  await typeText('new');
  expect(await press('Enter', { ctrlKey: true })).toBe(true);
  expect(calls.onSave).not.toHaveBeenCalled();
  expect(await press('s', { ctrlKey: true })).toBe(false);
  expect(calls.onSave).toHaveBeenCalledExactlyOnceWith('new');
});

test('leaving saves once', async () => {
  const { onSave, onClose } = await openEditor();
  await typeText('new');
  await act(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  expect(onSave).toHaveBeenCalledExactlyOnceWith('new');
  expect(onClose).toHaveBeenCalledExactlyOnceWith('leave');
});

test('what was typed is saved, once, when the editor is taken away', async () => {
  const { onSave } = await openEditor();
  await typeText('new');
  await mount(null);
  expect(onSave).toHaveBeenCalledExactlyOnceWith('new');
});

test.each(['Escape', 'Enter'])('nothing more is saved when it is taken away after %s', async (key) => {
  const { onSave } = await openEditor();
  await typeText('new');
  await press(key, { ctrlKey: true });
  onSave.mockClear();
  await mount(null);
  expect(onSave).not.toHaveBeenCalled();
});

test('Esc leaves the note as it was', async () => {
  const { onSave, onClose } = await openEditor();
  await typeText('new');
  await press('Escape');
  expect(onSave).not.toHaveBeenCalled();
  expect(onClose).toHaveBeenCalledExactlyOnceWith('key');
});

test('an unchanged note is not saved', async () => {
  const { onSave, onClose } = await openEditor();
  await click(named('button', 'Save'));
  expect(onSave).not.toHaveBeenCalled();
  expect(onClose).toHaveBeenCalledOnce();
});

test('a plain Enter, and any key of a composition, only writes', async () => {
  const { onSave, onClose } = await openEditor();
  await press('Enter');
  await press('Enter', { ctrlKey: true, isComposing: true });
  await press('Escape', { keyCode: 229 });
  expect(onSave).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
});
