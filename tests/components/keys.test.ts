// @vitest-environment jsdom
/** The shortcuts of the sidebar and the toolbar, and what keeps them from firing. */

import { expect, test } from 'vitest';
import { sidebarKeyAction } from '../../components/sidebar-keys';
import { toolbarKeyAction } from '../../components/toolbar-keys';

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
  ['y', {}, null],
  ['J', { shiftKey: true }, 'extend-next'],
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
])('in the toolbar, %s means %j on a selection and %j on a highlight', (key, onNew, onExisting) => {
  expect(toolbarKeyAction(pressed(key), 'new')).toEqual(onNew);
  expect(toolbarKeyAction(pressed(key), 'existing')).toEqual(onExisting);
});

test('a list of overlapping highlights answers only to Esc', () => {
  expect(toolbarKeyAction(pressed('Escape'), 'choose')).toEqual({ kind: 'dismiss' });
  expect(toolbarKeyAction(pressed('n'), 'choose')).toBeNull();
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
