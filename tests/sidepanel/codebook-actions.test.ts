/** What the codebook's view, the chosen cards, the trash and the variables ask of a real library. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Facts, nothingKnown, type WishFacts } from '../../entrypoints/sidepanel/facts';
import { createPresent } from '../../entrypoints/sidepanel/present';
import { allCodes } from '../../store/codes';
import type { Store } from '../../store/open-store';
import { findArticle, pageLibrary } from '../../store/read';
import { settings } from '../../store/settings';
import { trashed } from '../../store/trash';
import { allVariables } from '../../store/variables';
import { playBrowser } from '../platform/played-browser';
import { address, aLibrary, keep } from '../store/a-library';

const holder = vi.hoisted(() => ({ browser: null as unknown, saved: [] as [string, Blob][] }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return holder.browser;
  },
}));
vi.mock('../../platform/save-file', () => ({
  saveFile: (...file: [string, Blob]) => holder.saved.push(file),
}));
const { sidebarActions } = await import('../../entrypoints/sidepanel/act');

let browser: ReturnType<typeof playBrowser>;
let store: Store;
let facts: Facts;
let actions: ReturnType<typeof sidebarActions>;

beforeEach(async () => {
  browser = playBrowser();
  holder.browser = browser;
  holder.saved = [];
  store = await aLibrary().open();
  const tab = { id: 7, url: address };
  facts = { ...nothingKnown, page: { ...nothingKnown.page, tab, isAsked: true } };
  const wish = (change: Partial<WishFacts>) => {
    facts = { ...facts, wish: { ...facts.wish, ...change } };
  };
  actions = sidebarActions({ store, facts: () => facts, wish, refreshPage: async () => undefined });
});
afterEach(() => store.database.close());

const until = (check: () => void) => vi.waitFor(check, 10_000);
const done = (kind: string, count = 1) =>
  until(() => expect(facts.wish.status).toMatchObject({ kind: 'done', step: { kind, count } }));
const names = async () => (await allCodes(store)).map(({ name }) => name).sort();

async function made(path: string): Promise<string> {
  const id = await actions.newCode(path);
  if (id === null) throw new Error(`${path} was not made`);
  return id;
}

describe('a code', () => {
  it('is made, and its id is told; one that is there already is told as a problem, with its name', async () => {
    const id = await made('主体/区委');
    expect((await allCodes(store)).find((code) => code.id === id)?.name).toBe('区委');
    await done('new-code');
    expect(await actions.newCode('主体/区委')).toBeNull();
    expect(facts.wish.problem).toMatchObject({ key: 'problem_name_taken', words: '主体/区委' });
  });

  it('is renamed, coloured, described, moved, archived and deleted, each named in the status', async () => {
    const id = await made('主体/区委');
    actions.renameCode(id, '市委');
    await done('rename-code');
    actions.colourCode(id, 'teal');
    await done('colour-code');
    actions.describeCode(id, { definition: 'when it acts', examples: ['one'], shortcut: '3' });
    await done('describe-code');
    actions.moveCode(id, null);
    await done('move-code');
    actions.archiveCode(id, true);
    await done('archive-code');
    expect((await allCodes(store)).find((code) => code.id === id)).toMatchObject({
      name: '市委',
      colour: 'teal',
      definition: 'when it acts',
      shortcut: '3',
      parentId: null,
      archived: expect.any(String),
    });
    actions.deleteCode(id);
    await done('delete-code');
    expect(await names()).toEqual(['主体']);
  });

  it('is merged as its preview says, and split by its quotes', async () => {
    const [from, into] = [await made('区委'), await made('主体')];
    await made('区委/书记');
    const first = await keep(store, { codeIds: [from] });
    await keep(store, { codeIds: [from] });
    expect(await actions.previewMerge(from, into)).toEqual({
      codeCount: 2,
      annotationCount: 2,
      movedCount: 1,
    });
    actions.mergeCodes(from, into);
    await done('merge-codes', 2);
    const quotes = await actions.quotesOf(into);
    expect(quotes.map(({ id }) => id)).toContain(first.id);
    expect(quotes[0]).toMatchObject({ quote: '稳中向好', language: 'zh-CN', title: '全区经济稳中向好' });
    const split = await actions.splitCode(into, [first.id], '督察');
    await done('split-code');
    expect((await store.database.annotations.get(first.id))?.codeIds).toEqual([split]);
    expect(await actions.quotesOf(into)).toHaveLength(1);
  });

  it('is offered or not by a lock, which is no step', async () => {
    actions.lockCodebook(true);
    await until(async () => expect((await settings(store)).isCodebookLocked).toBe(true));
    expect(await store.database.operations.count()).toBe(0);
  });
});

describe('the codebook as a file', () => {
  it.each(['csv', 'qdc'] as const)(
    'is written as %s and read again: nothing is new in it',
    async (format) => {
      await made('主体/区委');
      actions.exportCodebook(format);
      await until(() => expect(holder.saved).toHaveLength(1));
      const [name = '', content] = holder.saved[0] ?? [];
      const text = (await content?.text()) ?? '';
      expect(name).toMatch(new RegExp(`\\.${format}$`, 'u'));
      actions.readCodebook(new File([text], name));
      await until(() => expect(facts.wish.importReport).toMatchObject({ added: 0, changed: 0, same: 2 }));
    },
  );

  it('shows what it would change, and does it once as one step', async () => {
    actions.readCodebook(new File(['name,description\n督察,what it is\n监督,\n'], 'codes.csv'));
    await until(() => expect(facts.wish.importReport).toMatchObject({ added: 2, fileName: 'codes.csv' }));
    expect(await names()).toEqual([]);
    actions.confirmImport();
    actions.confirmImport();
    await until(() => expect(facts.wish.status).toMatchObject({ kind: 'imported', count: 2 }));
    expect(await names()).toEqual(['监督', '督察'].sort());
    expect(await store.database.operations.count()).toBe(1);
  });
});

describe('several annotations', () => {
  it('are coded, deleted and restored in one step each', async () => {
    const ids = [(await keep(store)).id, (await keep(store)).id];
    actions.editMany(ids, { newCodes: ['督察'] });
    await done('code', 2);
    actions.editMany(ids, { addNote: 'look again' });
    await done('note', 2);
    actions.removeMany(ids);
    await done('delete', 2);
    expect(await trashed(store)).toHaveLength(2);
    actions.restore(ids);
    await done('restore', 2);
    actions.removeMany(ids);
    await done('delete', 2);
    actions.emptyTrash();
    await done('empty-trash', 2);
    expect(await store.database.annotations.count()).toBe(0);
    actions.undo();
    await until(() =>
      expect(facts.wish.status).toEqual({ kind: 'undone', step: { kind: 'empty-trash', count: 2 } }),
    );
  });

  it('that are chosen are what is exported', async () => {
    const { id } = await keep(store, { note: 'chosen' });
    await keep(store, { note: 'left' });
    const text = await actions.previewExport({
      scope: 'chosen',
      format: 'csv',
      ids: [id],
      options: { coder: '', hasTexts: false },
    });
    expect([text.includes('chosen'), text.includes('left')]).toEqual([true, false]);
  });

  it('have a history each', async () => {
    const { id } = await keep(store);
    actions.editMany([id], { addNote: 'look again' });
    await done('note');
    const history = await actions.readHistory(id);
    expect(history.map(({ kind }) => kind)).toEqual(['note', 'keep']);
  });
});

describe('article variables', () => {
  it('are added, filled and removed; a value that is none is told as a problem', async () => {
    await keep(store);
    const article = await findArticle(store, address);
    facts = { ...facts, library: { ...facts.library, article, ...(await pageLibrary(store, address)) } };
    actions.saveVariable(null, { name: '字数', kind: 'number', choices: [] });
    await done('edit-variable');
    const [variable] = await allVariables(store);
    actions.fillVariable(variable?.id ?? '', '１２００');
    await done('fill-variable');
    expect((await findArticle(store, address))?.variables).toEqual({ [variable?.id ?? '']: '1200' });
    actions.fillVariable(variable?.id ?? '', 'many');
    await until(() => expect(facts.wish.problem).toMatchObject({ key: 'problem_value', words: 'many' }));
    actions.removeVariable(variable?.id ?? '');
    await done('edit-variable');
    expect(await allVariables(store)).toEqual([]);
  });
});

describe('every occurrence of a phrase', () => {
  it('is asked of the page, and kept by it', async () => {
    const place = { start: 3, end: 7, words: '稳中', before: '', after: '', isKept: false };
    browser.tabs.sendMessage.mockResolvedValueOnce({ ok: true, value: [place] });
    expect(await actions.findOccurrences('稳中')).toEqual([place]);
    browser.tabs.sendMessage.mockResolvedValueOnce({ ok: true, value: 1 });
    await keep(store);
    actions.keepOccurrences([place], [], ['督察']);
    await done('keep');
    expect(browser.tabs.sendMessage).toHaveBeenLastCalledWith(
      7,
      expect.objectContaining({
        request: { places: [{ start: 3, end: 7 }], codeIds: [], newCodes: ['督察'] },
      }),
      expect.anything(),
    );
  });

  it('is not found where no page answers, and its codes are not lost', async () => {
    expect(await actions.findOccurrences('稳中')).toBeNull();
    actions.keepOccurrences([], [], ['督察']);
    await until(() => expect(facts.wish.problem?.key).toBe('problem_page'));
  });
});

it('the trash tells the days that are left of thirty', async () => {
  const { id } = await keep(store);
  actions.removeMany([id]);
  await done('delete');
  const list = await trashed(store);
  const deleted = Date.parse(list[0]?.annotation.deleted ?? '');
  const left = (days: number) =>
    createPresent()({
      ...facts,
      shelf: { codebook: null, trash: { list, readAt: deleted + days * 86_400_000 } },
    }).trash?.[0]?.daysLeft;
  expect([left(0), left(1.5), left(29.9), left(31)]).toEqual([30, 29, 1, 0]);
});
