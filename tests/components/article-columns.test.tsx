// @vitest-environment jsdom
/** Article variables in the panel of the article, and every occurrence of a phrase in it. */

import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { Sidebar } from '../../components/sidebar';
import type { SidebarState } from '../../components/sidebar-model';
import type { Occurrence } from '../../core/messages';
import type { Variable } from '../../core/variable';
import { click, mount, named, press, typeText } from './mount';
import { aSidebarState, sidebarActions } from './states';

const made = '2026-03-01T08:00:00.000Z';
const columns: Variable[] = [
  { id: 'region', name: '地区', kind: 'text', choices: [], created: made, modified: made },
  { id: 'length', name: '字数', kind: 'number', choices: [], created: made, modified: made },
  { id: 'genre', name: '体裁', kind: 'choice', choices: ['消息', '评论'], created: made, modified: made },
];
const about = { fields: [], addresses: ['https://a.example/'], here: 'https://a.example/', id: 'article' };

async function show(over: Partial<SidebarState> = {}) {
  const actions = sidebarActions();
  const state = aSidebarState({ about, variables: { list: columns, values: { region: '江津' } }, ...over });
  const root = await mount(<Sidebar state={state} actions={actions} />);
  return { actions, root };
}

const focused = () => document.activeElement?.getAttribute('data-value');

test('v goes to the first variable, and Enter keeps each value and goes on to the next', async () => {
  const { actions } = await show();
  await press('v');
  expect(focused()).toBe('region');
  await press('Enter');
  expect(actions.fillVariable).not.toHaveBeenCalled();
  expect(focused()).toBe('length');
  await typeText('１２００');
  await press('Enter');
  expect(actions.fillVariable).toHaveBeenCalledExactlyOnceWith('length', '1200');
  expect(focused()).toBe('genre');
});

test('an Enter that ends a composition keeps nothing, and what is no number is refused with the reason', async () => {
  const { actions, root } = await show();
  await press('v');
  await press('Enter', { isComposing: true });
  expect(focused()).toBe('region');
  await press('Enter');
  await typeText('many');
  await press('Enter');
  expect(focused()).toBe('length');
  expect(root.querySelector('[role="alert"]')?.textContent).toBe('A number, such as 12 or 0.5');
  expect(actions.fillVariable).not.toHaveBeenCalled();
});

test('a choice is chosen from its choices', async () => {
  const { actions, root } = await show();
  await press('v');
  const select = root.querySelector<HTMLSelectElement>('select[data-value="genre"]');
  if (select === null) throw new Error('no choice');
  await act(() => {
    select.value = '评论';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(actions.fillVariable).toHaveBeenCalledExactlyOnceWith('genre', '评论');
});

test('a variable is added with its kind and choices, changed, and removed', async () => {
  const { actions, root } = await show();
  await press('v');
  await click(named('button', 'Add a variable'));
  await typeText('来源');
  const kind = root.querySelector<HTMLSelectElement>('.variable-editor select');
  if (kind === null) throw new Error('no kind');
  await act(() => {
    kind.value = 'choice';
    kind.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await act(() => root.querySelector<HTMLElement>('.variable-editor textarea')?.focus());
  await typeText('报纸\n\n网站\n报纸');
  await press('Enter', { ctrlKey: true });
  expect(actions.saveVariable).toHaveBeenCalledExactlyOnceWith(null, {
    name: '来源',
    kind: 'choice',
    choices: ['报纸', '网站'],
  });
  await click(named('.variables button', '地区'));
  await typeText('省份');
  await press('Enter');
  expect(actions.saveVariable).toHaveBeenLastCalledWith('region', {
    name: '省份',
    kind: 'text',
    choices: [],
  });
  await click(named('.variables button', '地区'));
  await click(named('button', 'Remove'));
  expect(actions.removeVariable).toHaveBeenCalledExactlyOnceWith('region');
});

test('without variables the panel says what they are for', async () => {
  const { root } = await show({ variables: { list: [], values: {} } });
  await press('v');
  expect(root.textContent).toContain('Columns of your own for each article');
  expect(document.activeElement?.textContent).toBe('Add a variable');
});

const occurrences: Occurrence[] = [1, 2, 3].map((start) => ({
  start,
  end: start + 1,
  words: '协同',
  before: 'before ',
  after: ' after',
  isKept: start === 3,
}));

test('every occurrence of what is searched is listed, unchecked at will, coded, and kept in one step', async () => {
  const { actions, root } = await show({ search: '协同' });
  actions.findOccurrences.mockResolvedValue(occurrences);
  await click(named('button', 'Code every “协同” in this article'));
  expect(actions.findOccurrences).toHaveBeenCalledExactlyOnceWith('协同');
  expect(root.textContent).toContain('Places in this article: 3');
  const boxes = Array.from(root.querySelectorAll<HTMLInputElement>('.quote-list input'));
  expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([
    [true, false],
    [true, false],
    [false, true],
  ]);
  await click(boxes[0] ?? root);
  await click(named('button', 'Choose codes'));
  await typeText('责任');
  await press('Enter');
  await typeText('新的');
  await press('Enter');
  await press('Escape');
  expect(document.activeElement?.textContent).toBe('Keep 1');
  await click(named('button', 'Keep 1'));
  expect(actions.keepOccurrences).toHaveBeenCalledExactlyOnceWith([occurrences[1]], ['duty'], ['新的']);
  expect(root.querySelector('[role="dialog"]')).toBeNull();
});
