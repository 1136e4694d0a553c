// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Session, startSession } from '../../page/session';
import { NothingToKeepError } from '../../page/write-annotations';
import { annotationOf, playLibrary, playPainter, rangeOf } from './played-session';

const text = 'The wall fell at noon. Nobody was hurt at noon.';
const choice = { codeIds: [], newCodes: [], note: '' };
const wall = annotationOf('The wall', 0);
const whole = annotationOf('The wall fell at noon', 0);
const fell = annotationOf('fell at noon. Nobody', 9);
const hurt = annotationOf('hurt', 34);

let stop: AbortController;
let library: ReturnType<typeof playLibrary>;
let session: Session;

beforeEach(async () => {
  document.body.innerHTML = `<article><p>${text}</p></article>`;
  library = playLibrary([wall, whole, fell, hurt]);
  stop = new AbortController();
  session = await startSession(document, library, playPainter(), document.createElement('div'), stop.signal);
  await expect.poll(() => session.placements().every(({ start }) => start !== null)).toBe(true);
});
afterEach(() => stop.abort());

const quotes = () => session.library().annotations.map(({ target }) => target.quote.exact);

describe('merging', () => {
  it('knows what shares words with an annotation, and what only touches it', () => {
    expect(session.overlapping(wall.id)).toEqual([whole.id]);
    expect(session.overlapping(whole.id)).toEqual([wall.id, fell.id]);
    expect(session.overlapping(hurt.id)).toEqual([]);
  });

  it('makes one of all that share words with it, on the words of all', async () => {
    const merged = await session.merge(whole.id);
    expect(merged?.target.quote.exact).toBe('The wall fell at noon. Nobody');
    expect(library.mergeAnnotations.mock.lastCall?.[0]).toEqual([whole.id, wall.id, fell.id]);
    expect(quotes().sort()).toEqual(['The wall fell at noon. Nobody', 'hurt']);
  });

  it('asks for nothing where nothing shares words with it', async () => {
    expect(await session.merge(hurt.id)).toBeNull();
    expect(library.mergeAnnotations).not.toHaveBeenCalled();
  });
});

describe('moving an end', () => {
  it('is told as such, and goes on from where the last move ended although that is not found yet', async () => {
    await session.adjust(hurt.id, { end: 'end', by: 'word', towards: 'forward' });
    await session.adjust(hurt.id, { end: 'end', by: 'word', towards: 'forward' });
    expect(
      library.reattach.mock.calls.map(([, { quote }, , isAdjusted]) => [quote.exact, isAdjusted]),
    ).toEqual([
      ['hurt at', true],
      ['hurt at noon', true],
    ]);
  });
});

describe('every occurrence', () => {
  it('is told with what is kept already', () => {
    const noon = session.occurrences.find('AT NOON');
    expect(noon.map(({ words, isKept }) => [words, isKept])).toEqual([
      ['at noon', false],
      ['at noon', false],
    ]);
    expect(session.occurrences.find('hurt').map(({ isKept }) => isKept)).toEqual([true]);
  });

  it('is kept in one step, wherever the page has moved it meanwhile', async () => {
    const places = session.occurrences.find('at noon');
    document.querySelector('p')?.prepend('Late news. ');
    expect(await session.occurrences.keep(places, choice)).toBe(2);
    expect(library.keepAll).toHaveBeenCalledTimes(1);
    expect(library.keepAll.mock.calls[0]?.[0].map(({ selectors }) => selectors.quote.exact)).toEqual([
      'at noon',
      'at noon',
    ]);
  });

  it('is left out where the page says something else by now, and where nobody was told of it', async () => {
    const places = session.occurrences.find('hurt');
    const node = rangeOf('hurt').startContainer;
    node.textContent = text.replace('hurt', 'harmed');
    expect(await session.occurrences.keep([...places, { start: 0, end: 3 }], choice)).toBe(0);
    expect(library.keepAll).not.toHaveBeenCalled();
  });
});

it('knows what stands in the article', () => {
  const nav = document.createElement('nav');
  nav.textContent = 'Weather';
  document.body.prepend(nav);
  expect(session.isInArticle(rangeOf('The wall'))).toBe(true);
});

it('keeps nothing of a range without words', async () => {
  const empty = document.createRange();
  await expect(session.keep(empty, choice)).rejects.toThrow(NothingToKeepError);
});
