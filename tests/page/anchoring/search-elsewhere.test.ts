import { expect, it, vi } from 'vitest';
import { type Known, placeQuotes } from '../../../core/anchoring/place-quotes';
import { runAtOnce } from '../../../core/run-at-once';
import { type Match, searchElsewhere } from '../../../page/anchoring/search-elsewhere';
import { runInSlices } from '../../../page/slices';

const old = 'The wall of the old harbour fell at noon on a quiet Sunday, and nobody at all was hurt by it.';
const edited = `It rained. ${old.replace('quiet', 'very quiet')}`;

const record: Known = {
  quote: {
    exact: 'fell at noon on a quiet Sunday',
    prefix: 'The wall of the old harbour ',
    suffix: ', and nobody',
  },
  position: { start: 28, end: 58 },
};

const page = (text: string) => ({ text, origin: 0 });
const here = (text: string) => runAtOnce(placeQuotes([record], page(text)));
const search = (match: Match, text: string) => runInSlices(searchElsewhere(match)([record], page(text)));

it('asks nobody for what stands unchanged', async () => {
  const match = vi.fn<Match>();
  expect(await search(match, old)).toEqual(here(old));
  expect(match).not.toHaveBeenCalled();
});

it('asks for all of a long page', async () => {
  const match = vi.fn<Match>(async () => []);
  await search(match, `${old}\n${'No more is said. '.repeat(12_000)}`);
  expect(match).toHaveBeenCalledOnce();
});

it('takes the answer of whoever is asked for what has changed', async () => {
  const match = vi.fn<Match>(async (records, { text, origin }) =>
    runAtOnce(placeQuotes(records, { text, origin })),
  );
  expect(await search(match, edited)).toEqual(here(edited));
  expect(match).toHaveBeenCalledExactlyOnceWith([record], page(edited));
});

it('looks for itself where nobody answers', async () => {
  const match = vi.fn<Match>(() => Promise.reject(new Error('The background is gone.')));
  expect(await search(match, edited)).toEqual(here(edited));
});

it('goes on only when the answer is there', async () => {
  const answer = Promise.withResolvers<ReturnType<typeof here>>();
  const hear = vi.fn();
  const found = search(() => answer.promise, edited).then(hear);
  await new Promise((resolve) => setImmediate(resolve));
  expect(hear).not.toHaveBeenCalled();
  answer.resolve([]);
  await found;
  expect(hear).toHaveBeenCalledExactlyOnceWith([]);
});
