// @vitest-environment jsdom
/** The reader is to select the words of an annotation: what the toolbar shows meanwhile, and how it ends. */

import { describe, expect, it, vi } from 'vitest';
import type { ToolbarControl } from '../../../page/toolbar/toolbar-parts';
import { later } from '../played-session';
import { pressKey, trusted } from '../trusted';
import {
  actions,
  click,
  control,
  library,
  pass,
  select,
  session,
  shown,
  stop,
  wall,
  whole,
} from './played-toolbar';

const banner = { kind: 'awaiting', quote: 'The wall' };

/** Begins to wait; tells how it ended, `undefined` as long as it has not. */
function begin(id = wall.id, from: ToolbarControl = control) {
  const ended = vi.fn<(isAttached: boolean) => void>();
  void from.awaitPlace(id).then(ended);
  return ended;
}

describe('while words are awaited', () => {
  it('the toolbar says so, and offers to attach what is selected', async () => {
    const ended = begin();
    expect(shown?.subject).toEqual(banner);
    await select('Nobody');
    expect(shown?.subject).toEqual({ kind: 'attach' });
    pressKey('Enter');
    await pass();
    expect(library.reattach.mock.calls).toMatchObject([[wall.id, { quote: { exact: 'Nobody' } }, {}, false]]);
    expect(session.annotation(wall.id)?.target.quote.exact).toBe('Nobody');
    expect(ended).toHaveBeenCalledExactlyOnceWith(true);
    expect(shown).toBeNull();
    expect(document.getSelection()?.isCollapsed).toBe(true);
    expect(library.keep).not.toHaveBeenCalled();
  });

  it('letting go of a selection waits on', async () => {
    const ended = begin();
    await select('Nobody');
    document.getSelection()?.removeAllRanges();
    document.body.dispatchEvent(trusted(new MouseEvent('pointerup', { bubbles: true })));
    await pass();
    expect(shown?.subject).toEqual(banner);
    await select('noon');
    expect(shown?.subject).toEqual({ kind: 'attach' });
    expect(ended).not.toHaveBeenCalled();
  });

  it.each(['before a selection', 'beside one'])('Esc ends it, %s', async (moment) => {
    const ended = begin();
    if (moment === 'beside one') await select('Nobody');
    expect(pressKey('Escape')).toBe(false);
    await pass();
    expect(ended).toHaveBeenCalledExactlyOnceWith(false);
    expect(shown).toBeNull();
    expect(library.reattach).not.toHaveBeenCalled();
    await select('noon');
    expect(shown?.subject).toEqual({ kind: 'new' });
  });

  it('a click on a highlight opens nothing', async () => {
    begin();
    await click([wall, whole]);
    expect(shown?.subject).toEqual(banner);
  });

  it('keys of the page stay the page’s', () => {
    begin();
    for (const key of ['h', '1', 'n', 'Delete', ' ']) expect(pressKey(key)).toBe(true);
  });

  it('the sidebar can stop it', async () => {
    const ended = begin();
    await select('Nobody');
    control.stopAwaiting();
    await pass();
    expect(ended).toHaveBeenCalledExactlyOnceWith(false);
    expect(shown).toBeNull();
  });

  it('another annotation takes its turn', async () => {
    const first = begin();
    const second = begin(whole.id);
    await pass();
    expect(first).toHaveBeenCalledExactlyOnceWith(false);
    expect(shown?.subject).toMatchObject({ quote: 'The wall fell at noon' });
    expect(second).not.toHaveBeenCalled();
  });

  it.each(['before a selection', 'beside one'])('a deletion elsewhere ends it, %s', async (moment) => {
    const ended = begin();
    if (moment === 'beside one') await select('Nobody');
    library.set({ annotations: [whole] });
    await session.reload();
    await pass();
    expect(ended).toHaveBeenCalledExactlyOnceWith(false);
    expect(shown).toBeNull();
  });

  it('an annotation that is not of this page is not awaited', async () => {
    const ended = begin('another');
    await pass();
    expect(ended).toHaveBeenCalledExactlyOnceWith(false);
    expect(shown).toBeNull();
  });

  it('what cannot be written is said beside the selection, and can be tried again', async () => {
    const ended = begin();
    library.reattach.mockRejectedValueOnce(Object.assign(new Error('full'), { name: 'StorageFullError' }));
    await select('Nobody');
    actions.attach();
    await pass();
    expect(shown).toMatchObject({ subject: { kind: 'attach' }, problem: { key: 'problem_storage_full' } });
    expect(ended).not.toHaveBeenCalled();
    actions.attach();
    await pass();
    expect(ended).toHaveBeenCalledExactlyOnceWith(true);
    expect(shown).toBeNull();
  });

  it('words selected while the write is on its way stay selected, for a new annotation', async () => {
    begin();
    const answer = later<never>();
    library.reattach.mockReturnValueOnce(answer.promise);
    await select('Nobody');
    actions.attach();
    await select('noon');
    answer.resolve({ ...wall, note: 'attached' } as never);
    await pass();
    expect(document.getSelection()?.toString()).toBe('noon');
    expect(shown?.subject).toEqual({ kind: 'new' });
  });

  it('the end of the page’s annotator is its end', async () => {
    const ended = begin();
    stop.abort();
    await pass();
    expect(ended).toHaveBeenCalledExactlyOnceWith(false);
    const late = begin();
    await pass();
    expect(late).toHaveBeenCalledExactlyOnceWith(false);
  });
});
