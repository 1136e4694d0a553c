import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serializeArchive } from '../../core/archive';
import { type Facts, nothingKnown, type WishFacts } from '../../entrypoints/sidepanel/facts';
import { readArchive } from '../../store/archive';
import type { Store } from '../../store/open-store';
import { findArticle, pageLibrary } from '../../store/read';
import { settings } from '../../store/settings';
import { anId } from '../builders';
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
const refreshPage = vi.fn(async () => undefined);
const tab = { id: 7, url: address };

beforeEach(async () => {
  browser = playBrowser();
  holder.browser = browser;
  holder.saved = [];
  vi.clearAllMocks();
  store = await aLibrary().open();
  facts = { ...nothingKnown, page: { ...nothingKnown.page, tab, isAsked: true } };
  const wish = (change: Partial<WishFacts>) => {
    facts = { ...facts, wish: { ...facts.wish, ...change } };
  };
  actions = sidebarActions({ store, facts: () => facts, wish, refreshPage });
});
afterEach(() => store.database.close());

async function knowLibrary(): Promise<void> {
  const article = await findArticle(store, address);
  facts = { ...facts, library: { ...facts.library, article, ...(await pageLibrary(store, address)) } };
}

const status = () => facts.wish.status;
const problem = () => facts.wish.problem?.key ?? null;
const until = (check: () => void) => vi.waitFor(check, 10_000);

describe('a change', () => {
  it('that is done says so, and can be taken back and done again', async () => {
    const { id } = await keep(store);
    actions.remove(id);
    await until(() => expect(status()?.kind).toBe('deleted'));
    actions.undo();
    await until(() => expect(status()).toEqual({ kind: 'undone', step: { kind: 'delete', count: 1 } }));
    actions.redo();
    await until(() => expect(status()).toEqual({ kind: 'redone', step: { kind: 'delete', count: 1 } }));
  });

  it('that fails is told, and the problem ends with the next one that works', async () => {
    actions.edit(anId(), { codeIds: [] });
    await until(() => expect(problem()).toBe('problem_not_saved'));
    const { id } = await keep(store);
    actions.edit(id, { note: 'kept' });
    await until(() => expect(problem()).toBeNull());
  });

  it('that fails shows the words that were not saved, until they are saved or dismissed', async () => {
    const words = () => facts.wish.problem?.words ?? '';
    actions.edit(anId(), { note: 'written with care' });
    await until(() => expect(words()).toBe('written with care'));
    const { id } = await keep(store);
    actions.remove(id);
    await until(() => expect(status()?.kind).toBe('deleted'));
    expect(words()).toBe('written with care');
    actions.reveal(id);
    actions.annotateAnyway();
    await until(() => expect(refreshPage).toHaveBeenCalled());
    expect(words()).toBe('written with care');
    const other = await keep(store);
    actions.edit(other.id, { note: 'written with care, again' });
    await until(() => expect(problem()).toBeNull());
    actions.edit(anId(), { note: 'written with care' });
    await until(() => expect(words()).toBe('written with care'));
    actions.dismissProblem();
    expect(problem()).toBeNull();
  });

  it('with nothing to undo says nothing', async () => {
    actions.edit(anId(), { note: '' });
    await until(() => expect(problem()).not.toBeNull());
    actions.undo();
    await until(() => expect(problem()).toBeNull());
    expect(status()).toBeNull();
  });

  it('in a library that is closed for an upgrade is told', async () => {
    const { id } = await keep(store);
    store.database.close({ disableAutoOpen: true });
    actions.remove(id);
    await until(() => expect(problem()).toBe('problem_library'));
  });
});

describe('the page', () => {
  it('scrolls to an annotation, or is said not to answer', async () => {
    const { id } = await keep(store);
    await knowLibrary();
    actions.reveal(id);
    await until(() => expect(problem()).toBe('problem_page'));
    expect(browser.tabs.update).not.toHaveBeenCalled();
    browser.tabs.sendMessage.mockResolvedValue({ ok: true });
    actions.reveal(id);
    await until(() => expect(browser.tabs.update).toHaveBeenCalledWith(7, { active: true }));
    expect(problem()).toBeNull();
  });

  it('of an annotation elsewhere is opened first', async () => {
    const annotation = await keep(store);
    facts = { ...facts, found: { ...facts.found, shown: [annotation] } };
    actions.reveal(annotation.id);
    await until(() => expect(browser.tabs.create).toHaveBeenCalledWith({ url: address }));
  });

  it('hides its highlights from its site, and is told', async () => {
    actions.hidePaint(true);
    await until(() => expect(browser.tabs.query).toHaveBeenCalled());
    expect((await pageLibrary(store, address)).isPaintHidden).toBe(true);
  });

  it('is annotated anyway, or is said not to let us in', async () => {
    actions.annotateAnyway();
    await until(() => expect(refreshPage).toHaveBeenCalledTimes(1));
    browser.scripting.executeScript.mockRejectedValueOnce(new Error('no'));
    actions.annotateAnyway();
    await until(() => expect(problem()).toBe('problem_page'));
    expect(refreshPage).toHaveBeenCalledTimes(1);
  });
});

describe('an export', () => {
  const options = { coder: '', hasTexts: true };

  it('writes the file that the preview begins', async () => {
    await keep(store, { note: 'for the file' });
    await knowLibrary();
    const choice = { scope: 'article', format: 'csv', options } as const;
    const preview = await actions.previewExport(choice);
    actions.exportFile(choice);
    await until(() => expect(facts.wish.exportRun?.kind).toBe('written'));
    const [name, content] = holder.saved[0] ?? [];
    const text = await content?.text();
    expect([name?.endsWith('.csv'), content?.type]).toEqual([true, 'text/csv']);
    expect(text).toContain('for the file');
    // Long lines are cut.
    const lines = text?.split('\n') ?? [];
    expect(preview.split('\n').every((line, at) => lines[at]?.startsWith(line.replace(/…$/u, '')))).toBe(
      true,
    );
    actions.endExport();
    expect(facts.wish.exportRun).toBeNull();
  });

  it('says how many quotes came back from the file, and what it cannot hold', async () => {
    await keep(store, { note: 'for the file' });
    await knowLibrary();
    actions.exportFile({ scope: 'article', format: 'json-ld', options });
    await until(() => expect(facts.wish.exportRun?.kind).toBe('written'));
    const run = facts.wish.exportRun;
    expect(run?.kind === 'written' ? run.report : null).toMatchObject({ annotations: 1, matching: 1 });
  });

  it('that is cancelled writes nothing, also by the time the next one is written', async () => {
    await keep(store, { note: 'for the file' });
    await knowLibrary();
    actions.exportFile({ scope: 'everything', format: 'csv', options });
    actions.endExport();
    expect([facts.wish.exportRun, facts.wish.problem, holder.saved]).toEqual([null, null, []]);
    actions.exportFile({ scope: 'everything', format: 'csv', options });
    await until(() => expect(facts.wish.exportRun?.kind).toBe('written'));
    expect([facts.wish.problem, holder.saved.length]).toEqual([null, 1]);
  });

  it('has templates that are kept in the settings, until ours is put back', async () => {
    const saved = (templates: object) =>
      vi.waitFor(async () => expect((await settings(store)).templates).toEqual(templates));
    actions.saveTemplate('markdown', 'by {{heading}}');
    await saved({ markdown: 'by {{heading}}' });
    actions.saveTemplate('obsidian', '{{heading}} too');
    await saved({ markdown: 'by {{heading}}', obsidian: '{{heading}} too' });
    actions.saveTemplate('markdown', null);
    await saved({ obsidian: '{{heading}} too' });
  });

  it('of an article without annotations holds nothing of others', async () => {
    await keep(store, { note: 'of another article' });
    for (const scope of ['article', 'search'] as const) {
      const text = await actions.previewExport({ scope, format: 'csv', options });
      expect(text).not.toContain('of another article');
    }
  });

  it('of a search holds what matches, and nothing from the trash', async () => {
    await keep(store, { note: 'brick' });
    await keep(store, { note: 'stone' });
    const { id } = await keep(store, { note: 'brick in the trash' });
    actions.remove(id);
    await until(() => expect(status()?.kind).toBe('deleted'));
    facts = { ...facts, wish: { ...facts.wish, view: 'everything', search: 'brick' } };
    const text = await actions.previewExport({ scope: 'search', format: 'csv', options });
    expect(['brick', 'stone', 'trash'].map((word) => text.includes(word))).toEqual([true, false, false]);
  });
});

describe('an import', () => {
  const file = (text: string) => new File([text], 'archive.json');

  async function archiveText(): Promise<string> {
    const other = await aLibrary().open();
    await keep(other, { note: 'imported' });
    const text = serializeArchive(await readArchive(other, 'everything'));
    other.database.close();
    return text;
  }

  it('shows what it would do, then does it once', async () => {
    actions.readImport(file(await archiveText()));
    await until(() => expect(facts.wish.importReport).toMatchObject({ fileName: 'archive.json', added: 1 }));
    expect(await store.database.annotations.count()).toBe(0);
    actions.confirmImport();
    actions.confirmImport();
    await until(() => expect(status()).toMatchObject({ kind: 'imported', count: 1 }));
    expect(facts.wish.importReport).toBeNull();
    expect(await store.database.annotations.count()).toBe(1);
    expect(await store.database.operations.count()).toBe(1);
  });

  it('that is cancelled does nothing, even when it is confirmed afterwards', async () => {
    actions.readImport(file(await archiveText()));
    await until(() => expect(facts.wish.importReport).not.toBeNull());
    actions.cancelImport();
    actions.confirmImport();
    await until(() => expect(facts.wish.importReport).toBeNull());
    expect(await store.database.annotations.count()).toBe(0);
  });

  it('of a file that is no archive says so, and leaves no report', async () => {
    actions.readImport(file('<html>'));
    await until(() => expect(problem()).toBe('problem_import_foreign'));
    expect(facts.wish.importReport).toBeNull();
  });
});
