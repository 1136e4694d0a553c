// @vitest-environment jsdom
/** The code picker: finds by any part of a path, gives several in a row, makes what is missing. */

import { expect, test, vi } from 'vitest';
import { buildCodeIndex, matchCodes, mostMatches } from '../../components/code-matching';
import { CodePicker } from '../../components/code-picker';
import type { CodeEntry } from '../../core/code-entry';
import { byRole, click, mount, named, press, typeText } from './mount';
import { codes } from './states';

async function openPicker() {
  const calls = { onToggle: vi.fn(), onCreate: vi.fn(), onClose: vi.fn() };
  await mount(<CodePicker codes={codes} recentCodeIds={['duty']} chosenIds={['actor']} {...calls} />);
  return calls;
}

function rows(): string[] {
  return Array.from(document.querySelectorAll('[role="option"]'), (row) => row.textContent ?? '');
}

test('recent codes come first, and chosen ones are marked', async () => {
  await openPicker();
  expect(rows()).toEqual(['责任', '主体/区委', 'policy/Budget']);
  expect(named('[role="option"]', '主体').getAttribute('aria-selected')).toBe('true');
});

test.each(['区', '主体', 'budget', 'ＢＵＤＧＥＴ', 'olicy/bud', 'bud pol'])(
  '%s finds its code and Enter gives it',
  async (typed) => {
    const { onToggle } = await openPicker();
    await typeText(typed);
    expect(rows()[0]).toMatch(/主体\/区委|policy\/Budget/u);
    expect(byRole('combobox').getAttribute('aria-activedescendant')).toBe(
      document.querySelector('[role="option"]')?.id,
    );
    await press('Enter');
    expect(onToggle).toHaveBeenCalledOnce();
    expect(byRole('combobox')).toHaveProperty('value', '');
  },
);

test('arrow keys go round, also onto the row that makes a code', async () => {
  const { onCreate } = await openPicker();
  await typeText('主体/法院');
  expect(rows()).toEqual(['Make “主体/法院”']);
  await press('ArrowDown');
  await press('ArrowUp');
  await press('Enter');
  expect(onCreate).toHaveBeenCalledWith('主体/法院');
});

test('a code that exists in other letters is not offered for making', async () => {
  await openPicker();
  await typeText('POLICY / budget');
  expect(rows()).toEqual(['policy/Budget']);
});

test('a click on a row gives the code and leaves the picker open', async () => {
  const { onToggle, onClose } = await openPicker();
  await click(named('[role="option"]', '责任'));
  expect(onToggle).toHaveBeenCalledWith('duty');
  expect(onClose).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(byRole('combobox'));
});

test.each(['Enter', 'Escape'])('%s with nothing typed closes, once', async (key) => {
  const { onToggle, onClose } = await openPicker();
  await press(key);
  expect(onClose).toHaveBeenCalledExactlyOnceWith('key');
  expect(onToggle).not.toHaveBeenCalled();
});

test('nothing happens while an input method composes', async () => {
  const { onToggle, onCreate, onClose } = await openPicker();
  await typeText('zhu');
  await press('Enter', { isComposing: true });
  await press('Enter', { keyCode: 229 });
  await press('Escape', { isComposing: true });
  expect([onToggle, onCreate, onClose].flatMap(({ mock }) => mock.calls)).toEqual([]);
});

test('of 2,000 codes at most 50 are drawn, and matching all of them takes no time worth noticing', () => {
  const many = Array.from(
    { length: 2_000 },
    (_, index): CodeEntry => ({ id: `c${index}`, path: `主题/第${index}项`, colour: 'teal', count: 0 }),
  );
  const index = buildCodeIndex(many, ['c1999']);
  expect(matchCodes(index, '').codes).toHaveLength(mostMatches);
  expect(matchCodes(index, '').codes[0]?.id).toBe('c1999');
  expect(matchCodes(index, '第1234项').codes.map(({ id }) => id)).toEqual(['c1234']);
});
