// @vitest-environment jsdom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageLibrary } from '../../core/library';
import { usualSettings } from '../../core/settings';
import { startSession } from '../../page/session';
import { NothingToKeepError } from '../../page/write-annotations';
import { annotationOf, later, playLibrary, playPainter, rangeOf } from './played-session';

const text = 'The wall fell at noon. Nobody was hurt.';
const choice = { codeIds: [], newCodes: [], note: '' };

let stop: AbortController;
let host: HTMLElement;
let painter: ReturnType<typeof playPainter>;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<article><h1>News</h1><p>${text}</p></article>`;
  host = document.createElement('div');
  painter = playPainter();
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  host.remove();
  vi.useRealTimers();
});

const start = (library: ReturnType<typeof playLibrary>) =>
  startSession(document, library, painter, host, stop.signal);

const quiet = () => vi.advanceTimersByTimeAsync(400);

describe('startSession', () => {
  it('paints what is stored, and tells once where it stands', async () => {
    const wall = annotationOf('The wall', 5);
    const library = playLibrary([wall]);
    await start(library);
    await quiet();
    expect(painter.shown()).toEqual(['The wall']);
    expect(library.placed.mock.calls).toMatchObject([[[{ id: wall.id, grade: 'exact', start: 5 }]]]);
  });

  it('calls what is missing pending while the page settles, and lost afterwards', async () => {
    const gone = annotationOf('The bridge', 5);
    const library = playLibrary([gone]);
    const session = await start(library);
    expect(session.placements()).toMatchObject([{ id: gone.id, grade: 'pending', start: null }]);
    await vi.advanceTimersByTimeAsync(3_100);
    expect(session.placements()).toMatchObject([{ id: gone.id, grade: 'lost', start: null }]);
    expect(library.placed.mock.calls.map(([[placement]]) => placement?.grade)).toEqual(['pending', 'lost']);
  });

  it('finds words that arrive late', async () => {
    document.querySelector('p')?.replaceChildren();
    await start(playLibrary([annotationOf('The wall', 5)]));
    expect(painter.shown()).toEqual([]);
    document.querySelector('p')?.append(text);
    await quiet();
    expect(painter.shown()).toEqual(['The wall']);
  });

  it('tells again what it could not tell, with the next change of the page', async () => {
    const library = playLibrary([annotationOf('The wall', 5)]);
    library.placed.mockRejectedValueOnce(new Error('worker gone'));
    await start(library);
    await quiet();
    document.querySelector('article')?.append(' More.');
    await quiet();
    await quiet();
    expect(library.placed).toHaveBeenCalledTimes(2);
    document.querySelector('article')?.append(' And more.');
    await quiet();
    expect(library.placed).toHaveBeenCalledTimes(2);
  });

  it('tells one thing after the other, so that nothing old arrives last', async () => {
    const library = playLibrary([annotationOf('The wall', 5)]);
    const first = later<void>();
    library.placed.mockReturnValueOnce(first.promise);
    const session = await start(library);
    await session.keep(rangeOf('Nobody'), choice);
    await quiet();
    expect(library.placed).toHaveBeenCalledTimes(1);
    first.resolve();
    await quiet();
    expect(library.placed.mock.lastCall?.[0]).toHaveLength(2);
  });

  it('starts without a library that cannot be read, says why, and paints when it is there', async () => {
    const library = playLibrary([annotationOf('The wall', 5)]);
    const refusal = Object.assign(new Error('no'), { name: 'StorageRefusedError' });
    library.load.mockRejectedValueOnce(refusal);
    const session = await start(library);
    expect(session.failure()).toBe(refusal);
    expect(session.library().annotations).toEqual([]);
    await session.reload();
    expect(session.failure()).toBeNull();
    expect(painter.shown()).toEqual(['The wall']);
  });

  it('leaves nothing behind when the page moved on while the library was read', async () => {
    const library = playLibrary([annotationOf('The wall', 5)]);
    const answer = later<PageLibrary>();
    library.load.mockReturnValueOnce(answer.promise);
    const starting = start(library);
    stop.abort();
    answer.resolve(library.current());
    await expect(starting).rejects.toThrow(/abort/u);
    document.body.append('change');
    await quiet();
    expect(painter.paint).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reads again when the browser brings the page back from its memory', async () => {
    const library = playLibrary();
    await start(library);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(library.load).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(library.load).toHaveBeenCalledTimes(2);
  });
});

describe('a session', () => {
  it('keeps chosen words with selectors, metadata and text, and paints them before the library is read again', async () => {
    const library = playLibrary();
    const session = await start(library);
    library.load.mockReturnValue(new Promise(() => undefined));
    const kept = await session.keep(rangeOf('at noon'), { ...choice, note: 'when' });
    expect(kept?.target.quote).toEqual({
      exact: 'at noon',
      prefix: 'News\nThe wall fell ',
      suffix: '. Nobody was hurt.',
    });
    const [draft] = library.keep.mock.lastCall ?? [];
    expect(draft?.selectors.position).toEqual({ start: 19, end: 26 });
    expect(draft?.note).toBe('when');
    expect(draft?.article.text).toBe(`News\n${text}`);
    expect(draft?.article.metadata.title?.value).toBe('News');
    expect(painter.shown()).toEqual(['at noon']);
    expect(library.load).toHaveBeenCalledTimes(2);
  });

  it('keeps nothing of a range without words', async () => {
    const library = playLibrary();
    const session = await start(library);
    const range = document.createRange();
    range.setStart(document.body, 0);
    await expect(session.keep(range, choice)).rejects.toThrow(NothingToKeepError);
    expect(library.keep).not.toHaveBeenCalled();
  });

  it('holds on to what it has kept when an older reading of the library comes in later', async () => {
    const library = playLibrary();
    const session = await start(library);
    const old = later<PageLibrary>();
    library.load.mockReturnValueOnce(old.promise);
    void session.reload();
    const kept = await session.keep(rangeOf('at noon'), choice);
    old.resolve({
      annotations: [],
      codes: [],
      recentCodeIds: [],
      isPaintHidden: false,
      settings: usualSettings,
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(session.annotation(kept?.id ?? '')).not.toBeNull();
    await quiet();
    expect(painter.shown()).toEqual(['at noon']);
    expect(library.load).toHaveBeenCalledTimes(3);
  });

  it('answers many announcements with few readings', async () => {
    const library = playLibrary();
    const session = await start(library);
    for (let count = 0; count < 50; count += 1) void session.reload();
    await quiet();
    expect(library.load.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('shows what was written, although it cannot be read again', async () => {
    const wall = annotationOf('The wall', 5);
    const library = playLibrary([wall]);
    const session = await start(library);
    library.load.mockRejectedValue(new Error('worker gone'));
    await session.edit(wall.id, { note: 'brick' });
    expect(session.annotation(wall.id)?.note).toBe('brick');
    await session.remove(wall.id);
    expect(painter.shown()).toEqual([]);
    await quiet();
  });

  it('gives the error of a write to whoever asked, and changes nothing', async () => {
    const library = playLibrary();
    const session = await start(library);
    library.keep.mockRejectedValueOnce(new Error('disk full'));
    await expect(session.keep(rangeOf('at noon'), choice)).rejects.toThrow('disk full');
    expect(painter.shown()).toEqual([]);
  });

  it('follows an announced change until the library can be read again', async () => {
    const library = playLibrary();
    const session = await start(library);
    library.set({ annotations: [annotationOf('The wall', 5)] });
    library.load.mockRejectedValueOnce(new Error('worker gone')).mockRejectedValueOnce(new Error('again'));
    session.follow();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(painter.shown()).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(painter.shown()).toEqual(['The wall']);
    expect(library.load).toHaveBeenCalledTimes(4);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(library.load).toHaveBeenCalledTimes(4);
  });

  it('asks no more for what it could not read once the signal has ended it', async () => {
    const library = playLibrary();
    const session = await start(library);
    library.load.mockRejectedValue(new Error('worker gone'));
    session.follow();
    await vi.advanceTimersByTimeAsync(1_000);
    const asked = library.load.mock.calls.length;
    stop.abort();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(library.load).toHaveBeenCalledTimes(asked);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells its listeners of each change', async () => {
    const library = playLibrary();
    const session = await start(library);
    const hear = vi.fn();
    session.onChange(hear);
    await session.keep(rangeOf('at noon'), choice);
    await quiet();
    expect(hear).toHaveBeenCalledTimes(2);
  });

  it('scrolls to an annotation and makes it flash; one without a place moves nothing', async () => {
    const scroll = vi.fn();
    Object.assign(Element.prototype, { scrollIntoView: scroll });
    Object.assign(window, { matchMedia: () => ({ matches: true }) });
    const [wall, gone] = [annotationOf('The wall', 5), annotationOf('The bridge', 5)];
    const session = await start(playLibrary([wall, gone]));
    await quiet();
    session.reveal(gone.id);
    expect(scroll).not.toHaveBeenCalled();
    session.reveal(wall.id);
    expect(scroll).toHaveBeenCalledWith({ block: 'center', behavior: 'auto' });
    expect(painter.flash).toHaveBeenCalledExactlyOnceWith(wall.id);
    Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
  });

  it('ends with the signal: no paint, no reading, no timer, although a write is still on its way', async () => {
    const library = playLibrary([annotationOf('The wall', 5)]);
    const session = await start(library);
    await quiet();
    const answer = later<ReturnType<typeof annotationOf>>();
    library.keep.mockReturnValueOnce(answer.promise);
    const keeping = session.keep(rangeOf('at noon'), choice);
    stop.abort();
    expect(painter.shown()).toEqual([]);
    const [paints, loads] = [painter.paint.mock.calls.length, library.load.mock.calls.length];
    answer.resolve(annotationOf('at noon', 14));
    await keeping;
    document.body.append('another article');
    void session.reload();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(painter.paint).toHaveBeenCalledTimes(paints);
    expect(library.load).toHaveBeenCalledTimes(loads);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not take its own element for a change of the page', async () => {
    await start(playLibrary());
    const before = painter.paint.mock.calls.length;
    document.documentElement.append(host);
    await quiet();
    expect(painter.paint).toHaveBeenCalledTimes(before);
  });

  it('follows a page that replaces its whole body', async () => {
    await start(playLibrary([annotationOf('The wall', 5)]));
    document.documentElement.replaceChild(document.createElement('body'), document.body);
    await quiet();
    expect(painter.shown()).toEqual([]);
    document.body.innerHTML = `<article><h1>News</h1><p>${text}</p></article>`;
    await quiet();
    expect(painter.shown()).toEqual(['The wall']);
  });
});
