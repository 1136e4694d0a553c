// @vitest-environment jsdom
/** The editor of templates: what is typed is shown at once, mistakes are named, and nothing counts until it is used. */

import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { Sidebar } from '../../components/sidebar';
import type { SidebarActions, SidebarState } from '../../components/sidebar-model';
import { markdownBy } from '../../core/export/markdown-exporter';
import { plainTemplate } from '../../core/export/markdown-templates';
import { usualSettings } from '../../core/settings';
import { click, mount, named, press, typeText } from './mount';
import { aSidebarState, sidebarActions } from './states';

/** Takes what the real exporter takes. */
const previewExport = vi.fn<SidebarActions['previewExport']>(async ({ options }) => {
  const { template = 'ours' } = options;
  if (template !== 'ours') markdownBy(template);
  return `made by ${template}`;
});

async function edit(over: Partial<SidebarState> = {}) {
  const actions = { ...sidebarActions(), previewExport };
  const root = await mount(<Sidebar state={aSidebarState(over)} actions={actions} />);
  await click(named('button', 'Export 3'));
  await chooseMarkdown();
  await click(named('button', 'Edit the template'));
  return { actions, root };
}

async function chooseMarkdown(): Promise<void> {
  await click(named('label', 'Markdown').querySelector('input') ?? document.body);
}

function field(): HTMLTextAreaElement {
  const [area] = document.getElementsByTagName('textarea');
  if (area === undefined) throw new Error('there is no field for the template');
  return area;
}

async function write(text: string): Promise<void> {
  field().focus();
  await typeText(text);
}

/** What is typed is looked at when the person pauses. */
function untilShown(words: string): Promise<void> {
  return vi.waitFor(async () => {
    await act(async () => undefined);
    const [fault, preview] = ['.fault', '.preview'].map(
      (selector) => document.querySelector(selector)?.textContent ?? '',
    );
    expect(`${fault}${preview}`).toContain(words);
  });
}

test('it begins with ours, and shows what is typed as it would be written of the first article', async () => {
  const { actions, root } = await edit();
  expect(root.textContent).toContain('Template for Markdown');
  expect(field().value).toBe(plainTemplate);
  await write('# {{title}}');
  await untilShown('made by # {{title}}');
  expect(previewExport).toHaveBeenLastCalledWith(
    expect.objectContaining({ options: expect.objectContaining({ template: '# {{title}}' }) }),
    'article',
  );
  expect(actions.saveTemplate).not.toHaveBeenCalled();
  await click(named('button', 'Use this template'));
  expect(actions.saveTemplate).toHaveBeenCalledExactlyOnceWith('markdown', '# {{title}}');
});

test('what is used counts for the export at once, and the button that opened the editor has the focus again', async () => {
  const { actions } = await edit();
  await write('> {{heading}}');
  await untilShown('made by > {{heading}}');
  await press('Enter', { ctrlKey: true });
  expect(document.activeElement?.textContent).toBe('Edit the template');
  await click(named('button', 'Export 3'));
  expect(actions.exportFile).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      format: 'markdown',
      options: expect.objectContaining({ template: '> {{heading}}' }),
    }),
  );
});

test.each([
  ['a\n{{titel}}', 'Line 2: there is no field “titel”.'],
  ['{{quotes}}', 'Line 1: “quotes” is a list: write {{#quotes}} … {{/quotes}}.'],
  ['{{title|html}}', 'Line 1: “html” is no way to write a field; only “yaml” is.'],
  ['\n\n{{title', 'Line 3: what follows “{{” cannot be read.'],
  ['{{#quotes}}', 'Line 1: “quotes” is opened and never closed.'],
  ['{{/quotes}}', 'Line 1: “quotes” is closed and was never opened.'],
  ['{{#quotes}}\n{{#note}}\n{{/quotes}}', 'Line 3: “quotes” is closed, but “note” of line 2 is still open.'],
])('%j cannot be used: %s', async (template, words) => {
  const { actions } = await edit();
  await write(template);
  await untilShown(words);
  expect(named('button', 'Use this template').hasAttribute('disabled')).toBe(true);
  await press('Enter', { ctrlKey: true });
  expect(actions.saveTemplate).not.toHaveBeenCalled();
});

test('ours can be put back, and what it took the place of too', async () => {
  const { actions } = await edit({
    settings: { ...usualSettings, templates: { markdown: 'mine {{title}}' } },
  });
  expect(field().value).toBe('mine {{title}}');
  await click(named('button', 'Put ours back'));
  expect(field().value).toBe(plainTemplate);
  await click(named('button', 'Put yours back'));
  expect(field().value).toBe('mine {{title}}');
  await click(named('button', 'Put ours back'));
  await untilShown('made by');
  await click(named('button', 'Use this template'));
  expect(actions.saveTemplate).toHaveBeenCalledExactlyOnceWith('markdown', null);
});

test('Esc goes back to the sheet, and what was typed is still there', async () => {
  await edit();
  await write('half a thought');
  await press('Escape');
  expect(document.querySelector('textarea')).toBeNull();
  await click(named('button', 'Edit the template'));
  expect(field().value).toBe('half a thought');
});

test('each thing that can be filled in is explained, and put in where the cursor is', async () => {
  const { root } = await edit();
  await write('ab');
  field().setSelectionRange(1, 1);
  await click(named('.template-marks button', '{{outlet}}'));
  expect(field().value).toBe('a{{outlet}}b');
  const explained = Array.from(root.querySelectorAll('.template-marks li > span'));
  expect(explained.length).toBeGreaterThan(40);
  expect(explained.filter(({ textContent }) => textContent === '')).toEqual([]);
});
