// @vitest-environment jsdom
/** The shortcuts of the sidebar and the toolbar, and what keeps them from firing. */

import { expect, test } from 'vitest';
import { keyName } from '../../components/key-press';
import { readingMove } from '../../components/reading-keys';
import { codebookKeyAction, sidebarKeyAction as sidebarAction } from '../../components/sidebar-keys';
import { toolbarKeyAction as toolbarAction } from '../../components/toolbar-keys';
import type { KeyChoices } from '../../core/key-bindings';
import { usualSettings } from '../../core/settings';
import type { ToolbarSubject } from '../../core/toolbar';

function pressed(key: string, over: KeyboardEventInit = {}, target: Element = document.body): KeyboardEvent {
  document.body.append(target === document.body ? '' : target);
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...over });
  let heard = event;
  const hear = (press: Event) => {
    heard = press as KeyboardEvent;
    Object.defineProperty(heard, 'composedPath', { value: () => [target] });
  };
  target.addEventListener('keydown', hear, { once: true });
  target.dispatchEvent(event);
  return heard;
}

const sidebarKeyAction = (press: KeyboardEvent, choices: KeyChoices = usualSettings) =>
  sidebarAction(press, choices);

const toolbarKeyAction = (
  press: KeyboardEvent,
  subject: ToolbarSubject['kind'],
  choices: KeyChoices = usualSettings,
  hasFocus = false,
) => toolbarAction(press, { subject, choices, hasFocus });

const chosen = (keys: Record<string, string>): KeyChoices => ({ keys, hasPlainKeys: true });
const noPlainKeys: KeyChoices = { keys: {}, hasPlainKeys: false };

function element(
  html: 'input' | 'textarea' | 'select' | 'button' | 'div',
  attributes: Record<string, string> = {},
) {
  const made = document.createElement(html);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

test.each([
  ['j', {}, 'next'],
  ['k', {}, 'previous'],
  ['Enter', {}, 'reveal'],
  ['#', { shiftKey: true }, 'codes'],
  ['#', {}, 'codes'],
  ['t', {}, 'codes'],
  ['n', {}, 'note'],
  ['/', {}, 'search'],
  ['/', { shiftKey: true }, 'search'],
  ['z', {}, 'undo'],
  ['Z', { shiftKey: true }, 'redo'],
  ['Delete', {}, 'delete'],
  ['Backspace', {}, 'delete'],
  ['Escape', {}, 'close'],
  ['x', {}, 'select'],
  ['a', {}, 'select-all'],
  ['J', { shiftKey: true }, 'extend-next'],
  ['?', { shiftKey: true }, 'keys'],
  ['q', {}, null],
  ['Q', { shiftKey: true }, null],
])('in the sidebar, %s with %j means %s', (key, over, action) => {
  expect(sidebarKeyAction(pressed(key, over))).toBe(action);
});

test.each([
  ['h', { kind: 'keep' }, null],
  ['Enter', { kind: 'keep' }, null],
  ['1', { kind: 'recent-code', index: 0 }, { kind: 'recent-code', index: 0 }],
  ['9', { kind: 'recent-code', index: 8 }, { kind: 'recent-code', index: 8 }],
  ['0', null, null],
  ['#', { kind: 'codes' }, { kind: 'codes' }],
  ['t', { kind: 'codes' }, { kind: 'codes' }],
  ['n', { kind: 'note' }, { kind: 'note' }],
  ['o', { kind: 'open-sidebar' }, { kind: 'open-sidebar' }],
  ['Escape', { kind: 'dismiss' }, { kind: 'dismiss' }],
  ['Delete', null, { kind: 'delete' }],
  ['Backspace', null, { kind: 'delete' }],
  ['a', { kind: 'active-code' }, { kind: 'active-code' }],
  ['f', { kind: 'occurrences' }, null],
  ['m', null, { kind: 'merge' }],
  ['z', { kind: 'undo' }, { kind: 'undo' }],
])('in the toolbar, %s means %j on a selection and %j on a highlight', (key, onNew, onExisting) => {
  expect(toolbarKeyAction(pressed(key), 'new')).toEqual(onNew);
  expect(toolbarKeyAction(pressed(key), 'existing')).toEqual(onExisting);
});

test('a list of overlapping highlights answers only to Esc', () => {
  expect(toolbarKeyAction(pressed('Escape'), 'choose')).toEqual({ kind: 'dismiss' });
  expect(toolbarKeyAction(pressed('n'), 'choose')).toBeNull();
});

test('while selections get the active code, digits, another code and undo are all there is', () => {
  expect(toolbarKeyAction(pressed('1'), 'coding')).toEqual({ kind: 'recent-code', index: 0 });
  expect(toolbarKeyAction(pressed('a'), 'coding')).toEqual({ kind: 'active-code' });
  expect(toolbarKeyAction(pressed('Z', { shiftKey: true }), 'coding')).toEqual({ kind: 'redo' });
  expect(toolbarKeyAction(pressed('n'), 'coding')).toBeNull();
});

test('a chosen key takes the place of all usual ones, and Esc always leads out', () => {
  const choices = chosen({ 'toolbar-keep': 'k', 'toolbar-dismiss': 'q', 'sidebar-search': 'Ctrl+f' });
  expect(toolbarKeyAction(pressed('k'), 'new', choices)).toEqual({ kind: 'keep' });
  expect(toolbarKeyAction(pressed('k'), 'attach', choices)).toEqual({ kind: 'attach' });
  expect(toolbarKeyAction(pressed('h'), 'new', choices)).toBeNull();
  expect(toolbarKeyAction(pressed('Enter'), 'new', choices)).toBeNull();
  expect(toolbarKeyAction(pressed('q'), 'new', choices)).toEqual({ kind: 'dismiss' });
  expect(toolbarKeyAction(pressed('Escape'), 'new', choices)).toEqual({ kind: 'dismiss' });
  expect(sidebarKeyAction(pressed('f', { ctrlKey: true }), choices)).toBe('search');
  expect(sidebarKeyAction(pressed('/'), choices)).toBeNull();
});

test('of two commands with one key the one that was given it is done', () => {
  expect(toolbarKeyAction(pressed('n'), 'new', chosen({ 'toolbar-keep': 'n' }))).toEqual({ kind: 'keep' });
  expect(toolbarKeyAction(pressed('h'), 'new', chosen({ 'toolbar-note': 'h' }))).toEqual({ kind: 'note' });
});

test.each([
  ['ArrowRight', { shiftKey: true }, { end: 'end', by: 'character', towards: 'forward' }],
  ['ArrowLeft', { altKey: true }, { end: 'start', by: 'character', towards: 'back' }],
  ['ArrowLeft', { shiftKey: true, ctrlKey: true }, { end: 'end', by: 'word', towards: 'back' }],
  ['ArrowRight', { altKey: true, metaKey: true }, { end: 'start', by: 'word', towards: 'forward' }],
  ['ArrowDown', { shiftKey: true }, { end: 'end', by: 'sentence', towards: 'forward' }],
  ['ArrowUp', { altKey: true }, { end: 'start', by: 'sentence', towards: 'back' }],
] as const)('beside a highlight, %s with %j moves an end by %j', (key, over, move) => {
  expect(toolbarKeyAction(pressed(key, over), 'existing')).toEqual({ kind: 'adjust', move });
  expect(toolbarKeyAction(pressed(key, over), 'new')).toBeNull();
});

test('an end moves by the chosen key, and by the usual one no longer', () => {
  const choices = chosen({ 'ends-end-forward-word': 'l', 'ends-start-back-word': 'n' });
  const forward = { end: 'end', by: 'word', towards: 'forward' };
  expect(toolbarKeyAction(pressed('l'), 'existing', choices)).toEqual({ kind: 'adjust', move: forward });
  const usual = pressed('ArrowRight', { shiftKey: true, ctrlKey: true });
  expect(toolbarKeyAction(usual, 'existing', choices)).toBeNull();
  const back = { end: 'start', by: 'word', towards: 'back' };
  expect(toolbarKeyAction(pressed('n'), 'existing', choices)).toEqual({ kind: 'adjust', move: back });
  // Where no end can move, the key is free for the bar.
  expect(toolbarKeyAction(pressed('n'), 'new', choices)).toEqual({ kind: 'note' });
});

test('without plain keys only those with Ctrl, Alt or ⌘ count on the page, and Esc', () => {
  for (const key of ['h', '1', '#', 'z', 'Enter', 'Delete']) {
    expect(toolbarKeyAction(pressed(key), 'new', noPlainKeys)).toBeNull();
    expect(toolbarKeyAction(pressed(key), 'existing', noPlainKeys)).toBeNull();
  }
  expect(toolbarKeyAction(pressed('Escape'), 'new', noPlainKeys)).toEqual({ kind: 'dismiss' });
  const withAlt = { ...noPlainKeys, keys: { 'toolbar-keep': 'Alt+h' } };
  expect(toolbarKeyAction(pressed('h', { altKey: true, code: 'KeyH' }), 'new', withAlt)).toEqual({
    kind: 'keep',
  });
  expect(toolbarKeyAction(pressed('ArrowRight', { shiftKey: true }), 'existing', noPlainKeys)).toBeNull();
  expect(toolbarKeyAction(pressed('ArrowRight', { altKey: true }), 'existing', noPlainKeys)).not.toBeNull();
});

test('without plain keys Enter, Delete and arrows still count where a control of ours has the focus', () => {
  expect(toolbarKeyAction(pressed('Enter'), 'new', noPlainKeys, true)).toEqual({ kind: 'keep' });
  expect(toolbarKeyAction(pressed('Delete'), 'existing', noPlainKeys, true)).toEqual({ kind: 'delete' });
  expect(
    toolbarKeyAction(pressed('ArrowRight', { shiftKey: true }), 'existing', noPlainKeys, true),
  ).not.toBeNull();
  expect(toolbarKeyAction(pressed('h'), 'new', noPlainKeys, true)).toBeNull();
  expect(sidebarKeyAction(pressed('Enter'), noPlainKeys)).toBe('reveal');
  expect(sidebarKeyAction(pressed('j'), noPlainKeys)).toBeNull();
});

test('a code with the focus has keys of its own', () => {
  expect(codebookKeyAction(pressed('F2'), usualSettings)).toBe('rename');
  expect(codebookKeyAction(pressed('N', { shiftKey: true }), usualSettings)).toBe('new-top');
  expect(codebookKeyAction(pressed('F2'), noPlainKeys)).toBe('rename');
  expect(codebookKeyAction(pressed('d'), noPlainKeys)).toBeNull();
});

test.each([
  ['j', { altKey: true, code: 'KeyJ' }, false, { by: 'sentence', towards: 'forward', isExtending: false }],
  ['∆', { altKey: true, code: 'KeyJ' }, false, { by: 'sentence', towards: 'forward', isExtending: false }],
  [
    'K',
    { altKey: true, shiftKey: true, code: 'KeyK' },
    false,
    { by: 'sentence', towards: 'back', isExtending: true },
  ],
  [
    '“',
    { altKey: true, code: 'BracketLeft' },
    false,
    { by: 'paragraph', towards: 'back', isExtending: false },
  ],
  [
    '}',
    { shiftKey: true, code: 'BracketRight' },
    true,
    { by: 'paragraph', towards: 'forward', isExtending: true },
  ],
  ['j', { code: 'KeyJ' }, true, { by: 'sentence', towards: 'forward', isExtending: false }],
  ['j', { code: 'KeyJ' }, false, null],
  ['j', { altKey: true, ctrlKey: true, code: 'KeyJ' }, true, null],
] as const)(
  'for the reading cursor, %s with %j beside a selection: %s means %j',
  (key, over, hasSelection, move) => {
    expect(readingMove(pressed(key, over), hasSelection, usualSettings)).toEqual(move);
  },
);

test('the reading cursor goes by the chosen key, which needs no Alt beside a selection', () => {
  const choices = chosen({ 'reading-next-sentence': 'Alt+s' });
  const next = { by: 'sentence', towards: 'forward', isExtending: false };
  expect(readingMove(pressed('s', { altKey: true, code: 'KeyS' }), false, choices)).toEqual(next);
  expect(readingMove(pressed('s', { code: 'KeyS' }), true, choices)).toEqual(next);
  expect(readingMove(pressed('s', { code: 'KeyS' }), true, { ...choices, hasPlainKeys: false })).toBeNull();
  expect(readingMove(pressed('j', { altKey: true, code: 'KeyJ' }), false, choices)).toBeNull();
});

test.each([
  ['h', {}, 'h'],
  ['H', { shiftKey: true }, 'Shift+h'],
  ['#', { shiftKey: true }, '#'],
  ['Delete', { shiftKey: true }, 'Shift+Delete'],
  [' ', {}, 'Space'],
  [
    'k',
    { ctrlKey: true, altKey: true, shiftKey: true, metaKey: true, code: 'KeyK' },
    'Ctrl+Alt+Shift+Meta+k',
  ],
  ['Dead', { altKey: true, code: 'KeyN' }, 'Alt+n'],
  ['é', {}, 'é'],
  ['Shift', { shiftKey: true }, null],
  ['Dead', {}, null],
  ['Process', {}, null],
] as const)('the key %s with %j is written as %s', (key, over, name) => {
  expect(keyName(pressed(key, over))).toBe(name);
});

test('Caps Lock changes nothing', () => {
  expect(sidebarKeyAction(pressed('J'))).toBe('next');
});

test.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }, { keyCode: 229 }])(
  'a key is no shortcut with %j',
  (over) => {
    expect(sidebarKeyAction(pressed('j', over))).toBeNull();
    expect(toolbarKeyAction(pressed('h', over), 'new')).toBeNull();
  },
);

test.each([
  element('input'),
  element('textarea'),
  element('select'),
  element('div', { contenteditable: 'true' }),
  element('div', { contenteditable: '' }),
  element('div', { role: 'textbox' }),
])('a key in an editable field is no shortcut (%#)', (field) => {
  expect(sidebarKeyAction(pressed('j', {}, field))).toBeNull();
  expect(toolbarKeyAction(pressed('h', {}, field), 'new')).toBeNull();
});

test('Enter on a button presses the button only', () => {
  expect(sidebarKeyAction(pressed('Enter', {}, element('button')))).toBeNull();
  expect(sidebarKeyAction(pressed('j', {}, element('button')))).toBe('next');
});
