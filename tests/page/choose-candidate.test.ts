// @vitest-environment jsdom
/** The reader decides between places: only what the page still says there becomes the annotation's. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseCandidate } from '../../page/choose-candidate';
import { type Session, startSession } from '../../page/session';
import { annotationOf, playLibrary, playPainter } from './played-session';

const line = 'Rain is expected in the afternoon.';
/** Between many that are the same, nothing decides. */
const lines = Array.from({ length: 7 }, () => `<li>${line}</li>`).join('');

let stop: AbortController;
let session: Session;
let painter: ReturnType<typeof playPainter>;
let library: ReturnType<typeof playLibrary>;
const rain = annotationOf('Rain', 5_000, {});

beforeEach(async () => {
  vi.useFakeTimers();
  Object.assign(Element.prototype, { scrollIntoView: vi.fn() });
  Object.assign(window, { matchMedia: () => ({ matches: true }) });
  document.body.innerHTML = `<article><ul>${lines}</ul></article>`;
  stop = new AbortController();
  painter = playPainter();
  library = playLibrary([rain]);
  session = await startSession(document, library, painter, document.createElement('div'), stop.signal);
});
afterEach(() => {
  stop.abort();
  Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
  vi.useRealTimers();
});

function placeOf(index: number) {
  const [placement] = session.placements();
  const place = placement?.candidates[index];
  if (place === undefined) throw new Error(`no candidate ${index}`);
  return { id: rain.id, start: place.start, end: place.end };
}

const glimpse = ({ start, end }: { start: number; end: number }) => session.glimpse(start, end);

describe('an ambiguous annotation', () => {
  it('is not painted, and tells its places with what stands around each', () => {
    expect(painter.shown()).toEqual([]);
    const [placement] = session.placements();
    expect(placement).toMatchObject({ grade: 'ambiguous', start: null, score: 0 });
    expect(placement?.candidates).toHaveLength(7);
    for (const { start, end, words, before, after } of placement?.candidates ?? []) {
      expect(words).toBe('Rain');
      expect(end - start).toBe(4);
      expect(line.concat('\n').repeat(9)).toContain(before + words + after);
    }
  });

  it('has the place that the reader chooses from then on', async () => {
    const place = placeOf(3);
    expect(await chooseCandidate(session, place)).toBe(true);
    expect(library.reattach.mock.lastCall?.[1].position).toEqual({ start: place.start, end: place.end });
    expect(session.placements()).toMatchObject([{ grade: 'exact', start: place.start }]);
    expect(painter.shown()).toEqual(['Rain']);
  });

  it('takes no place that is none of its candidates, or another annotation’s', async () => {
    const place = placeOf(3);
    expect(await chooseCandidate(session, { ...place, start: place.start - 1 })).toBe(false);
    expect(await chooseCandidate(session, { ...place, id: 'another' })).toBe(false);
    expect(library.reattach).not.toHaveBeenCalled();
  });

  it('takes no place where the page says other words by now, and tells its places anew', async () => {
    const place = placeOf(3);
    document.querySelectorAll('li')[3]?.firstChild?.replaceWith('Snow is expected in the afternoon.');
    expect(await chooseCandidate(session, place)).toBe(false);
    expect(library.reattach).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(session.placements()[0]?.candidates).toHaveLength(6), { timeout: 10_000 });
  });

  it('gives the error of the write to whoever asked', async () => {
    library.reattach.mockRejectedValueOnce(new Error('disk full'));
    await expect(chooseCandidate(session, placeOf(0))).rejects.toThrow('disk full');
    expect(session.placements()).toMatchObject([{ grade: 'ambiguous' }]);
  });
});

describe('a place that is only looked at', () => {
  it('is scrolled to, flashes, and is gone again', async () => {
    expect(glimpse(placeOf(2))).toBe(true);
    expect(painter.shown()).toEqual(['Rain']);
    expect(painter.flash).toHaveBeenCalledOnce();
    expect(Element.prototype.scrollIntoView).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1_300);
    expect(painter.shown()).toEqual([]);
  });

  it('gives way to the next one', () => {
    glimpse(placeOf(2));
    glimpse(placeOf(4));
    expect(painter.shown()).toEqual(['Rain']);
    expect(painter.flash).toHaveBeenCalledTimes(2);
  });

  it('is not shown where the page says other words by now', () => {
    const place = placeOf(3);
    document.querySelectorAll('li')[3]?.replaceChildren();
    expect(glimpse(place)).toBe(false);
    expect(painter.flash).not.toHaveBeenCalled();
  });
});
