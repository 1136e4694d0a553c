// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../core/annotation';
import { annotationOf, later, rangeOf } from './played-session';
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
import { pressKey, releaseKey, trusted } from './trusted';

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
    expect(shown?.isSaving).toBe(true);
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
    expect(shown).toMatchObject({ problem: { key: 'problem_storage_full' }, isSaving: false });
    pressKey('h');
    expect(shown?.problem).toBeNull();
    await pass();
    expect(library.keep).toHaveBeenCalledTimes(2);
    expect(shown).toBeNull();
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
    expect(shown?.isSaving).toBe(false);
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
