/** The digits: owners first, recent codes on the rest. */

import { expect, it } from 'vitest';
import { digitCodes } from '../../core/digit-codes';
import { aCode } from '../builders';

const [one, two, three, four] = [aCode(), aCode(), aCode(), aCode()];
const none = null;

it('gives recent codes in their order where no code has a digit of its own', () => {
  const digits = digitCodes([one, two, three], [three.id, one.id]);
  expect(digits).toEqual([three.id, one.id, none, none, none, none, none, none, none]);
});

it('leaves a code its own digit, also where it is recent, and fills the other digits', () => {
  const owner = { ...two, shortcut: '2' };
  const digits = digitCodes([one, owner, three, four], [owner.id, three.id, one.id, four.id]);
  expect(digits.slice(0, 5)).toEqual([three.id, owner.id, one.id, four.id, none]);
});

it('gives an archived code no digit, not even its own, nor one that is gone', () => {
  const archived = { ...one, shortcut: '1', archived: '2026-11-01T00:00:00.000Z' };
  expect(digitCodes([archived, two], [archived.id, aCode().id, two.id]).slice(0, 2)).toEqual([two.id, none]);
});

it('has nine digits', () => {
  const codes = Array.from({ length: 12 }, () => aCode());
  const ids = codes.map(({ id }) => id);
  expect(digitCodes(codes, ids)).toEqual(ids.slice(0, 9));
});
