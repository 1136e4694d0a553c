// @vitest-environment jsdom
/** The trash by keys: those that the person has, and arrows always. */

import { expect, test, vi } from 'vitest';
import { Keys } from '../../components/key-choices';
import { Trash } from '../../components/trash';
import type { KeyChoices } from '../../core/key-bindings';
import { usualSettings } from '../../core/settings';
import { mount, press } from './mount';

const items = ['one', 'two', 'three'].map((id) => ({
  id,
  quote: `quote ${id}`,
  language: null,
  title: 'title',
  daysLeft: 3,
}));

async function show(choices: KeyChoices): Promise<void> {
  const actions = { restore: vi.fn(), emptyTrash: vi.fn(), showView: vi.fn() };
  await mount(
    <Keys.Provider value={choices}>
      <Trash items={items} canChange={true} actions={actions} />
    </Keys.Provider>,
  );
}

const reached = () => document.activeElement?.closest('[data-id]')?.getAttribute('data-id');

test.each([
  ['j', 'k', usualSettings],
  ['ArrowDown', 'ArrowUp', { ...usualSettings, hasPlainKeys: false }],
  ['s', 'w', { ...usualSettings, keys: { 'sidebar-next': 's', 'sidebar-previous': 'w' } }],
])('%s goes on and %s goes back', async (next, previous, choices) => {
  await show(choices);
  expect(reached()).toBe('one');
  await press(next);
  expect(reached()).toBe('two');
  await press(previous);
  expect(reached()).toBe('one');
});

test('letters that are switched off move nothing', async () => {
  await show({ ...usualSettings, hasPlainKeys: false });
  expect(await press('j')).toBe(true);
  expect(reached()).toBe('one');
});
