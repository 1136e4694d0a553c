// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../played-session';
import { pressKey, trusted } from '../trusted';
import {
  actions,
  actor,
  click,
  control,
  duty,
  library,
  pass,
  select,
  session,
  shown,
  wall,
} from './played-toolbar';

/** The toolbar beside a selection, with this code chosen to go on with. */
async function codeWith(id: string): Promise<void> {
  await select('The wall');
  actions.activate({ id });
  actions.dismiss();
}

describe('with an active code', () => {
  it('the toolbar says so beside nothing, until Esc', async () => {
    await codeWith(actor.id);
    expect(shown).toMatchObject({ subject: { kind: 'coding' }, activeCode: { id: actor.id } });
    pressKey('Escape');
    expect(shown).toBeNull();
    await select('at noon');
    expect(shown).toMatchObject({ subject: { kind: 'new' }, activeCode: null });
  });

  it('each selection by the mouse is kept at once, counted, and let go', async () => {
    await codeWith(actor.id);
    await select('at noon');
    expect(library.keep.mock.lastCall?.[0]).toMatchObject({
      codeIds: [actor.id],
      selectors: { quote: { exact: 'at noon' } },
    });
    expect(shown).toMatchObject({ subject: { kind: 'coding' }, notice: { kind: 'kept', count: 1 } });
    expect(document.getSelection()?.isCollapsed ?? true).toBe(true);
    await select('was hurt');
    expect(shown?.notice).toEqual({ kind: 'kept', count: 2 });
    expect(library.keep).toHaveBeenCalledTimes(2);
  });

  it('a word clicked twice is kept only once it is clear that no third click follows', async () => {
    await codeWith(actor.id);
    const clicked = (times: number) =>
      document.body.dispatchEvent(trusted(new MouseEvent('mousedown', { bubbles: true, detail: times })));
    clicked(2);
    await select('noon');
    clicked(3);
    await select('The wall fell at noon');
    await pass(1_000);
    expect(library.keep.mock.calls.map(([draft]) => draft.selectors.quote.exact)).toEqual([
      'The wall fell at noon',
    ]);
  });

  it('a selection by keys waits for Enter', async () => {
    await codeWith(actor.id);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(rangeOf('at noon'));
    document.body.dispatchEvent(trusted(new KeyboardEvent('keyup', { key: 'Shift', bubbles: true })));
    await pass();
    expect(library.keep).not.toHaveBeenCalled();
    expect(shown?.subject).toEqual({ kind: 'new' });
    pressKey('Enter');
    await pass();
    expect(library.keep.mock.lastCall?.[0].codeIds).toEqual([actor.id]);
    expect(shown).toMatchObject({ subject: { kind: 'coding' }, notice: { kind: 'kept', count: 1 } });
  });

  it('words that stood selected before the button was pressed are not kept by it', async () => {
    await codeWith(actor.id);
    document.getSelection()?.addRange(rangeOf('at noon'));
    document.body.dispatchEvent(trusted(new MouseEvent('pointerdown', { bubbles: true })));
    document.body.dispatchEvent(trusted(new MouseEvent('pointerup', { bubbles: true })));
    await pass();
    expect(library.keep).not.toHaveBeenCalled();
  });

  it('the reading cursor keeps nothing by moving; the next key keeps the sentence', async () => {
    await codeWith(actor.id);
    pressKey('j', document.body, { altKey: true, code: 'KeyJ' });
    await pass();
    expect(library.keep).not.toHaveBeenCalled();
    pressKey('h');
    await pass();
    expect(library.keep.mock.calls).toMatchObject([
      [{ codeIds: [actor.id], selectors: { quote: { exact: 'Nobody was hurt.' } } }],
    ]);
  });

  it('a digit gives one more code to what was kept last, and takes it again', async () => {
    await codeWith(actor.id);
    await select('at noon');
    library.set({ recentCodeIds: [duty.id] });
    void session.reload();
    await pass(500);
    const kept = () => session.library().annotations.find(({ target }) => target.quote.exact === 'at noon');
    pressKey('1');
    await pass();
    expect(kept()?.codeIds).toEqual([actor.id, duty.id]);
    pressKey('1');
    await pass();
    expect(kept()?.codeIds).toEqual([actor.id]);
  });

  it('words that are awaited for an annotation come first', async () => {
    await codeWith(actor.id);
    void control.awaitPlace(wall.id);
    expect(shown?.subject.kind).toBe('awaiting');
    await select('at noon');
    expect(shown?.subject.kind).toBe('attach');
    expect(library.keep).not.toHaveBeenCalled();
    control.stopAwaiting();
    expect(shown?.subject.kind).toBe('coding');
  });

  it('a click on a highlight shows its bar, and a click beside it the code again', async () => {
    await codeWith(actor.id);
    await click([wall]);
    expect(shown).toMatchObject({ subject: { kind: 'existing' }, activeCode: { id: actor.id } });
    await click([]);
    expect(shown?.subject.kind).toBe('coding');
  });

  it('ends when the code is archived or deleted elsewhere', async () => {
    await codeWith(actor.id);
    library.set({ codes: [{ ...actor, archived: '2026-11-01T00:00:00.000Z' }, duty] });
    await session.reload();
    expect(shown).toBeNull();
  });

  it('waits for a code that is still being made', async () => {
    await select('at noon');
    actions.activate({ path: 'fresh' });
    actions.keep({ codeIds: [], newCodes: ['fresh'], note: '' });
    await pass();
    expect(shown).toMatchObject({ subject: { kind: 'coding' }, activeCode: null });
    library.set({ codes: [actor, { ...duty, name: 'Fresh' }] });
    void session.reload();
    await pass(500);
    expect(shown?.activeCode).toMatchObject({ path: 'Fresh' });
  });

  it('says in its place what could not be kept', async () => {
    await codeWith(actor.id);
    library.keep.mockRejectedValueOnce(Object.assign(new Error('full'), { name: 'StorageFullError' }));
    await select('at noon');
    expect(shown).toMatchObject({
      subject: { kind: 'coding' },
      problem: { key: 'problem_storage_full' },
    });
    await select('was hurt');
    expect(shown).toMatchObject({ problem: null, notice: { kind: 'kept', count: 1 } });
  });

  it('z takes back what this page did last, or says why not', async () => {
    await codeWith(actor.id);
    library.undo.mockResolvedValueOnce({ kind: 'keep', count: 1 });
    pressKey('z');
    await pass();
    expect(shown?.notice).toEqual({ kind: 'undone', step: { kind: 'keep', count: 1 } });
    library.undo.mockResolvedValueOnce('elsewhere');
    pressKey('z');
    await pass();
    expect(shown?.notice).toEqual({ kind: 'step-elsewhere' });
    pressKey('Z', document.body, { shiftKey: true });
    await pass();
    expect(shown?.notice).toEqual({ kind: 'nothing-to-redo' });
  });
});

describe('several at once', () => {
  it('overlapping highlights become one by m, which then is shown', async () => {
    await click([wall]);
    expect(shown?.overlapCount).toBe(1);
    pressKey('m');
    await pass();
    expect(library.mergeAnnotations.mock.calls[0]?.[0][0]).toBe(wall.id);
    expect(session.library().annotations.map(({ target }) => target.quote.exact)).toEqual([
      'The wall fell at noon',
    ]);
    expect(shown).toMatchObject({ subject: { kind: 'existing', id: wall.id }, overlapCount: 0 });
  });

  it('f lists where the article says the selection, and all are kept in one step', async () => {
    document.querySelector('p')?.append(' At noon it rained.');
    await select('at noon');
    pressKey('f');
    expect(shown?.occurrences.map(({ words }) => words)).toEqual(['at noon', 'At noon']);
    actions.keepOccurrences({ id: duty.id });
    await pass();
    expect(library.keepAll).toHaveBeenCalledTimes(1);
    expect(library.keepAll.mock.calls[0]?.[0]).toMatchObject([
      { codeIds: [duty.id], selectors: { quote: { exact: 'at noon' } } },
      { codeIds: [duty.id], selectors: { quote: { exact: 'At noon' } } },
    ]);
    expect(shown).toBeNull();
  });
});
