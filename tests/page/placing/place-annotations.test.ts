// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { placeQuotes } from '../../../core/anchoring/place-quotes';
import { runAtOnce } from '../../../core/run-at-once';
import type { Match } from '../../../page/anchoring/search-elsewhere';
import { type Placing, placeAnnotations } from '../../../page/placing/place-annotations';
import { annotationOf } from '../played-session';

const text = 'The wall of the old harbour fell at noon on a quiet Sunday, and nobody at all was hurt by it.';
const other = 'A second paragraph tells what the mayor said about the bridge to the island and its builders.';

const match = vi.fn<Match>(async (records, page) => runAtOnce(placeQuotes(records, page)));
const watched = { document, isOwn: () => false, match };

let stop: AbortController;
let show: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  vi.useFakeTimers();
  document.documentElement.className = '';
  document.body.innerHTML = `<article><h1>News</h1><p id="one">${text}</p><p id="two">${other}</p></article>`;
  stop = new AbortController();
  show = vi.fn<() => void>();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** As it was kept on the page above. */
function kept(exact: string) {
  const page = `News\n${text}\n${other}`;
  const start = page.indexOf(exact);
  const end = start + exact.length;
  return annotationOf(exact, start, {
    target: {
      source: 'https://news.example/',
      snapshot: null,
      quote: { exact, prefix: page.slice(Math.max(0, start - 64), start), suffix: page.slice(end, end + 64) },
      position: { start, end },
      range: null,
    },
  });
}

function place(...quotes: string[]): Placing {
  const placing = placeAnnotations(watched, show, stop.signal);
  placing.place(quotes.map(kept));
  return placing;
}

const element = (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const quiet = () => vi.advanceTimersByTimeAsync(400);
const shown = (placing: Placing) => placing.anchors().map(({ ranges }) => ranges.map(String).join());
const grades = (placing: Placing) => placing.placements().map(({ grade }) => grade);

it('leaves a range alone that no change touches, and counts its place anew', async () => {
  const placing = place('nobody at all');
  const [before] = placing.anchors();
  element('h1').append(' of the day');
  await quiet();
  const [after] = placing.anchors();
  expect(after?.ranges).toBe(before?.ranges);
  expect(after?.start).toBe((before?.start ?? 0) + ' of the day'.length);
  expect(grades(placing)).toEqual(['exact']);
  element('h1').textContent = 'News';
  await quiet();
  expect([grades(placing), placing.anchors()[0]?.ranges]).toEqual([['exact'], before?.ranges]);
});

it('puts the words into new ranges when the page writes them again', async () => {
  const placing = place('nobody at all', 'the bridge');
  element('article').innerHTML = String(element('article').innerHTML);
  await quiet();
  expect(shown(placing)).toEqual(['nobody at all', 'the bridge']);
  expect(grades(placing)).toEqual(['exact', 'exact']);
});

it('paints nothing in the place of words that the page has just taken away', async () => {
  element('#one').innerHTML = text.replace('old', '<b>old</b>');
  const placing = place('the old harbour');
  expect(shown(placing)).toEqual(['the old harbour']);
  for (const node of [...element('#one').childNodes]) node.replaceWith('xxx');
  await vi.advanceTimersByTimeAsync(20);
  expect(shown(placing)).toEqual(['']);
});

it('waits while the page is translated, and finds the same places when that is undone', async () => {
  const placing = place('nobody at all', 'the bridge');
  const undo: [Element, Node][] = [];
  for (const node of ['h1', '#one', '#two'].map((selector) => element(selector).firstChild)) {
    const font = document.createElement('font');
    font.append(document.createElement('font'));
    font.firstElementChild?.append('traduit, et nobody at all reste');
    node?.replaceWith(font);
    if (node !== null && node !== undefined) undo.push([font, node]);
  }
  await quiet();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([shown(placing), grades(placing)]).toEqual([
    ['', ''],
    ['pending', 'pending'],
  ]);
  for (const [font, node] of undo) font.replaceWith(node);
  await quiet();
  expect([shown(placing), grades(placing)]).toEqual([
    ['nobody at all', 'the bridge'],
    ['exact', 'exact'],
  ]);
});

it('finds on a translated page what it still says with what stood around it, and nothing else', async () => {
  document.documentElement.className = 'translated-ltr';
  element('#two').textContent = 'Le maire a dit the bridge.';
  const placing = place('nobody at all', 'the bridge');
  await vi.advanceTimersByTimeAsync(5_000);
  expect([shown(placing), grades(placing)]).toEqual([
    ['nobody at all', ''],
    ['moved', 'pending'],
  ]);
});

it('calls words pending as long as the page still grows, and then lost until they come', async () => {
  element('#one').remove();
  const placing = place('nobody at all');
  for (let time = 0; time < 5_000; time += 1_000) {
    element('article').append(
      document.createElement('p'),
      'Something else that is told at length. '.repeat(10),
    );
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(grades(placing)).toEqual(['pending']);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(grades(placing)).toEqual(['lost']);
  element('article').append(document.createElement('p'), text);
  await quiet();
  await vi.advanceTimersByTimeAsync(2_000);
  expect([shown(placing), grades(placing)]).toEqual([['nobody at all'], ['moved']]);
});

it('does nothing more once nothing is pending and nothing changes', async () => {
  place('nobody at all');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(vi.getTimerCount()).toBe(0);
  show.mockClear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(show).not.toHaveBeenCalled();
});

it('speaks of the page as it is now when words are chosen, between two looks', () => {
  const placing = place('nobody at all');
  element('h1').append(' now');
  const { map } = placing.refresh();
  expect(map.text.startsWith('News now\n')).toBe(true);
  const [anchor] = placing.anchors();
  expect(map.text.slice(anchor?.start ?? 0, anchor?.end ?? 0)).toBe('nobody at all');
});

it('looks for new annotations and leaves the known ones where they are', async () => {
  const placing = place();
  const known = kept('nobody at all');
  placing.place([known]);
  await quiet();
  const [before] = placing.anchors();
  placing.place([kept('the bridge'), kept('not there'), { ...known, note: 'another note' }]);
  await quiet();
  expect(shown(placing)).toEqual(['the bridge', '', 'nobody at all']);
  expect(placing.anchors()[2]?.ranges).toBe(before?.ranges);
  placing.place([]);
  await quiet();
  expect(placing.placements()).toEqual([]);
});

it('moves along with a few words that change inside others before the page is drawn again', async () => {
  const rest = Array.from(
    { length: 20 },
    (_, index) => `<p>And ${index} more were told so, who lived there.</p>`,
  );
  element('article').insertAdjacentHTML('beforeend', rest.join(''));
  const placing = place(text, other);
  await quiet();
  const node = element('#one').firstChild;
  const now = text.replace('at noon', 'before noon');
  if (node instanceof Text) node.data = now;
  await vi.advanceTimersByTimeAsync(20);
  expect(shown(placing)).toEqual([now, other]);
  expect(grades(placing)).toEqual(['changed', 'exact']);
});

it('paints what it has found in the window before it has looked for the rest, and reports it with the rest', async () => {
  const sentences = Array.from(
    { length: 60 },
    (_, index) =>
      `Sentence ${index} says that ${'abcdefghij'[index % 10]}${index * 7} was seen by ${index * 13} people.`,
  );
  const shown = sentences.with(30, `It was added later on that ${sentences[30]}`);
  element('article').innerHTML = shown.map((sentence) => `<p>${sentence}</p>`).join('');
  const page = sentences.join('\n');
  const annotations = sentences.map((exact) => {
    const start = page.indexOf(exact);
    const end = start + exact.length;
    const quote = {
      exact,
      prefix: page.slice(Math.max(0, start - 64), start),
      suffix: page.slice(end, end + 64),
    };
    return annotationOf(exact, start, {
      target: { source: '', snapshot: null, quote, position: { start, end }, range: null },
    });
  });
  const first = document.querySelector('p')?.firstChild;
  Object.assign(document, { caretPositionFromPoint: () => ({ offsetNode: first, offset: 0 }) });
  const seen: { painted: number; reported: number }[] = [];
  const placing = placeAnnotations(
    watched,
    () => {
      seen.push({
        painted: placing.anchors().filter(({ ranges }) => ranges.length > 0).length,
        reported: placing.placements().filter(({ grade }) => grade !== 'pending').length,
      });
    },
    stop.signal,
  );
  placing.place(annotations);
  await quiet();
  Reflect.deleteProperty(document, 'caretPositionFromPoint');
  expect(seen[0]?.painted).toBeGreaterThan(0);
  expect(seen[0]?.painted).toBeLessThan(60);
  expect(seen[0]?.reported).toBe(0);
  expect(seen.at(-1)).toEqual({ painted: 60, reported: 60 });
});

it('asks anew where the page changed while somebody else looked, and never paints the old answer', async () => {
  const answers: (() => void)[] = [];
  match.mockImplementation((records, page) => {
    const placed = runAtOnce(placeQuotes(records, page));
    return new Promise((resolve) => answers.push(() => resolve(placed)));
  });
  element('#one').textContent = text.replace('quiet', 'very quiet');
  const placing = place('nobody at all');
  await quiet();
  expect(shown(placing)).toEqual(['']);
  element('#one').prepend('All of a sudden it rained hard. ');
  placing.refresh();
  answers[0]?.();
  await quiet();
  expect(shown(placing)).toEqual(['']);
  expect(match).toHaveBeenCalledTimes(2);
  answers[1]?.();
  await quiet();
  expect(shown(placing)).toEqual(['nobody at all']);
});
