import { expect, it } from 'vitest';
import { type Known, type Placed, placeQuotes } from '../../core/anchoring/place-quotes';
import { runAtOnce } from '../../core/run-at-once';
import { matchInTurn } from '../../wiring/match-in-turn';

const page = { text: 'The wall of the old harbour fell at noon on Sunday.', origin: 0 };
const records: Known[] = [
  { quote: { exact: 'fell at noon', prefix: 'The wall of the old harbour ', suffix: '' }, position: null },
];

it('answers as the page would', async () => {
  const match = matchInTurn(async (work) => runAtOnce(work));
  expect(await match(records, page)).toEqual(runAtOnce(placeQuotes(records, page)));
});

it('begins with a page when the one before it is done, also where that failed', async () => {
  const begun: PromiseWithResolvers<Placed[]>[] = [];
  const match = matchInTurn(() => {
    const running = Promise.withResolvers<Placed[]>();
    begun.push(running);
    return running.promise;
  });
  const [first, second] = [match(records, page), match(records, page)];
  await expect.poll(() => begun.length).toBe(1);
  begun[0]?.reject(new Error('It failed.'));
  await expect(first).rejects.toThrow('It failed.');
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.resolve([]);
  expect(await second).toEqual([]);
});

it('sends away who comes when twenty wait, until one of them is done', async () => {
  const ending = Promise.withResolvers<Placed[]>();
  const match = matchInTurn(() => ending.promise);
  const waiting = Array.from({ length: 20 }, () => match(records, page));
  await expect(match(records, page)).rejects.toThrow('Too many pages at once.');
  ending.resolve([]);
  await Promise.all(waiting);
  expect(await match(records, page)).toEqual([]);
});
