import { expect, test } from 'vitest';
import { candidate, choose } from '../../../page/metadata/candidates';

const same = (value: string) => value.toLowerCase();

test('two places that agree outweigh one that is trusted more', () => {
  const found = choose(
    [...candidate('A', 'json-ld', 0.7), ...candidate('B', 'meta', 0.6), ...candidate('b', 'heading', 0.5)],
    same,
  );
  expect(found).toEqual({
    value: 'B',
    from: 'meta',
    confidence: 0.8,
    alternatives: [{ value: 'A', from: 'json-ld', confidence: 0.7 }],
  });
});

test('a place that says a thing twice is one witness', () => {
  const twice = [...candidate('A', 'meta', 0.5), ...candidate('a', 'meta', 0.5)];
  expect(choose(twice, same)?.confidence).toBe(0.5);
});

test('nothing said is nothing found', () => {
  expect(
    choose([...candidate<string>(null, 'meta', 1), ...candidate<string>(undefined, 'meta', 1)], same),
  ).toBeNull();
});
