// @vitest-environment jsdom
/** The sidebar: what it shows of a state, and what its buttons and keys ask for. */

import { expect, test } from 'vitest';
import { Sidebar } from '../../components/sidebar';
import type { SidebarState } from '../../components/sidebar-model';
import { aPlacement } from '../builders';
import { click, mount, named, press, typeText } from './mount';
import { aCard, aSidebarState, sidebarActions } from './states';

async function show(over: Partial<SidebarState> = {}, actions = sidebarActions()) {
  const root = await mount(<Sidebar state={aSidebarState(over)} actions={actions} />);
  const text = () => root.textContent ?? '';
  return { actions, root, text };
}

function focusedCard(): string | undefined {
  return document.activeElement?.getAttribute('data-id') ?? undefined;
}

/** The names of the callbacks that were called. */
function asked(actions: ReturnType<typeof sidebarActions>): string[] {
  return Object.entries(actions)
    .filter(([, { mock }]) => mock.calls.length > 0)
    .map(([name]) => name);
}

test('the head says what the article is and where each fact was found', async () => {
  const { root, text } = await show({ articleCounts: { kept: 12, unclear: 0, lost: 1 } });
  expect(text()).toContain('12 kept · 1 lost');
  expect(root.querySelector('h1')?.title).toContain('JSON-LD');
  expect(root.querySelector('h1')?.lang).toBe('zh-CN');
});

test('the menu of the head hides the highlights from the site, and shows whether they are', async () => {
  const { actions, root } = await show();
  const box = root.querySelector<HTMLInputElement>('.site-menu [type="checkbox"]');
  expect(box?.checked).toBe(false);
  await click(box ?? root);
  expect(actions.hidePaint).toHaveBeenCalledExactlyOnceWith(true);
  const { root: hidden } = await show({ isPaintHidden: true });
  expect(hidden.querySelector<HTMLInputElement>('.site-menu [type="checkbox"]')?.checked).toBe(true);
});

test('the menu of the head says where on the site Pressmark is wanted; where it is not, it can be switched on', async () => {
  const { actions, root } = await show();
  const rules = [...root.querySelectorAll<HTMLElement>('.site-menu fieldset label')];
  expect(rules.map(({ textContent }) => textContent)).toEqual(['In articles', 'On every page', 'Nowhere']);
  await click(rules[2] ?? root);
  expect(actions.ruleSite).toHaveBeenCalledExactlyOnceWith('never');
  const off = await show({ page: { kind: 'off' } });
  await click(named('button', 'Switch on again'));
  expect(off.actions.ruleSite).toHaveBeenCalledExactlyOnceWith('articles');
});

test('j and k move through the cards and stop at both ends', async () => {
  await show();
  const walked: (string | undefined)[] = [];
  for (const key of ['j', 'j', 'j', 'j', 'k', 'k', 'k']) {
    await press(key);
    walked.push(focusedCard());
  }
  expect(walked).toEqual(['one', 'two', 'three', 'three', 'two', 'one', 'one']);
});

test('Enter shows the card on the page, and so do its button and its quote', async () => {
  const { actions, root } = await show();
  await press('j');
  await press('Enter');
  await click(named('button', 'Show on the page'));
  await click(root.querySelectorAll('blockquote')[1] ?? root);
  expect(actions.reveal.mock.calls).toEqual([['one'], ['one'], ['two']]);
});

test('n writes a note in place, and the focus comes back to the card', async () => {
  const { actions } = await show();
  await press('j');
  await press('n');
  await typeText('想一想');
  await press('Enter', { ctrlKey: true });
  expect(actions.edit).toHaveBeenCalledExactlyOnceWith('one', { note: '想一想' });
  expect(focusedCard()).toBe('one');
});

test('the editor of a note that could not be saved begins with it', async () => {
  await show({ unsavedNote: { id: 'two', note: 'not lost' } });
  await press('j');
  await press('n');
  expect(document.querySelector('textarea')?.value).toBe('');
  await press('Escape');
  await press('j');
  await press('n');
  expect(document.querySelector('textarea')?.value).toBe('not lost');
});

test('# gives codes in place, several in a row, and Esc goes back to the card', async () => {
  const { actions } = await show({ cards: [aCard('one', { codeIds: ['actor'] })] });
  await press('j');
  await press('#');
  await typeText('责');
  await press('Enter');
  await typeText('新码');
  await press('Enter');
  await press('Escape');
  expect(actions.edit.mock.calls).toEqual([
    ['one', { codeIds: ['actor', 'duty'] }],
    ['one', { newCodes: ['新码'] }],
  ]);
  expect(focusedCard()).toBe('one');
});

test('after a deletion the next card has the focus, and undo gives it back', async () => {
  const { actions } = await show();
  await press('j');
  await press('j');
  await press('Delete');
  expect(actions.remove).toHaveBeenCalledExactlyOnceWith('two');
  await show(
    {
      cards: [aCard('one'), aCard('three')],
      status: { kind: 'deleted', operationId: '1' },
      undo: { kind: 'delete', count: 1 },
    },
    actions,
  );
  expect(focusedCard()).toBe('three');
  await press('z');
  expect(actions.undo).toHaveBeenCalledOnce();
  await show({}, actions);
  expect(focusedCard()).toBe('two');
});

test('Backspace without a card in focus deletes nothing', async () => {
  const { actions } = await show();
  await press('Backspace');
  expect(actions.remove).not.toHaveBeenCalled();
});

test('what happened is said, with Undo beside it', async () => {
  const { actions, root } = await show({
    status: { kind: 'deleted', operationId: '1' },
    undo: { kind: 'delete', count: 1 },
  });
  const status = root.querySelector('[role="status"]') ?? root;
  expect(status.textContent).toContain('Annotation deleted.');
  await click(named('button', 'Undo', status));
  await click(named('button', 'Dismiss', status));
  expect(actions.undo).toHaveBeenCalledOnce();
  expect(actions.dismissStatus).toHaveBeenCalledOnce();
});

test('Undo and Redo name their step and stay in reach when there is none', async () => {
  const { actions } = await show({
    undo: { kind: 'delete', count: 1 },
    redo: { kind: 'rename-code', count: 1 },
  });
  await click(named('button', 'Undo: delete'));
  await click(named('button', 'Redo: rename code'));
  await press('Z', { shiftKey: true });
  expect(actions.undo).toHaveBeenCalledOnce();
  expect(actions.redo).toHaveBeenCalledTimes(2);
  await show({}, actions);
  await click(named('button', 'Undo'));
  expect(actions.undo).toHaveBeenCalledOnce();
  // What is shown may be a moment old: the key asks the library.
  await press('z');
  expect(actions.undo).toHaveBeenCalledTimes(2);
  expect(named('button', 'Undo').hasAttribute('disabled')).toBe(false);
});

test('/ goes to the search, typing searches, Esc clears', async () => {
  const { actions } = await show({ search: '区' });
  await press('/');
  await typeText('区委');
  await press('j');
  await press('Escape');
  await click(named('button', 'Clear the search'));
  expect(actions.search.mock.calls).toEqual([['区委'], [''], ['']]);
});

test('no key acts while an input method composes', async () => {
  const { actions } = await show({ undo: { kind: 'delete', count: 1 } });
  await press('j');
  for (const key of ['Enter', 'Delete', 'z', 'n']) await press(key, { isComposing: true });
  for (const key of ['Enter', 'Delete', 'z', 'n']) await press(key, { keyCode: 229 });
  expect(asked(actions)).toEqual([]);
  expect(document.querySelector('textarea')).toBeNull();
});

test('one code can be picked out by the list or by a chip', async () => {
  const { actions, root } = await show({ cards: [aCard('one', { codeIds: ['actor'] })] });
  const select = root.querySelector('select');
  expect(select?.textContent).toContain('主体/区委 (2)');
  await click(named('.chip', '主体/区委'));
  expect(actions.filterByCode).toHaveBeenCalledWith('actor');
});

test('lost ones are folded away first, with their quotes', async () => {
  const { actions, text } = await show({
    lost: [aCard('gone', { quote: '不见了', placement: aPlacement({ grade: 'lost' }) })],
  });
  expect(text()).not.toContain('不见了');
  await click(named('button', '1 lost'));
  expect(text()).toContain('不见了');
  await press('j');
  expect(focusedCard()).toBe('gone');
  expect(actions.reveal).not.toHaveBeenCalled();
});

test('the page can bring a card into view, a lost one too', async () => {
  const { actions } = await show();
  await show({ cardInView: { id: 'three' } }, actions);
  expect(focusedCard()).toBe('three');
  await show(
    { lost: [aCard('gone', { placement: aPlacement({ grade: 'lost' }) })], cardInView: { id: 'gone' } },
    actions,
  );
  expect(focusedCard()).toBe('gone');
});

test('everything is grouped by article, and more can be asked for', async () => {
  const group = {
    articleId: 'article',
    title: '题目',
    outlet: null,
    published: null,
    language: 'zh-CN',
    address: 'https://news.example/a',
  };
  const { actions } = await show({
    view: 'everything',
    groups: [{ ...group, cards: [aCard('one', { placement: null })] }],
    hasMore: true,
  });
  await click(named('h2 button', '题目'));
  await click(named('button', 'Show more'));
  await click(named('button', 'This article'));
  expect(actions.openArticle).toHaveBeenCalledWith('article');
  expect(actions.showMore).toHaveBeenCalledOnce();
  expect(actions.showView).toHaveBeenCalledWith('article');
});

test('a page that is no article says why and can be annotated anyway', async () => {
  const { actions, text } = await show({
    page: { kind: 'not-article', reasons: ['front_page'] },
    cards: [],
    articleCounts: { kept: 0, unclear: 0, lost: 0 },
  });
  expect(text()).toContain('It is a front page.');
  await click(named('button', 'Annotate anyway'));
  expect(actions.annotateAnyway).toHaveBeenCalledOnce();
});

test('a search that finds nothing can be taken back', async () => {
  const { actions } = await show({ cards: [], search: 'xyz' });
  await click(named('button', 'Show all'));
  expect(actions.search).toHaveBeenCalledWith('');
  expect(actions.filterByCode).toHaveBeenCalledWith(null);
});

test('a library from a newer version can be read and exported, not changed', async () => {
  const { actions, text, root } = await show({ isReadOnly: true, undo: { kind: 'delete', count: 1 } });
  expect(text()).toContain('newer Pressmark');
  await press('j');
  for (const key of ['n', '#', 'Delete', 'z']) await press(key);
  expect(asked(actions)).toEqual([]);
  expect(root.querySelector('textarea, [role="combobox"], input[type="file"]')).toBeNull();
  expect(named('button', 'Export 3')).toBeDefined();
});

test('a problem is said in words, with the detail folded away', async () => {
  const { actions, root } = await show({
    problem: { key: 'problem_storage_full', detail: 'QuotaExceededError', words: 'my note' },
  });
  expect(root.querySelector('[role="alert"] p')?.textContent).toContain('disk is full');
  expect(root.querySelector<HTMLTextAreaElement>('[role="alert"] textarea')?.value).toBe('my note');
  await click(named('button', 'Dismiss'));
  expect(actions.dismissProblem).toHaveBeenCalledOnce();
});

test('a page that no script of ours has read says to reload it, and can be annotated as it is', async () => {
  const { actions, root } = await show({
    page: { kind: 'unread' },
    cards: [],
    articleCounts: { kept: 0, unclear: 0, lost: 0 },
  });
  expect(root.textContent).toContain('Pressmark has not read this page yet.');
  await click(named('button', 'Annotate anyway'));
  expect(actions.annotateAnyway).toHaveBeenCalledOnce();
});
