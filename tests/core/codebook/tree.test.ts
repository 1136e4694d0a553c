/** The codebook as a tree. */

import { expect, it } from 'vitest';
import { inTreeOrder, withCodesUnder } from '../../../core/codebook/tree';
import { aCode } from '../../builders';

it('gives the codes as people read them: under each other, siblings by name with numbers in number order', () => {
  const top = aCode({ name: '3 主体' });
  const tenth = aCode({ name: '10 督导' });
  const below = ['区委 10', '区委 9'].map((name) => aCode({ name, parentId: top.id }));
  const orphan = aCode({ name: '4', parentId: 'gone' });
  const ordered = inTreeOrder([tenth, ...below, orphan, top]);
  expect(ordered.map(({ name }) => name)).toEqual(['3 主体', '区委 9', '区委 10', '4', '10 督导']);
});

it('gives all codes under some, each once, in a chain of 20,000 too', () => {
  const chain = [aCode()];
  for (let level = 1; level < 20_000; level += 1) chain.push(aCode({ parentId: chain.at(-1)?.id ?? null }));
  const [top, second] = chain;
  expect(withCodesUnder(chain, [second?.id ?? '', top?.id ?? '']).size).toBe(20_000);
  expect(inTreeOrder(chain.toReversed())).toHaveLength(20_000);
});
