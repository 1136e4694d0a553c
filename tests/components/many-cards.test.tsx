// @vitest-environment jsdom
/** Several cards at once: chosen by keys and clicks, changed in one step; the trash; the history of one; steps with their counts. */

import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { Sidebar } from '../../components/sidebar';
import type { SidebarState } from '../../components/sidebar-model';
import { usualSettings } from '../../core/settings';
import { click, mount, named, press, typeText } from './mount';
import { aCard, aSidebarState, sidebarActions } from './states';

async function show(over: Partial<SidebarState> = {}) {
  const actions = sidebarActions();
  const draw = (more: Partial<SidebarState> = {}) =>
    mount(<Sidebar state={aSidebarState({ ...over, ...more })} actions={actions} />);
  const root = await draw();
  return { actions, root, draw };
}

const chosen = () =>
  Array.from(document.querySelectorAll('.card'))
    .filter((card) => card.querySelector('[role="checkbox"]')?.getAttribute('aria-checked') === 'true')
    .map((card) => card.getAttribute('data-id'));

test('x chooses a card, Shift with j and k extends, a chooses all that are shown, Esc none', async () => {
  const { root } = await show();
  await press('j');
  await press('x');
  expect(chosen()).toEqual(['one']);
  await press('J', { shiftKey: true });
  expect(chosen()).toEqual(['one', 'two']);
  expect(root.querySelector('.chosen-bar')?.textContent).toContain('2 selected');
  await press('x');
  expect(chosen()).toEqual(['one']);
  await press('a');
  expect(chosen()).toEqual(['one', 'two', 'three']);
  await press('Escape');
  expect(chosen()).toEqual([]);
  expect(root.querySelector('.chosen-bar')).toBeNull();
});

test('Shift and a click choose all from the card with the focus to that one', async () => {
  const { actions } = await show();
  await press('j');
  const last = named('.card', 'quote three');
  await act(
    () =>
      void last
        .querySelector('blockquote')
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true })),
  );
  expect(chosen()).toEqual(['one', 'two', 'three']);
  expect(actions.reveal).not.toHaveBeenCalled();
});

test('the codes key gives a code to all of them, and takes one that all of them have', async () => {
  const cards = [aCard('one', { codeIds: ['actor'] }), aCard('two', { codeIds: ['actor', 'duty'] })];
  const { actions } = await show({ cards });
  await press('a');
  await press('#');
  await typeText('责任');
  await press('Enter');
  expect(actions.editMany).toHaveBeenLastCalledWith(['one', 'two'], { giveIds: ['duty'] });
  await typeText('区委');
  await press('Enter');
  expect(actions.editMany).toHaveBeenLastCalledWith(['one', 'two'], { takeIds: ['actor'] });
  await typeText('new');
  await press('Enter');
  expect(actions.editMany).toHaveBeenLastCalledWith(['one', 'two'], { newCodes: ['new'] });
});

test('a locked codebook offers no new code for them', async () => {
  const { actions } = await show({ settings: { ...usualSettings, isCodebookLocked: true } });
  await press('a');
  await press('#');
  await typeText('quite new');
  await press('Enter');
  expect(actions.editMany).not.toHaveBeenCalled();
});

test('uncode offers only codes that one of them has', async () => {
  const { actions } = await show({ cards: [aCard('one', { codeIds: ['duty'] }), aCard('two')] });
  await press('a');
  await click(named('button', 'Take a code off them'));
  expect(document.querySelectorAll('[role="option"]')).toHaveLength(1);
  await press('ArrowDown');
  await press('Enter');
  expect(actions.editMany).toHaveBeenCalledExactlyOnceWith(['one', 'two'], { takeIds: ['duty'] });
});

test('a note is added below those that they have, and Delete deletes all of them', async () => {
  const { actions } = await show();
  await press('a');
  await press('n');
  await typeText('look again');
  await press('Enter', { ctrlKey: true });
  expect(actions.editMany).toHaveBeenCalledExactlyOnceWith(['one', 'two', 'three'], {
    addNote: 'look again',
  });
  await press('Delete');
  expect(actions.removeMany).toHaveBeenCalledExactlyOnceWith(['one', 'two', 'three']);
  expect(actions.remove).not.toHaveBeenCalled();
});

test('what a search hides is not changed with the rest', async () => {
  const { actions, draw } = await show();
  await press('a');
  await draw({ cards: [aCard('two')], search: 'two' });
  await press('Delete');
  expect(actions.removeMany).toHaveBeenCalledExactlyOnceWith(['two']);
});

test('export offers the chosen ones first, and exports just them', async () => {
  const { actions } = await show();
  await press('j');
  await press('x');
  await click(named('button', 'Export them'));
  expect(
    document.querySelector<HTMLInputElement>('input[name="scope"]:checked')?.closest('label')?.textContent,
  ).toBe('Selected (1)');
  await click(named('button', 'Export 1'));
  expect(actions.exportFile).toHaveBeenCalledExactlyOnceWith({
    scope: 'chosen',
    format: 'xlsx',
    ids: ['one'],
    options: { coder: '', hasTexts: true },
  });
});

const trash = ['one', 'two', 'three'].map((id, index) => ({
  id,
  quote: `quote ${id}`,
  language: null,
  title: 'An article',
  daysLeft: index === 0 ? 1 : 30,
}));

test('the trash is reached from everything, tells the days that are left, and is worked by keys', async () => {
  const { actions, draw } = await show({ view: 'everything' });
  await press('d');
  expect(actions.showView).toHaveBeenLastCalledWith('trash');
  const root = await draw({ view: 'trash', trash });
  expect(root.textContent).toContain('1 day left');
  expect(named('nav button', 'Everything').getAttribute('aria-current')).toBe('true');
  await press('ArrowDown');
  await press('Enter');
  expect(actions.restore).toHaveBeenLastCalledWith(['two']);
  await draw({ view: 'trash', trash: trash.filter(({ id }) => id !== 'two') });
  expect(document.activeElement?.getAttribute('data-id')).toBe('three');
  await click(named('button', 'Restore all'));
  expect(actions.restore).toHaveBeenLastCalledWith(['one', 'three']);
  await click(named('button', 'Empty the trash'));
  expect(actions.emptyTrash).toHaveBeenCalledOnce();
  const empty = await draw({ view: 'trash', trash: [] });
  expect(empty.textContent).toContain('What you delete stays here for 30 days');
});

test('the history of a card tells what happened, with what was before and after, and what was undone', async () => {
  const { actions, root } = await show();
  const quote = (exact: string) => ({ quote: { exact } });
  actions.readHistory.mockResolvedValueOnce([
    {
      operationId: '3',
      at: '2026-03-01T12:00:00.000Z',
      kind: 're-attach',
      changes: [{ field: 'target', before: quote('old words'), after: quote('new words') }],
      isUndone: false,
    },
    {
      operationId: '2',
      at: '2026-03-01T11:00:00.000Z',
      kind: 'code',
      changes: [{ field: 'codeIds', before: ['duty'], after: ['actor', 'nobody'] }],
      isUndone: true,
    },
    {
      operationId: '1',
      at: '2026-03-01T10:00:00.000Z',
      kind: 'note',
      changes: [{ field: 'note', before: 'first', after: 'second' }],
      isUndone: false,
    },
  ]);
  await press('j');
  await press('h');
  expect(actions.readHistory).toHaveBeenCalledExactlyOnceWith('one');
  const told = Array.from(root.querySelectorAll('.history li'), (entry) => ({
    removed: Array.from(entry.querySelectorAll('del'), ({ textContent }) => textContent),
    added: Array.from(entry.querySelectorAll('ins'), ({ textContent }) => textContent),
    isUndone: entry.textContent?.includes('undone'),
  }));
  expect(told).toEqual([
    { removed: ['old words'], added: ['new words'], isUndone: false },
    { removed: ['责任'], added: ['主体/区委, a deleted code'], isUndone: true },
    { removed: ['first'], added: ['second'], isUndone: false },
  ]);
  await press('Escape');
  expect(root.querySelector('.history')).toBeNull();
  expect(document.activeElement?.getAttribute('data-id')).toBe('one');
});

test('undo, redo and the status name the step with its count, and no count of one', async () => {
  const { root } = await show({
    undo: { kind: 'merge-codes', count: 2 },
    redo: { kind: 'delete', count: 1 },
    status: { kind: 'done', step: { kind: 'delete', count: 12 }, operationId: '1' },
  });
  expect(named('footer button', 'Undo').textContent).toBe('Undo: merge of 2 codes');
  expect(named('footer button', 'Redo').getAttribute('aria-label')).toBe('Redo: delete');
  expect(root.querySelector('.status')?.textContent).toContain('Done: delete 12 annotations.');
});
