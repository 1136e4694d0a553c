// @vitest-environment jsdom
/** What a card says of where its words stand, and what the reader can do when that is not sure. */

import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { Sidebar } from '../../components/sidebar';
import type { SidebarState } from '../../components/sidebar-model';
import type { Candidate, LostReason, Placement } from '../../core/placement';
import { aPlacement } from '../builders';
import { click, mount, named, press } from './mount';
import { aCard, aSidebarState, sidebarActions } from './states';

async function show(over: Partial<SidebarState>, actions = sidebarActions()) {
  const root = await mount(<Sidebar state={aSidebarState(over)} actions={actions} />);
  return { actions, root };
}

const placed = (over: Partial<Placement>) => aCard('one', { placement: aPlacement(over) });

const focusedCard = () => document.activeElement?.closest('[data-id]')?.getAttribute('data-id');

/** The sentences about the place. */
const said = (root: Element) =>
  Array.from(root.querySelectorAll('.grade'), ({ textContent }) => textContent?.split(/[:;.]/u)[0]);

function aCandidate(start: number, over: Partial<Candidate> = {}): Candidate {
  const [before, after] = [`before ${start} `, ` after ${start}`];
  return { start, end: start + 4, score: 0.5, words: 'here', before, after, ...over };
}

const threePlaces = placed({
  grade: 'ambiguous',
  candidates: [1, 20, 300].map((start) => aCandidate(start)),
});

test.each<[string, Partial<Placement>, string[]]>([
  ['nothing where the words stayed', { grade: 'exact' }, []],
  ['nothing in words where they moved and that is sure', { grade: 'moved', score: 0.9 }, []],
  ['doubt about words that stayed', { grade: 'exact', score: 0.89 }, ['Not certain']],
  ['doubt about words that moved', { grade: 'moved', score: 0.5 }, ['Not certain']],
  ['that words were edited', { grade: 'changed', score: 0.95, words: 'x' }, ['Edited since you kept it']],
  [
    'that, and doubt',
    { grade: 'changed', score: 0.7, words: 'x' },
    ['Edited since you kept it', 'Not certain'],
  ],
  ['that nothing was found yet', { grade: 'pending' }, ['Not found yet']],
])('a card says %s', async (_what, placement, expected) => {
  const { root } = await show({ cards: [placed(placement)] });
  expect(said(root)).toEqual(expected);
});

test('a sure move is a quiet mark with a name, and no other card has it', async () => {
  const { root } = await show({ cards: [placed({ grade: 'moved' }), aCard('two')] });
  const marks = [...root.querySelectorAll('[role="img"]')];
  expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual([
    'Moved: the same words at another place',
  ]);
});

test.each<[LostReason, string]>([
  ['removed', 'were taken out'],
  ['absent', 'nor what stood around them'],
  ['unlike', 'too little of them is left'],
  ['unreadable', 'holds no words'],
])('a lost card says why: %s', async (reason, words) => {
  const { root } = await show({ cards: [], lost: [placed({ grade: 'lost', reason })] });
  await click(named('button', '1 lost'));
  expect(said(root).join()).toContain(words);
});

test('a changed quote has the old words struck and the new ones marked, told to a screen reader too', async () => {
  const card = aCard('one', {
    quote: 'The wall fell at noon.',
    placement: aPlacement({ grade: 'changed', words: 'The wall fell at dusk.' }),
  });
  const { root } = await show({ cards: [card] });
  const quote = root.querySelector('blockquote');
  expect(quote?.textContent).toBe('The wall fell at noondusk.');
  expect(quote?.querySelector('del')?.outerHTML).toBe(
    '<del data-start="[taken out:]" data-end="[end]">noon</del>',
  );
  expect(quote?.querySelector('ins')?.outerHTML).toBe(
    '<ins data-start="[added:]" data-end="[end]">dusk</ins>',
  );
});

test('what the page says of a quote is only ever text', async () => {
  const words = '<img src=x onerror=alert(1)>';
  const { root } = await show({ cards: [placed({ grade: 'changed', words })], unclear: [] });
  expect(root.querySelector('blockquote img')).toBeNull();
  expect(root.querySelector('ins')?.textContent).toContain('onerror');
});

test('an unclear card stands first and shows each place with what is around it, the words marked', async () => {
  const { root } = await show({ unclear: [threePlaces], cards: [aCard('two')] });
  expect(root.querySelector('.unclear h2')?.textContent).toContain('1 to decide');
  const places = [...root.querySelectorAll('.candidate')];
  expect(places.map((place) => place.querySelector('q')?.textContent)).toEqual([
    'before 1 here after 1',
    'before 20 here after 20',
    'before 300 here after 300',
  ]);
  expect(places.map((place) => place.querySelector('mark')?.textContent)).toEqual(['here', 'here', 'here']);
  await press('j');
  expect(focusedCard()).toBe('one');
});

test('places that look alike are told apart by their number on the page, whichever is the likeliest', async () => {
  const candidates = [300, 1, 20].map((start) => aCandidate(start, { before: '', after: '' }));
  const { root } = await show({ unclear: [placed({ grade: 'ambiguous', candidates })], cards: [] });
  const numbers = [...root.querySelectorAll('.candidate .hint')].map(({ textContent }) => textContent);
  expect(numbers).toEqual(['3 of 3 on the page', '1 of 3 on the page', '2 of 3 on the page']);
});

test('one click decides', async () => {
  const { actions, root } = await show({ unclear: [threePlaces], cards: [] });
  await click(root.querySelectorAll('.candidate')[1] ?? root);
  expect(actions.choosePlace.mock.calls).toEqual([['one', aCandidate(20)]]);
});

test('Enter on the card goes to its places; a place in focus is shown on the page', async () => {
  const { actions } = await show({ unclear: [threePlaces], cards: [] });
  await press('j');
  await press('Enter');
  expect(document.activeElement?.querySelector('q')?.textContent).toBe('before 1 here after 1');
  expect(actions.revealPlace.mock.calls).toEqual([[aCandidate(1)]]);
  expect(actions.reveal).not.toHaveBeenCalled();
  // On a button the browser itself makes a click of it.
  expect(await press('Enter')).toBe(true);
});

test('a place under the pointer is shown once it rests there, and not in passing', async () => {
  vi.useFakeTimers();
  const { actions, root } = await show({ unclear: [threePlaces], cards: [] });
  const [first, second] = root.querySelectorAll('.candidate');
  const move = (from: Element | undefined, to: Element | undefined) =>
    act(() => {
      from?.dispatchEvent(new MouseEvent('mouseleave'));
      to?.dispatchEvent(new MouseEvent('mouseenter'));
    });
  await move(undefined, first);
  await move(first, second);
  await vi.advanceTimersByTimeAsync(500);
  expect(actions.revealPlace.mock.calls).toEqual([[aCandidate(20)]]);
  vi.useRealTimers();
});

test('after the decision the card keeps the focus, in whichever list it is', async () => {
  const { actions, root } = await show({ unclear: [threePlaces], cards: [aCard('two'), aCard('three')] });
  root.querySelector<HTMLElement>('.candidate')?.focus();
  await click(root.querySelector('.candidate') ?? root);
  await show({ unclear: [], cards: [aCard('one'), aCard('two'), aCard('three')] }, actions);
  expect(focusedCard()).toBe('one');
});

test('many places come five at a time, the likeliest first, until all are asked for', async () => {
  const candidates = Array.from({ length: 20 }, (_, index) => aCandidate(index * 10));
  const { root } = await show({ unclear: [placed({ grade: 'ambiguous', candidates })] });
  expect(root.querySelectorAll('.candidate')).toHaveLength(5);
  await click(named('button', 'Show 15 more places'));
  expect(root.querySelectorAll('.candidate')).toHaveLength(20);
});

test('a lost card shows the text as it stood, and sends the reader to the page', async () => {
  const { actions, root } = await show({ cards: [], lost: [placed({ grade: 'lost' })] });
  await click(named('button', '1 lost'));
  await click(named('button', 'Re-attach…'));
  expect(actions.readFrozenText).toHaveBeenCalledExactlyOnceWith('one');
  expect(root.querySelector('.frozen')?.textContent).toBe('what stood before quote one and after…');
  expect(root.querySelector('.frozen mark')?.textContent).toBe('quote one');
  expect(document.activeElement?.textContent).toBe('Choose the place');
  await click(named('button', 'Choose the place'));
  expect(actions.awaitPlace).toHaveBeenCalledExactlyOnceWith('one');
});

test('while the page waits for words the card says so and can stop it, by its button and by Esc', async () => {
  const state = { cards: [placed({ grade: 'moved' })] };
  const { actions, root } = await show(state);
  await press('j');
  await press('r');
  await show({ ...state, awaitedId: 'one' }, actions);
  expect(root.querySelector('.place-editor [aria-live]')?.textContent).toContain('Select the words');
  await press('Escape');
  expect(actions.stopAwaiting).toHaveBeenCalledOnce();
  expect(root.querySelector('.place-editor')).toBeNull();
  expect(focusedCard()).toBe('one');
});

test('Esc without anything awaited only closes', async () => {
  const { actions, root } = await show({});
  await press('j');
  await press('r');
  await press('Escape');
  expect(root.querySelector('.place-editor')).toBeNull();
  expect(actions.stopAwaiting).not.toHaveBeenCalled();
});

test('what stood around the words falls back on the words alone when it cannot be read', async () => {
  const actions = sidebarActions();
  actions.readFrozenText.mockRejectedValue(new Error('gone'));
  const { root } = await show({}, actions);
  await press('j');
  await press('r');
  expect(root.querySelector('.frozen')?.textContent).toBe('quote one');
});

test('the place of a card whose article is not open cannot be chosen', async () => {
  const card = aCard('one', { placement: null });
  const group = { articleId: 'a', title: 'A', outlet: null, published: null, language: null, address: '' };
  const { root } = await show({ view: 'everything', groups: [{ ...group, cards: [card] }] });
  await press('j');
  await press('r');
  expect(root.querySelector('.place-editor')).toBeNull();
  expect(root.textContent).not.toContain('Re-attach');
});

test('in a library that may not be changed the places are shown, and nothing decides', async () => {
  const { actions, root } = await show({ unclear: [threePlaces], cards: [], isReadOnly: true });
  await click(root.querySelector('.candidate') ?? root);
  expect(actions.revealPlace).toHaveBeenCalledExactlyOnceWith(aCandidate(1));
  await press('r');
  expect(actions.choosePlace).not.toHaveBeenCalled();
  expect(root.querySelector('.place-editor')).toBeNull();
});

test('the head counts what waits for the reader beside what is lost', async () => {
  const { root } = await show({ articleCounts: { kept: 12, unclear: 2, lost: 1 } });
  expect(root.querySelector('.counts')?.textContent).toBe('12 kept · 2 to decide · 1 lost');
});

test('once the words are attached, the editor is closed and the card has the focus, in its new list', async () => {
  const { actions, root } = await show({ cards: [], lost: [placed({ grade: 'lost' })] });
  await click(named('button', '1 lost'));
  await click(named('button', 'Re-attach…'));
  await show(
    { cards: [aCard('two'), aCard('one')], lost: [], status: { kind: 'attached', operationId: '1' } },
    actions,
  );
  expect(root.querySelector('.place-editor')).toBeNull();
  expect(focusedCard()).toBe('one');
});

test('after re-attaching the status offers to undo it', async () => {
  const { actions } = await show({
    status: { kind: 'attached', operationId: '1' },
    undo: { kind: 're-attach', count: 1 },
  });
  expect(document.querySelector('.bottom [role="status"]')?.textContent).toContain('Re-attached.');
  await click(named('button', 'Undo: re-attach'));
  expect(actions.undo).toHaveBeenCalledOnce();
});
