// @vitest-environment jsdom
/** Two coders compared, in jsdom: figures and how to read them, disagreements decided by keys, and what is asked for. */

import { expect, test, vi } from 'vitest';
import type { CodersActions, CodersState } from '../../components/agreement/coders-model';
import { CodersView } from '../../components/agreement/coders-view';
import { Keys } from '../../components/key-choices';
import { compareCoders } from '../../core/agreement/compare-coders';
import { confusionOf } from '../../core/agreement/confusion';
import { type CoderPair, figureRows } from '../../core/agreement/figures';
import { codeEntries } from '../../core/code-entry';
import type { KeyChoices } from '../../core/key-bindings';
import { mergeCoders } from '../../core/merge-coders';
import { usualSettings } from '../../core/settings';
import { codedBy, coding, environment, packetCodes } from '../core/agreement/two-coders';
import { click, mount, named, press, typeText } from './mount';

const coders: CoderPair = ['Ann', 'Ben'];
const [economy = '', actor = '', rule = ''] = packetCodes.map(({ id }) => id);
const merged = await mergeCoders(
  [
    { coder: 'Ann', archive: codedBy(coding(0, '经济', [0]), coding(1, '区委', [1])) },
    { coder: 'Ben', archive: codedBy(coding(0, '稳中', [0]), coding(1, '督导组', [2])) },
  ],
  environment,
);
const comparison = compareCoders(merged, 'sentence');
const [first, second] = comparison.disagreements.map(({ unit }) => unit.id);

function aState(over: Partial<CodersState> = {}): CodersState {
  return {
    name: 'Ann',
    files: [null, 'ben.zip'],
    choice: { kind: 'sentence', codeIds: null },
    compared: {
      coders,
      comparison,
      rows: figureRows(comparison, coders),
      confusion: confusionOf(comparison.units, coders),
      problems: [{ kind: 'changed-code', id: economy, coder: null }],
      codes: codeEntries(merged.archive.codes, merged.archive.annotations),
    },
    isBusy: false,
    decisions: new Map(),
    uncoded: [],
    isReadOnly: false,
    ...over,
  };
}

function someActions() {
  return {
    readFile: vi.fn<CodersActions['readFile']>(),
    useLibrary: vi.fn<CodersActions['useLibrary']>(),
    name: vi.fn<CodersActions['name']>(),
    choose: vi.fn<CodersActions['choose']>(),
    decide: vi.fn<CodersActions['decide']>(),
    keepDecided: vi.fn<CodersActions['keepDecided']>(),
    saveFigures: vi.fn<CodersActions['saveFigures']>(),
    saveJudgements: vi.fn<CodersActions['saveJudgements']>(),
    openArticle: vi.fn<CodersActions['openArticle']>(),
  };
}

async function show(over: Partial<CodersState> = {}, keys: KeyChoices = usualSettings) {
  const actions = someActions();
  const root = await mount(
    <Keys.Provider value={keys}>
      <CodersView state={aState(over)} actions={actions} />
    </Keys.Provider>,
  );
  return { root, actions };
}

const cards = () => [...document.querySelectorAll<HTMLElement>('.coders-card')];

test('the figures of the core are shown for all codes and for each, with a sentence on how to read them', async () => {
  const { root } = await show();
  const { alpha, pairs } = comparison.agreement;
  const [whole] = [...root.querySelectorAll('tbody tr')];
  expect(whole?.textContent).toContain(alpha?.toFixed(3));
  expect(whole?.textContent).toContain(pairs[0]?.kappa?.toFixed(3));
  expect(root.querySelector('.coders-reading')?.textContent).toMatch(/^Alpha is .*Both have read 7 units/u);
  const economyRow = [...root.querySelectorAll('tbody tr')].find((row) =>
    row.textContent?.startsWith('经济'),
  );
  expect(economyRow?.textContent).toContain('1.000');
  expect(root.textContent).toContain('Codes that were changed on one side');
});

test('a disagreement stands in its text with what each gave', async () => {
  await show();
  expect(cards()).toHaveLength(2);
  expect(cards()[0]?.querySelector('mark')?.textContent).toBe('区委部署。');
  expect(cards()[0]?.querySelector('blockquote')?.textContent).toContain('督导组到位。');
  expect(
    [...(cards()[0]?.querySelectorAll('.coders-given > div') ?? [])].map((one) => one.textContent),
  ).toEqual(['Ann主体“区委”', 'BenNo code']);
});

test.each([
  ['1', [actor]],
  ['2', []],
  ['3', [actor]],
  ['0', []],
])('the key %s decides, and goes on to the next', async (key, codeIds) => {
  const { actions } = await show();
  cards()[0]?.focus();
  await press(key);
  expect(actions.decide).toHaveBeenCalledExactlyOnceWith(first, codeIds);
  expect(document.activeElement).toBe(cards()[1]);
});

test('j and k move, Delete leaves open, and # offers the codes', async () => {
  const { actions } = await show({ decisions: new Map([[second ?? '', [rule]]]) });
  cards()[0]?.focus();
  await press('j');
  expect(document.activeElement).toBe(cards()[1]);
  await press('Delete');
  expect(actions.decide).toHaveBeenLastCalledWith(second, null);
  await press('#');
  await typeText('经济');
  await press('Enter');
  expect(actions.decide).toHaveBeenLastCalledWith(second, [rule, economy]);
  await press('Escape');
  await press('k');
  expect(document.activeElement).toBe(cards()[0]);
});

test('digits decide nothing where plain keys are off; the arrows move all the same', async () => {
  const { actions } = await show({}, { ...usualSettings, hasPlainKeys: false });
  cards()[0]?.focus();
  await press('1');
  expect(actions.decide).not.toHaveBeenCalled();
  await press('ArrowDown');
  expect(document.activeElement).toBe(cards()[1]);
});

test('the decided version, the files and the choices are asked for by their buttons', async () => {
  const { actions } = await show();
  await click(named('button', 'Keep the decided version'));
  expect(actions.keepDecided).toHaveBeenCalledOnce();
  await click(named('button', 'Save every judgement'));
  expect(actions.saveJudgements).toHaveBeenCalledOnce();
  await click(named('label.choice', '主体').querySelector('input') ?? document.body);
  expect(actions.choose).toHaveBeenCalledWith({ codeIds: expect.not.arrayContaining([actor]) });
});

test('nothing can be decided in a library that is read-only', async () => {
  const { actions } = await show({ isReadOnly: true });
  cards()[0]?.focus();
  await press('1');
  expect(actions.decide).not.toHaveBeenCalled();
  expect(document.querySelector('.primary')).toBe(null);
});

test('before there is anything to compare, the steps are told, and what is to be read', async () => {
  const { root, actions } = await show({
    compared: null,
    files: [null, null],
    uncoded: merged.archive.articles.slice(0, 1),
  });
  expect(root.querySelectorAll('ol li')).toHaveLength(3);
  await click(named('button.link', '', root));
  expect(actions.openArticle).toHaveBeenCalledWith(merged.archive.articles[0]?.id);
});
