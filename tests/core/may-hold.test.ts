import { expect, it } from 'vitest';
import { mayHold } from '../../core/may-hold';

const quote = 'The council voted on the plan for the harbour';

it.each([
  ['the words themselves', [`… ${quote}, he said`], true],
  ['the words with other typography and wrapping', ['THE COUNCIL\n  VOTED…'], true],
  ['a part of the words', ['plan for'], true],
  ['a clock', ['12:45:07'], false],
  ['other words', ['Sign up here now'], false],
  ['nothing', [], false],
  ['more than is worth asking', ['x'.repeat(30_000)], true],
])('says of %s whether they may hold the quote', (_, brought, answer) => {
  expect(mayHold(brought)(quote)).toBe(answer);
});

it('knows short quotes and Chinese ones', () => {
  expect(mayHold(['会议指出，各部门'])('指出')).toBe(true);
  expect(mayHold(['会议指出，各部门'])('把这项工作放在重要位置')).toBe(false);
  expect(mayHold(['EU summit'])('EU')).toBe(true);
});

it('asks for as much of a quote as it is told to', () => {
  const holds = mayHold(['the council voted on a new bridge']);
  expect([holds(quote), holds(quote, 0.5)]).toEqual([true, false]);
  expect(mayHold([`${quote}, at last`])(quote, 0.5)).toBe(true);
});
