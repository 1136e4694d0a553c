/** The keys that a person has: the usual ones, those chosen over them, and what comes of two commands with one. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clashes,
  commandOf,
  isBindable,
  type KeyChoices,
  keysOf,
  shownKey,
  withKey,
} from '../../core/key-bindings';
import { keyCommand, keyCommandNames, keySurfaces } from '../../core/key-commands';
import { usualSettings } from '../../core/settings';

const chosen = (keys: Record<string, string>): KeyChoices => ({ keys, hasPlainKeys: true });
const names = fc.constantFrom(...keyCommandNames);
const someKeys = fc.constantFrom(
  'h',
  'n',
  'Shift+z',
  'Alt+j',
  '#',
  'Delete',
  'F8',
  'Ctrl+Enter',
  '中',
  '+',
  'Alt++',
);

describe('the usual keys', () => {
  it('are each for one command of a place', () => {
    expect(clashes(usualSettings)).toEqual(new Map());
  });

  it('all get to their command', () => {
    for (const name of keyCommandNames) {
      for (const key of keyCommand(name).keys) {
        expect(commandOf(keyCommand(name).surface, key, usualSettings, true)).toBe(name);
      }
    }
  });
});

describe('chosen keys', () => {
  it('reach their command, whatever else has them, or say who has them', () => {
    fc.assert(
      fc.property(fc.dictionary(names, someKeys), (keys) => {
        const choices = chosen(keys);
        const shared = clashes(choices);
        for (const name of keyCommandNames) {
          const reached = keysOf(name, choices).some(
            (key) => commandOf(keyCommand(name).surface, key, choices, true) === name,
          );
          expect(reached || shared.has(name)).toBe(true);
        }
      }),
    );
  });

  it('clash only where both count, and both hear of it', () => {
    const found = clashes(chosen({ 'toolbar-keep': 'n', 'toolbar-merge': 'Alt+j', 'sidebar-next': 'h' }));
    expect(Object.fromEntries(found)).toEqual({
      'toolbar-keep': ['toolbar-note'],
      'toolbar-note': ['toolbar-keep'],
      'toolbar-merge': ['reading-next-sentence'],
      'reading-next-sentence': ['toolbar-merge'],
      'sidebar-next': ['sidebar-history'],
      'sidebar-history': ['sidebar-next'],
    });
  });

  it('for the ends of an annotation clash with those of the bar beside it', () => {
    const found = clashes(chosen({ 'ends-end-forward-word': 'n', 'ends-start-back-word': 'Shift+ArrowUp' }));
    expect(Object.fromEntries(found)).toEqual({
      'ends-end-forward-word': ['toolbar-note'],
      'toolbar-note': ['ends-end-forward-word'],
      'ends-start-back-word': ['ends-end-back-sentence'],
      'ends-end-back-sentence': ['ends-start-back-word'],
    });
  });

  it('that are no keys are not heeded', () => {
    for (const key of ['', 'hh', 'Shift+', 'Alt+Ctrl+j', ' ', 'constructor']) {
      expect(keysOf('toolbar-note', chosen({ 'toolbar-note': key }))).toEqual(['n']);
    }
    expect(
      keysOf('toolbar-note', chosen(JSON.parse('{"__proto__": {"toolbar-note": "x"}, "toString": "y"}'))),
    ).toEqual(['n']);
  });

  it('are forgotten with the usual key', () => {
    const others = { 'toolbar-note': 'k', unknown: 'x' };
    expect(withKey(chosen(others), 'toolbar-merge', 'q')).toEqual({ ...others, 'toolbar-merge': 'q' });
    expect(withKey(chosen(others), 'toolbar-note', null)).toEqual({ unknown: 'x' });
    expect(withKey(chosen(others), 'toolbar-note', 'n')).toEqual({ unknown: 'x' });
  });
});

describe('the key on a button', () => {
  it('is the one that gets there now', () => {
    expect(shownKey('toolbar-keep', usualSettings)).toBe('h');
    expect(shownKey('toolbar-keep', chosen({ 'toolbar-keep': 'Alt+h' }))).toBe('Alt+h');
    expect(shownKey('toolbar-keep', chosen({ 'toolbar-note': 'h' }))).toBe('Enter');
    expect(shownKey('toolbar-note', chosen({ 'toolbar-keep': 'n' }))).toBeNull();
  });

  it('is none of those that are switched off', () => {
    const choices = { keys: {}, hasPlainKeys: false };
    expect(shownKey('toolbar-keep', choices)).toBe('Enter');
    expect(shownKey('toolbar-note', choices)).toBeNull();
    expect(shownKey('reading-next-sentence', choices)).toBe('Alt+j');
  });
});

it.each([
  ['h', true],
  ['Shift+z', true],
  ['+', true],
  ['Ctrl++', true],
  ['F8', true],
  ['Enter', true],
  ['Tab', false],
  ['Shift+Tab', false],
  ['ArrowUp', false],
  ['Alt+ArrowLeft', false],
  ['Space', false],
  ['Escape', false],
  ['PageDown', false],
])('whether %s can be chosen: %s', (key, can) => {
  expect(isBindable(key, 'toolbar')).toBe(can);
});

it.each([
  ['Ctrl+s', true],
  ['Alt+Enter', true],
  ['F8', true],
  ['s', false],
  ['Shift+s', false],
  ['Enter', false],
  ['Backspace', false],
])('whether %s can be chosen for what is done in a field: %s', (key, can) => {
  expect(isBindable(key, 'field')).toBe(can);
});

it('arrows with a modifier can be chosen for the ends of an annotation only', () => {
  for (const key of ['Shift+ArrowUp', 'Ctrl+Alt+ArrowLeft']) {
    expect(isBindable(key, 'ends')).toBe(true);
    for (const surface of keySurfaces) expect(isBindable(key, surface)).toBe(surface === 'ends');
  }
  for (const key of ['ArrowUp', 'Shift+Tab', 'Ctrl+PageDown', 'Escape'])
    expect(isBindable(key, 'ends')).toBe(false);
});
