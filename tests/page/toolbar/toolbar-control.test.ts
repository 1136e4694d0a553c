// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../core/annotation';
import { annotationOf, later, rangeOf } from '../played-session';
import { pressKey, releaseKey, trusted } from '../trusted';
import {
  actions,
  actor,
  begin,
  click,
  duty,
  library,
  nothing,
  pass,
  select,
  shown,
  stop,
} from './played-toolbar';

describe('a selection', () => {
  it('brings the bar when a person made it, and not when a script did', async () => {
    document.getSelection()?.addRange(rangeOf('noon'));
    document.body.dispatchEvent(new MouseEvent('pointerup', { bubbles: true }));
    await pass();
    expect(shown).toBeNull();
    await select('at noon');
    expect(shown).toMatchObject({ subject: { kind: 'new' }, view: 'bar', recentCodeIds: [actor.id] });
  });

  it('is kept once by h, however fast it is pressed twice', async () => {
    await select('at noon');
    expect(pressKey('h')).toBe(false);
    expect(pressKey('h')).toBe(false);
    actions.keep(nothing);
    await pass();
    expect(library.keep).toHaveBeenCalledTimes(1);
    expect(shown).toBeNull();
    expect(document.getSelection()?.isCollapsed ?? true).toBe(true);
  });

  it('can be made again, of the same words, after it was kept', async () => {
    await select('at noon');
    pressKey('h');
    releaseKey('h');
    await pass();
    await select('at noon');
    expect(shown?.subject.kind).toBe('new');
  });

  it('is kept from the picker, which then stays for what was kept', async () => {
    await select('at noon');
    actions.showView('codes');
    actions.keep({ ...nothing, codeIds: [duty.id] });
    await pass();
    expect(shown).toMatchObject({ subject: { kind: 'existing', codeIds: [duty.id] }, view: 'codes' });
  });

  it('closes the editor when it is kept with a note', async () => {
    await select('at noon');
    actions.showView('note');
    actions.keep({ ...nothing, note: 'when' });
    actions.showView('bar');
    await pass();
    expect(library.keep.mock.lastCall?.[0].note).toBe('when');
    expect(shown).toBeNull();
  });

  it('says what went wrong, and can be kept again', async () => {
    library.keep.mockRejectedValueOnce(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
    await select('at noon');
    pressKey('h');
    await pass();
    expect(shown?.problem?.key).toBe('problem_storage_full');
    pressKey('h');
    expect(shown?.problem).toBeNull();
    await pass();
    expect(library.keep).toHaveBeenCalledTimes(2);
    expect(shown).toBeNull();
  });

  it('gives a code, and a note, that were chosen before it was kept to what was kept', async () => {
    const answer = later<Annotation>();
    library.keep.mockReturnValueOnce(answer.promise);
    await select('at noon');
    actions.showView('codes');
    actions.keep({ ...nothing, codeIds: [actor.id] });
    actions.keep({ ...nothing, codeIds: [duty.id] });
    actions.keep({ ...nothing, codeIds: [duty.id], note: 'when' });
    const kept = annotationOf('at noon', 14, { codeIds: [actor.id] });
    library.set({ annotations: [kept] });
    answer.resolve(kept);
    await pass();
    expect(library.keep).toHaveBeenCalledTimes(1);
    expect(library.edit.mock.calls).toEqual([[kept.id, { codeIds: [actor.id, duty.id], note: 'when' }]]);
    expect(shown).toMatchObject({
      subject: { kind: 'existing', codeIds: [actor.id, duty.id], note: 'when' },
      view: 'codes',
    });
  });

  it('whose note was not saved opens the note again with its words, and saves them at the next try', async () => {
    library.keep.mockRejectedValueOnce(Object.assign(new Error('full'), { name: 'StorageFullError' }));
    await select('at noon');
    actions.showView('note');
    actions.keep({ ...nothing, note: 'when' });
    actions.showView('bar');
    expect(shown).toMatchObject({ problem: null, draft: 'when' });
    await pass();
    expect(shown).toMatchObject({ view: 'note', draft: 'when', problem: { words: 'when' } });
    actions.keep({ ...nothing, note: 'when exactly' });
    actions.showView('bar');
    await pass();
    expect(library.keep.mock.lastCall?.[0].note).toBe('when exactly');
    expect(shown).toBeNull();
  });

  it('brings unsaved words back to a reader who has left, and keeps them in sight until dismissed', async () => {
    library.keep.mockRejectedValueOnce(Object.assign(new Error('full'), { name: 'StorageFullError' }));
    await select('at noon');
    actions.showView('note');
    actions.keep({ ...nothing, note: 'when' });
    actions.showView('bar');
    await click([]);
    expect(shown).toMatchObject({ subject: { kind: 'new' }, view: 'bar', problem: { words: 'when' } });
    await click([]);
    expect(shown?.problem?.words).toBe('when');
    await select('was hurt');
    expect(shown).toMatchObject({ draft: null, problem: { words: 'when' } });
    actions.keep(nothing);
    await pass();
    expect(shown).toMatchObject({ subject: { kind: 'existing' }, problem: { words: 'when' } });
    actions.dismiss();
    expect(shown).toBeNull();
    await select('was hurt');
    expect(shown?.problem).toBeNull();
  });

  it('says that nothing of it can be kept', async () => {
    await select('at noon');
    document.querySelector('p')?.remove();
    actions.keep(nothing);
    await pass();
    expect(shown?.problem?.key).toBe('problem_nothing_to_keep');
  });

  it('comes back with the problem when the reader had left before it failed', async () => {
    const answer = later<Annotation>();
    library.keep.mockReturnValueOnce(answer.promise);
    await select('at noon');
    pressKey('h');
    await click([]);
    expect(shown).toBeNull();
    answer.reject(Object.assign(new Error('no'), { name: 'NoAnswerError' }));
    await pass();
    expect(shown).toMatchObject({ subject: { kind: 'new' }, problem: { key: 'problem_not_saved' } });
  });

  it('can be kept while an earlier one is still on its way, and is left alone by that one', async () => {
    const answer = later<Annotation>();
    library.keep.mockReturnValueOnce(answer.promise);
    await select('at noon');
    pressKey('h');
    await select('was hurt');
    answer.resolve(annotationOf('at noon', 14));
    await pass();
    expect(shown?.subject.kind).toBe('new');
    expect(String(document.getSelection())).toBe('was hurt');
    pressKey('h');
    await pass();
    expect(library.keep).toHaveBeenCalledTimes(2);
  });

  it('let go takes the bar away, but not an editor that has the focus', async () => {
    const release = async () => {
      document.getSelection()?.removeAllRanges();
      document.body.dispatchEvent(trusted(new MouseEvent('pointerup', { bubbles: true })));
      await pass();
    };
    await select('at noon');
    actions.showView('menu');
    await release();
    expect(shown).toBeNull();
    await select('at noon');
    actions.showView('codes');
    await release();
    expect(shown?.view).toBe('codes');
  });

  it('says that the library cannot be read, and forgets it when it can', async () => {
    stop.abort();
    const refusal = Object.assign(new Error('no'), { name: 'StorageRefusedError' });
    library.load.mockRejectedValueOnce(refusal).mockRejectedValueOnce(refusal);
    await begin();
    await select('at noon');
    expect(shown?.problem?.key).toBe('problem_private');
    await pass(200);
    await select('was hurt');
    await pass(200);
    expect(shown?.problem).toBeNull();
  });
});

it('leaves all keys to the page while it shows nothing, and after the end', async () => {
  expect(pressKey('h')).toBe(true);
  expect(pressKey('Escape')).toBe(true);
  await select('at noon');
  stop.abort();
  expect(shown).toBeNull();
  expect(pressKey('h')).toBe(true);
  await select('was hurt');
  expect(shown).toBeNull();
});
