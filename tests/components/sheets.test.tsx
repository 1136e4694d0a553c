// @vitest-environment jsdom
/** The export and import sheets: what is previewed is what is asked for, and nothing is written by looking. */

import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { Sidebar } from '../../components/sidebar';
import type { SidebarState } from '../../components/sidebar-model';
import { click, mount, named, press, typeText } from './mount';
import { aSidebarState, sidebarActions } from './states';

async function show(over: Partial<SidebarState> = {}) {
  const actions = sidebarActions();
  const root = await mount(<Sidebar state={aSidebarState(over)} actions={actions} />);
  return { actions, root };
}

async function choose(name: string): Promise<void> {
  const label = named('label', name);
  await click(label.querySelector('input') ?? label);
}

test('export asks what and for whom, previews it, and exports just that', async () => {
  const { actions, root } = await show();
  await click(named('button', 'Export 3'));
  expect(root.querySelector('.preview')?.textContent).toBe('preview of xlsx');
  await choose('Everything');
  await choose('Markdown');
  expect(root.querySelector('.preview')?.textContent).toBe('preview of markdown');
  expect(actions.exportFile).not.toHaveBeenCalled();
  await click(named('button', 'Export 9'));
  expect(actions.exportFile).toHaveBeenCalledExactlyOnceWith({
    scope: 'everything',
    format: 'markdown',
    options: { coder: '', hasTexts: true },
  });
  expect(root.querySelector('[role="dialog"]')).toBeNull();
});

test('a format shows what can be chosen of it, and the choice goes with it', async () => {
  const { actions, root } = await show();
  await click(named('button', 'Export 3'));
  await choose('RIS');
  expect(root.textContent).not.toContain('How');
  await choose('REFI-QDA');
  await choose('With the texts');
  named('label', 'Your name').querySelector('input')?.focus();
  await typeText('苏展');
  await click(named('button', 'Export 3'));
  expect(actions.exportFile).toHaveBeenCalledExactlyOnceWith({
    scope: 'article',
    format: 'qdpx',
    options: { coder: '苏展', hasTexts: false },
  });
});

test('a table may have a row for each article, with 0 and 1 for each code', async () => {
  const { actions, root } = await show();
  await click(named('button', 'Export 3'));
  const rows = root.querySelector('select');
  expect(Array.from(rows?.options ?? [], ({ value }) => value)).toEqual([
    'annotation',
    'coding',
    'article',
    'outlet',
  ]);
  expect(root.textContent).not.toContain('0 and 1');
  await act(() => {
    if (rows !== null) rows.value = 'article';
    rows?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await choose('0 and 1');
  await click(named('button', 'Export 3'));
  expect(actions.exportFile).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      options: { coder: '', hasTexts: true, rowsOf: 'article', isBinary: true },
    }),
  );
});

test('an export says how far it has come and can be cancelled; then what its file holds, and what it cannot', async () => {
  const { actions, root } = await show({ exportRun: { kind: 'writing', done: 3, total: 12 } });
  expect(root.querySelector('progress')?.position).toBe(0.25);
  await click(named('button', 'Cancel'));
  expect(actions.endExport).toHaveBeenCalledOnce();
  const fileRead = { annotations: 412, matching: 411, losses: [{ what: 'trash' as const, count: 3 }] };
  const written = await show({ exportRun: { kind: 'written', fileName: 'a.qdpx', report: fileRead } });
  expect(written.root.textContent).toContain('411 of 412 quotes');
  expect(written.root.querySelector('.losses')?.textContent).toBe('the trash (3)');
  await press('Escape');
  expect(written.actions.endExport).toHaveBeenCalledOnce();
});

test('the preview is made once for a choice, though the callbacks are new at each drawing', async () => {
  const { actions } = await show();
  await click(named('button', 'Export 3'));
  const other = { ...actions, previewExport: async () => 'another' };
  await mount(<Sidebar state={aSidebarState()} actions={other} />);
  expect(actions.previewExport).toHaveBeenCalledOnce();
});

test('a narrowed list is what export offers first', async () => {
  const { root } = await show({ search: '区' });
  await click(named('button', 'Export'));
  expect(
    root.querySelector<HTMLInputElement>('input[name="scope"]:checked')?.closest('label')?.textContent,
  ).toBe('Current search (3)');
});

test('Esc leaves the sheet, and the keys of the list are asleep under it', async () => {
  const { actions, root } = await show({ undo: { kind: 'delete', count: 1 } });
  await click(named('button', 'Export 3'));
  await press('z');
  expect(actions.undo).not.toHaveBeenCalled();
  await press('Escape');
  expect(root.querySelector('[role="dialog"]')).toBeNull();
});

test('a chosen file is read for a dry run', async () => {
  const { actions, root } = await show();
  const input = root.querySelector('input[type="file"]') ?? root;
  const file = new File(['{}'], 'archive.json');
  Object.defineProperty(input, 'files', { value: [file] });
  await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  expect(actions.readImport).toHaveBeenCalledExactlyOnceWith(file);
});

const report = {
  fileName: 'archive.json',
  added: 12,
  same: 3,
  changed: 1,
  bad: [{ where: 'annotation 3', why: 'selector has no exact quote' }],
  mended: [{ where: 'annotation 5', how: 'byte-order-mark' as const }],
};

test('the dry run counts, says where and why, and waits', async () => {
  const { actions, root } = await show({ importReport: report });
  expect(Array.from(root.querySelectorAll('dd'), ({ textContent }) => textContent)).toEqual([
    '12',
    '1',
    '3',
    '1',
  ]);
  expect(root.textContent).toContain('annotation 3 has no quote');
  expect(actions.confirmImport).not.toHaveBeenCalled();
  await click(named('button', 'Import 13'));
  expect(actions.confirmImport).toHaveBeenCalledOnce();
});

test('Cancel and Esc write nothing', async () => {
  const { actions } = await show({ importReport: report });
  await click(named('button', 'Cancel'));
  await press('Escape');
  expect(actions.cancelImport).toHaveBeenCalledTimes(2);
  expect(actions.confirmImport).not.toHaveBeenCalled();
});

test('a file with nothing new cannot be imported', async () => {
  await show({ importReport: { ...report, added: 0, changed: 0 } });
  expect(named('button', 'Import 0').hasAttribute('disabled')).toBe(true);
});
