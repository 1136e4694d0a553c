// @vitest-environment jsdom
/** The code picker: finds by any part of a path, gives several in a row, makes what is missing. */

import { expect, test, vi } from 'vitest';
import { buildCodeIndex, matchCodes, mostMatches } from '../../components/code-matching';
import { CodePicker } from '../../components/code-picker';
import { Keys } from '../../components/key-choices';
import type { CodeEntry } from '../../core/code-entry';
import { byRole, click, mount, named, press, typeText } from './mount';
import { codes } from './states';

async function openPicker(more: Partial<Parameters<typeof CodePicker>[0]> = {}) {
  const calls = { onToggle: vi.fn(), onCreate: vi.fn(), onClose: vi.fn(), onActivate: vi.fn() };
  await mount(
    <CodePicker codes={codes} recentCodeIds={['duty']} chosenIds={['actor']} {...calls} {...more} />,
  );
  return calls;
}

const codebook: CodeEntry[] = ['主体', '主体/区委', '主体/政法单位', '制度', '制度/督察', '制度/监督'].map(
  (path) => ({ id: path, path, colour: 'teal', count: 0 }),
);

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

test('a name in other characters is found, and can be made all the same', async () => {
  await openPicker({ codes: codebook });
  await typeText('制度/監督');
  expect(rows()).toEqual(['制度/监督', 'Make “制度/監督”']);
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

test.each([
  ['区 主', '主体/区委'],
  ['政法單位', '主体/政法单位'],
  ['主/法', '主体/政法单位'],
  ['督 制', '制度/督察'],
  ['察', '制度/督察'],
  ['制', '制度'],
])('%s finds %s across the levels', async (typed, path) => {
  await openPicker({ codes: codebook, recentCodeIds: ['制度/监督'] });
  await typeText(typed);
  expect(rows()[0]).toBe(path);
});

test('a part of the level above is enough to make a code below it; as it was typed comes second', async () => {
  const { onCreate } = await openPicker({ codes: codebook, recentCodeIds: ['主体/区委'] });
  await typeText('主/法院');
  expect(rows()).toEqual(['Make “主体/法院”', 'Make “主/法院”']);
  await press('Enter');
  expect(onCreate).toHaveBeenCalledWith('主体/法院');
});

test('a slash at the beginning makes a code below the one that was used last, or beside it', async () => {
  const { onCreate } = await openPicker({ codes: codebook, recentCodeIds: ['制度/督察'] });
  await typeText('/督导');
  expect(rows()).toEqual(['Make “制度/督察/督导”', 'Make “制度/督导”']);
  await press('Enter');
  expect(onCreate).toHaveBeenCalledWith('制度/督察/督导');
  await openPicker({ codes: codebook, recentCodeIds: ['制度'] });
  await typeText('／督');
  expect(rows()).toEqual(['制度/督察', '制度/监督', 'Make “制度/督”']);
});

test('under one code all is looked for and made there; a digit puts another code in its place', async () => {
  const { onCreate, onToggle } = await openPicker({
    codes: codebook,
    recentCodeIds: ['制度/督察', '制度'],
    digitCodeIds: ['制度/督察', '制度', '主体', null],
  });
  const above = () => document.querySelector('.picker-below')?.textContent;
  expect(above()).toBe('Under 制度/督察');
  await press('2');
  expect(above()).toBe('Under 制度');
  expect(rows().toSorted()).toEqual(['制度/监督', '制度/督察']);
  await press('3');
  expect(byRole('combobox')).toHaveProperty('value', '');
  await typeText('法院');
  expect(rows()).toEqual(['Make “主体/法院”']);
  await press('1');
  expect(above()).toBe('Under 主体');
  await press('Enter');
  expect(onCreate).toHaveBeenCalledExactlyOnceWith('主体/法院');
  await typeText('区');
  await press('Enter');
  expect(onToggle).toHaveBeenCalledExactlyOnceWith('主体/区委');
});

test('a locked codebook offers no new code and says so', async () => {
  await openPicker({ isLocked: true });
  await typeText('new');
  expect(rows()).toEqual([]);
  expect(byRole('status').textContent).toBe('The codebook is locked: no new codes.');
  await typeText('责任');
  expect(rows()).toEqual(['责任']);
});

test('an archived code is offered only to be taken away again', async () => {
  const archived: CodeEntry = { id: 'old', path: 'old', colour: 'teal', count: 1, isArchived: true };
  await openPicker({ codes: [...codes, archived], recentCodeIds: ['old'] });
  expect(rows()).not.toContain('old');
  await typeText('old');
  expect(rows()).toEqual([]);
  await openPicker({ codes: [...codes, archived], chosenIds: ['old'] });
  expect(rows()).toEqual(['old']);
});

test('Alt and Enter give the code to all further selections', async () => {
  const { onActivate, onToggle } = await openPicker();
  await typeText('责');
  await press('Enter', { altKey: true });
  await typeText('new');
  await press('Enter', { altKey: true });
  expect(onActivate.mock.calls).toEqual([[{ id: 'duty' }], [{ path: 'new' }]]);
  expect(onToggle).not.toHaveBeenCalled();
});

test('another key does that where the person has chosen it, and is the one that is told', async () => {
  const calls = { onToggle: vi.fn(), onCreate: vi.fn(), onClose: vi.fn(), onActivate: vi.fn() };
  await mount(
    <Keys.Provider value={{ keys: { 'field-activate-code': 'F8' }, hasPlainKeys: false }}>
      <CodePicker codes={codes} recentCodeIds={[]} chosenIds={[]} {...calls} />
    </Keys.Provider>,
  );
  await typeText('责');
  expect(document.querySelector('.hint')?.textContent).toBe('F8: keep coding with it');
  await press('Enter', { altKey: true });
  expect(calls.onToggle).not.toHaveBeenCalled();
  expect(calls.onActivate).not.toHaveBeenCalled();
  await press('F8');
  expect(calls.onActivate).toHaveBeenCalledExactlyOnceWith({ id: 'duty' });
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

test('the codes are folded once, however often the picker is opened and whatever is typed', async () => {
  const many = codebook.map((code) => ({ ...code }));
  const normalize = vi.spyOn(String.prototype, 'normalize');
  const opening = () => {
    normalize.mockClear();
    buildCodeIndex(many, []);
    return normalize.mock.calls.length;
  };
  const first = opening();
  const second = opening();
  normalize.mockClear();
  matchCodes(buildCodeIndex(many, []), '区 主');
  const perKey = normalize.mock.calls.length;
  normalize.mockRestore();
  expect([first >= many.length, second]).toEqual([true, 0]);
  expect(perKey).toBeLessThan(many.length);
});
