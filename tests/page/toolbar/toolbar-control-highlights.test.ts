// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../core/annotation';
import { later } from '../played-session';
import { pressKey } from '../trusted';
import {
  actions,
  actor,
  click,
  duty,
  focusCard,
  library,
  openSidebar,
  pass,
  pressCode,
  session,
  shown,
  surface,
  wall,
  whole,
} from './played-toolbar';

describe('a highlight', () => {
  it('that is clicked shows its bar and its card', async () => {
    await click([wall]);
    expect(shown?.subject).toMatchObject({ kind: 'existing', id: wall.id });
    expect(focusCard).toHaveBeenCalledExactlyOnceWith(wall.id);
  });

  it('under others offers a list, which keeps to what is there', async () => {
    await click([wall, whole]);
    expect(shown?.subject).toMatchObject({ kind: 'choose', choices: [{ id: wall.id }, { id: whole.id }] });
    await session.remove(wall.id);
    expect(shown?.subject).toMatchObject({ kind: 'choose', choices: [{ id: whole.id }] });
    actions.choose(whole.id);
    expect(shown?.subject).toMatchObject({ kind: 'existing', id: whole.id });
    expect(focusCard).toHaveBeenCalledExactlyOnceWith(whole.id);
  });

  it('leaves a link inside it a link, and our own element and scripts alone', async () => {
    const link = document.querySelector('a');
    if (link !== null) await click([wall], link);
    await click([wall], surface.host);
    document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(shown).toBeNull();
  });

  it('closes its bar by a click beside it, by Escape, and by a removal elsewhere', async () => {
    await click([wall]);
    await click([]);
    expect(shown).toBeNull();
    await click([wall]);
    pressKey('Escape');
    expect(shown).toBeNull();
    await click([wall]);
    library.set({ annotations: [whole] });
    await session.reload();
    expect(shown).toBeNull();
  });

  it('follows what is changed elsewhere', async () => {
    await click([wall]);
    library.set({ annotations: [{ ...wall, note: 'from the sidebar' }, whole] });
    await session.reload();
    expect(shown?.subject).toMatchObject({ note: 'from the sidebar' });
  });

  it('takes two codes given in a row, the second before the first is stored', async () => {
    await click([wall]);
    actions.showView('codes');
    pressCode(actor.id);
    pressCode(duty.id);
    expect(shown?.subject).toMatchObject({ codeIds: [actor.id, duty.id] });
    await pass();
    expect(session.annotation(wall.id)?.codeIds).toEqual([actor.id, duty.id]);
    expect(shown).toMatchObject({ subject: { codeIds: [actor.id, duty.id] }, view: 'codes' });
  });

  it('loses no code that came from elsewhere between the reader’s look and the write', async () => {
    await click([wall]);
    const first = later<Annotation>();
    library.edit.mockReturnValueOnce(first.promise);
    actions.edit(wall.id, { newCodes: ['fresh'] });
    pressCode(actor.id);
    library.set({ annotations: [{ ...wall, codeIds: ['fresh-id'] }, whole] });
    first.resolve({ ...wall, codeIds: ['fresh-id'] });
    await pass();
    expect(library.edit.mock.lastCall).toEqual([wall.id, { codeIds: ['fresh-id', actor.id] }]);
  });

  it('stays closed when its note is stored after the reader has left', async () => {
    await click([wall]);
    actions.showView('note');
    actions.edit(wall.id, { note: 'brick' });
    actions.showView('bar');
    actions.dismiss();
    await pass();
    expect(session.annotation(wall.id)?.note).toBe('brick');
    expect(shown).toBeNull();
  });

  it('shows what is stored, and the problem, when a change failed', async () => {
    library.edit.mockRejectedValueOnce(Object.assign(new Error('no'), { name: 'NoAnswerError' }));
    await click([wall]);
    pressCode(actor.id);
    expect(shown?.subject).toMatchObject({ codeIds: [actor.id] });
    await pass();
    expect(shown).toMatchObject({ subject: { codeIds: [] }, problem: { key: 'problem_not_saved' } });
  });

  it('opens its note again with words that were not saved', async () => {
    library.edit.mockRejectedValueOnce(Object.assign(new Error('no'), { name: 'NoAnswerError' }));
    await click([wall]);
    actions.showView('note');
    actions.edit(wall.id, { note: 'brick' });
    actions.showView('bar');
    await pass();
    expect(shown).toMatchObject({
      subject: { id: wall.id, note: '' },
      view: 'note',
      draft: 'brick',
      problem: { words: 'brick' },
    });
    actions.edit(wall.id, { note: 'brick' });
    actions.showView('bar');
    await pass();
    expect(shown).toMatchObject({ subject: { note: 'brick' }, view: 'bar', draft: null, problem: null });
  });

  it('that was deleted elsewhere while its note was on the way can be kept anew with the note', async () => {
    const refusal = later<Annotation>();
    library.edit.mockReturnValueOnce(refusal.promise);
    await click([wall]);
    actions.edit(wall.id, { note: 'brick' });
    library.set({ annotations: [whole] });
    await session.reload();
    expect(shown).toBeNull();
    refusal.reject(Object.assign(new Error('gone'), { name: 'RecordNotFoundError' }));
    await pass();
    expect(shown).toMatchObject({ subject: { kind: 'new' }, draft: 'brick', problem: { words: 'brick' } });
    actions.keep({ codeIds: [], newCodes: [], note: 'brick' });
    await pass();
    expect(library.keep.mock.lastCall?.[0]).toMatchObject({
      note: 'brick',
      selectors: { quote: { exact: 'The wall' } },
    });
  });

  it('is removed once, and comes back with the problem when that failed', async () => {
    await click([wall]);
    library.remove.mockRejectedValueOnce(Object.assign(new Error('no'), { name: 'NoAnswerError' }));
    pressKey('Delete');
    pressKey('Delete');
    await pass();
    expect(library.remove).toHaveBeenCalledTimes(1);
    expect(shown).toMatchObject({ subject: { id: wall.id }, problem: { key: 'problem_not_saved' } });
    pressKey('Delete');
    await pass();
    expect(session.annotation(wall.id)).toBeNull();
    expect(shown).toBeNull();
  });

  it('opens in the sidebar, or says why not', async () => {
    openSidebar.mockRejectedValueOnce(Object.assign(new Error('no'), { name: 'ExtensionGoneError' }));
    await click([wall]);
    actions.openSidebar(wall.id);
    await pass();
    expect(shown?.problem?.key).toBe('problem_reload');
    actions.openSidebar(wall.id);
    await pass();
    expect(shown).toBeNull();
  });
});
