// @vitest-environment jsdom
/** What the sidebar says of the article itself: its facts corrected, its addresses joined and split, its changes shown. */

import { expect, test } from 'vitest';
import { Sidebar } from '../../components/sidebar';
import type { SidebarState } from '../../components/sidebar-model';
import type { AboutArticle } from '../../core/about-article';
import { aboutArticle } from '../../core/about-article';
import { anArticle, anId, someMetadata } from '../builders';
import { byRole, click, mount, named, press, typeText } from './mount';
import { aSidebarState, sidebarActions } from './states';

const here = 'https://news.example/2024/01/10/1.html';
const mirror = 'https://mirror.example/7';

function anAbout(over: Partial<AboutArticle> = {}): AboutArticle {
  const article = anArticle({ addresses: [here, mirror] });
  const read = someMetadata({ title: { value: '另一个标题', from: 'title-element' } });
  return { ...aboutArticle(article, read, here), ...over };
}

async function show(over: Partial<SidebarState> = {}) {
  const actions = sidebarActions();
  const state = aSidebarState({ about: anAbout(), ...over });
  const root = await mount(<Sidebar state={state} actions={actions} />);
  const again = (next: Partial<SidebarState>) =>
    mount(<Sidebar state={aSidebarState({ about: anAbout(), ...over, ...next })} actions={actions} />);
  return { actions, root, again };
}

const fields = () =>
  Array.from(document.querySelectorAll('.fields > div'), (row) => row.textContent?.replace(/\s+/gu, ' '));

test('i opens the facts, each with where it was found, and Esc closes them and gives the focus back', async () => {
  await show();
  await press('j');
  const card = document.activeElement;
  await press('i');
  expect(fields()).toEqual([
    'Title全区经济稳中向好Found in the headline on the page',
    'Authors张三Found in a credit line of the article',
    'Outlet静安报Found in the page’s meta tags',
    'Original sourceNone found',
    'Published2024-01-10 09:31Found in the page’s meta tags',
    'SectionNone found',
    'Languagezh-CNFound in the page’s meta tags',
  ]);
  expect(named('button', 'About this article').getAttribute('aria-expanded')).toBe('true');
  await press('Escape');
  expect(document.querySelector('.about')).toBeNull();
  expect(document.activeElement).toBe(card);
});

test('a fact is typed anew, Enter saves it, and the focus stays by it', async () => {
  const { actions } = await show();
  await press('i');
  await click(named('button', 'Correct: Title'));
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('全区经济稳中向好');
  await typeText('  老河  回来了 ');
  await press('Enter', { isComposing: true });
  expect(actions.correct).not.toHaveBeenCalled();
  await press('Enter');
  expect(actions.correct).toHaveBeenCalledExactlyOnceWith('title', '老河 回来了');
  expect(document.activeElement).toBe(named('button', 'Correct: Title'));
});

test('what else the page says is taken at one press, Esc leaves all as it was, and nothing means that there is none', async () => {
  const { actions } = await show();
  await press('i');
  await click(named('button', 'Correct: Title'));
  await click(named('.alternatives button', '另一个标题'));
  await click(named('button', 'Correct: Outlet'));
  await press('Escape');
  expect(document.querySelector('.about')).not.toBeNull();
  await click(named('button', 'Correct: Outlet'));
  await typeText('');
  await press('Enter');
  expect(actions.correct.mock.calls).toEqual([
    ['title', '另一个标题'],
    ['outlet', null],
  ]);
});

test('names stand on lines of their own, so Enter makes one and Ctrl+Enter saves', async () => {
  const { actions } = await show();
  await press('i');
  await click(named('button', 'Correct: Authors'));
  await typeText('张三\n 李四 ');
  expect(await press('Enter')).toBe(true);
  await press('Enter', { ctrlKey: true });
  expect(actions.correct).toHaveBeenCalledExactlyOnceWith('authors', ['张三', '李四']);
});

test('a date that is none is refused in its place, and one with spaces is taken', async () => {
  const { actions } = await show();
  await press('i');
  await click(named('button', 'Correct: Published'));
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('2024-01-10 09:31 +08:00');
  await typeText('last week');
  await press('Enter');
  expect(actions.correct).not.toHaveBeenCalled();
  expect(byRole('alert').textContent).toContain('Year first');
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  await typeText('2024-01-11 08:00 +08:00');
  await press('Enter');
  expect(actions.correct).toHaveBeenCalledExactlyOnceWith('published', '2024-01-11T08:00+08:00');
});

test('while nothing is kept, or the library is of a newer Pressmark, nothing can be corrected', async () => {
  const { again } = await show({ about: anAbout({ id: null }) });
  await press('i');
  expect(document.querySelector('.about button')).toBeNull();
  expect(document.querySelector('.about')?.textContent).toContain('once you have kept something');
  await again({ about: anAbout(), isReadOnly: true });
  expect(document.querySelector('.about button:not(.cite button)')).toBeNull();
});

test('a reference to the article is copied in the style whose name is pressed', async () => {
  const { actions } = await show();
  await press('i');
  await click(named('.cite button', 'GB/T 7714—2015'));
  await click(named('.cite button', 'APA'));
  expect(actions.copyCitation.mock.calls).toEqual([['gbt7714-2015'], ['apa']]);
});

test('an address is split off, and another one joined as long as it is one', async () => {
  const { actions } = await show();
  await press('i');
  const [, second] = document.querySelectorAll('.addresses li');
  await click(named('button', 'Split off', second));
  expect(actions.splitAddress).toHaveBeenCalledExactlyOnceWith(mirror);
  const field = document.querySelector<HTMLInputElement>('.addresses input');
  field?.focus();
  await typeText('no address');
  await click(named('.addresses button', 'Join'));
  expect(actions.joinAddress).not.toHaveBeenCalled();
  expect(byRole('alert').textContent).toBe('This is no web address.');
  field?.focus();
  await typeText('https://other.example/8');
  await click(named('.addresses button', 'Join'));
  expect(actions.joinAddress).toHaveBeenCalledExactlyOnceWith('https://other.example/8');
});

test('an article with one address offers none to split off', async () => {
  await show({ about: anAbout({ addresses: [here] }) });
  await press('i');
  expect(document.querySelector('.addresses li button')).toBeNull();
  expect(document.querySelector('.addresses li')?.textContent).toContain('this page');
});

test('the same text elsewhere is asked about, and either answer is one press', async () => {
  const articleId = anId();
  const sameText = { articleId, title: '老河回来了', language: 'zh-CN', address: mirror, count: 6 };
  const { actions, again } = await show({ sameText });
  expect(document.querySelector('.same-text')?.textContent).toContain('mirror.example (6 kept)');
  expect(document.querySelector('.same-text q')?.getAttribute('lang')).toBe('zh-CN');
  await click(named('button', 'Carry over'));
  await click(named('button', 'Another article'));
  expect([actions.carryOver.mock.calls, actions.keepApart.mock.calls]).toEqual([
    [[articleId]],
    [[articleId]],
  ]);
  await again({ sameText, isReadOnly: true });
  expect(document.querySelector('.same-text')).toBeNull();
});

test('changes are shown on demand, with the cards that they touch; without any they are said more quietly', async () => {
  const same = { kind: 'same', isInPassage: false } as const;
  const change = {
    pieces: [
      { ...same, text: `${'long before '.repeat(20)}it was ` },
      { kind: 'removed', text: 'twelve', isInPassage: true } as const,
      { kind: 'added', text: 'fifteen', isInPassage: true } as const,
      { ...same, text: ' teams.\n' },
    ],
    touched: [{ id: 'one', quote: 'twelve teams' }],
  };
  const revisit = { since: '2026-03-01T08:00:00.000Z', changes: [change], language: 'en' };
  const { actions, again } = await show({ revisit });
  const section = () => document.querySelector('.changes');
  expect(section()?.textContent).toContain('since you first kept something here (2026-03-01)');
  expect(section()?.classList.contains('banner')).toBe(true);
  expect(document.querySelector('.change-list')).toBeNull();
  await click(named('button', 'Show the changes'));
  expect(document.querySelector('.change-list blockquote')?.textContent).toBe(
    '…before long before long before it was twelvefifteen teams.\n',
  );
  expect(document.querySelector('.change-list del mark')?.textContent).toBe('twelve');
  await click(named('button', 'Touches: “twelve teams”'));
  expect(actions.showCard).toHaveBeenCalledExactlyOnceWith('one');
  await again({ revisit: { ...revisit, changes: [{ ...change, touched: [] }] } });
  expect(section()?.classList.contains('banner')).toBe(false);
});
