// @vitest-environment jsdom
/** The toolbar while the reader selects the words that an annotation belongs to. */

import { expect, test } from 'vitest';
import { Toolbar } from '../../components/toolbar';
import type { ToolbarSubject } from '../../core/toolbar';
import { click, mount, named, press } from './mount';
import { aToolbarState, toolbarActions } from './states';

async function show(subject: ToolbarSubject) {
  const actions = toolbarActions();
  const root = await mount(<Toolbar state={aToolbarState({ subject })} actions={actions} />);
  return { actions, root };
}

test('says what to do, of which words, and can be stopped', async () => {
  const { actions, root } = await show({ kind: 'awaiting', quote: '消费回暖' });
  expect(root.querySelector('[role="status"]')?.textContent).toContain('Select the words');
  expect(root.querySelector('q')?.textContent).toBe('消费回暖');
  await click(named('button', 'Stop'));
  expect(actions.dismiss).toHaveBeenCalledOnce();
});

test('offers nothing but to attach beside a selection: a key for a code or a note does nothing', async () => {
  const { actions, root } = await show({ kind: 'attach' });
  expect(root.querySelectorAll('button')).toHaveLength(2);
  const button = named('button', 'Attach here');
  await click(button);
  expect(actions.attach).toHaveBeenCalledOnce();
  named('button', 'Stop').focus();
  for (const key of ['1', '#', 'n', 'o', 'Delete']) await press(key);
  expect(actions.keep).not.toHaveBeenCalled();
  expect(actions.showView).not.toHaveBeenCalled();
  expect(actions.openSidebar).not.toHaveBeenCalled();
  await press('h');
  expect(actions.attach).toHaveBeenCalledTimes(2);
  await press('Escape');
  expect(actions.dismiss).toHaveBeenCalledOnce();
});
