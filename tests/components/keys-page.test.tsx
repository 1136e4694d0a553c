// @vitest-environment jsdom
/** The keys page: a new key by pressing it, what it clashes with, and the way back. */

import { expect, test, vi } from 'vitest';
import { KeysPage } from '../../components/keys-page';
import { type Settings, usualSettings } from '../../core/settings';
import { byRole, click, mount, named, press } from './mount';

async function show(over: Partial<Settings> = {}, isReadOnly = false) {
  let settings = { ...usualSettings, ...over };
  const onChange = vi.fn<(change: Partial<Settings>) => void>((change) => {
    settings = { ...settings, ...change };
    void draw();
  });
  const draw = () =>
    mount(<KeysPage settings={settings} problem={null} isReadOnly={isReadOnly} onChange={onChange} />);
  await draw();
  return onChange;
}

const rowOf = (command: string) => {
  const row = document.querySelector<HTMLElement>(`[data-command="${command}"]`);
  if (row === null) throw new Error(`no row for ${command}`);
  return row;
};
const keysOf = (command: string) => [...rowOf(command).querySelectorAll('kbd')].map((key) => key.textContent);
const wait = (command: string) => click(named('button', 'New key', rowOf(command)));

test('the next key pressed becomes the key', async () => {
  const onChange = await show();
  expect(keysOf('toolbar-keep')).toEqual(['h', 'Enter']);
  await wait('toolbar-keep');
  expect(byRole('status').textContent).toBe('Press the new key (Esc: leave it)');
  expect(await press('K', { shiftKey: true })).toBe(false);
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ keys: { 'toolbar-keep': 'Shift+k' } });
  expect(keysOf('toolbar-keep')).toEqual(['Shift+k']);
  expect(byRole('status').textContent).toBe('Keep this passage: Shift+k');
  // Only that one key.
  expect(await press('x')).toBe(true);
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('a clash is said beside both, and at once', async () => {
  await show();
  await wait('toolbar-keep');
  await press('n');
  expect(byRole('status').textContent).toBe('Keep this passage: n. Same key: Write a note');
  expect(rowOf('toolbar-keep').textContent).toContain('Same key: Write a note');
  expect(rowOf('toolbar-note').textContent).toContain('Same key: Keep this passage');
  expect(rowOf('sidebar-note').textContent).not.toContain('Same key');
});

test('the usual key comes back for one, and for all', async () => {
  const onChange = await show({ keys: { 'toolbar-keep': 'k', 'toolbar-note': 'j' } });
  await click(named('button', 'Usual key: Keep', rowOf('toolbar-keep')));
  expect(keysOf('toolbar-keep')).toEqual(['h', 'Enter']);
  expect(onChange).toHaveBeenLastCalledWith({ keys: { 'toolbar-note': 'j' } });
  await click(named('button', 'All usual keys'));
  expect(onChange).toHaveBeenLastCalledWith({ keys: {} });
});

test('Esc, Tab and a key pressed by an input method choose nothing', async () => {
  const onChange = await show();
  await wait('toolbar-keep');
  await press('a', { isComposing: true });
  await press('Process', { keyCode: 229 });
  expect(await press('Tab')).toBe(true);
  expect(await press('ArrowDown')).toBe(false);
  expect(byRole('status').textContent).toContain('↓ stays what it is');
  await press('Escape');
  expect(byRole('status').textContent).toBe('Keep this passage has its key as before');
  expect(onChange).not.toHaveBeenCalled();
});

test('the moves of the ends are a group of their own, and arrows can be given to them', async () => {
  const onChange = await show();
  const group = rowOf('ends-end-forward-word').closest('section');
  expect(group?.querySelector('h3')?.textContent).toBe('On the page, at the ends of an annotation');
  expect(group?.querySelectorAll('tbody tr')).toHaveLength(12);
  expect(rowOf('ends-end-forward-word').querySelector('th')?.textContent).toBe('End further on: Word');
  expect(keysOf('ends-end-forward-word')).toEqual(['Ctrl+Shift+→', 'Shift+⌘+→']);
  await wait('ends-end-forward-word');
  expect(await press('ArrowRight', { shiftKey: true })).toBe(false);
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ keys: { 'ends-end-forward-word': 'Shift+ArrowRight' } });
  expect(rowOf('ends-end-forward-word').textContent).toContain('Same key: End further on: Character');
  await wait('ends-end-forward-word');
  await press('l');
  expect(keysOf('ends-end-forward-word')).toEqual(['l']);
  expect(rowOf('ends-end-forward-word').textContent).not.toContain('Same key');
});

test('for the reading cursor Shift is no part of the key', async () => {
  const onChange = await show();
  await wait('reading-next-sentence');
  await press('Ω', { altKey: true, shiftKey: true, code: 'KeyZ' });
  expect(onChange).toHaveBeenCalledWith({ keys: { 'reading-next-sentence': 'Alt+z' } });
});

test('the switches say what they do, and switched off keys say so', async () => {
  const onChange = await show();
  const [plain, lock] = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  plain?.click();
  expect(onChange).toHaveBeenCalledWith({ hasPlainKeys: false });
  lock?.click();
  expect(onChange).toHaveBeenCalledWith({ isCodebookLocked: true });
  await vi.waitFor(() => expect(rowOf('toolbar-note').textContent).toContain('switched off'));
  expect(rowOf('reading-next-sentence').textContent).not.toContain('switched off');
});

test('nothing changes in a library that a newer Pressmark has written', async () => {
  const onChange = await show({ keys: { 'toolbar-keep': 'k' } }, true);
  await wait('toolbar-keep');
  await press('x');
  await click(named('button', 'All usual keys'));
  expect(onChange).not.toHaveBeenCalled();
});
