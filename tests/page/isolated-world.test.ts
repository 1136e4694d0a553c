// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { giveVerdict, isolatedWorld } from '../../page/isolated-world';
import { createEarlyKeys } from '../../page/toolbar/early-keys';

it('is made by whichever script comes first, with one listening for keys', () => {
  const make = vi.fn(() => createEarlyKeys(window));
  expect(isolatedWorld(make)).toBe(isolatedWorld(make));
  expect(make).toHaveBeenCalledTimes(1);
});

it('keeps the verdict for who comes later, and tells who is there', () => {
  const world = isolatedWorld(() => createEarlyKeys(window));
  const verdict = {
    detection: { isArticle: true, probability: 1, reasons: [] },
    annotate: true,
    isOff: false,
  };
  giveVerdict(world, verdict);
  expect(world.verdict).toBe(verdict);
  world.hearVerdict = vi.fn();
  giveVerdict(world, verdict);
  expect(world.hearVerdict).toHaveBeenCalledExactlyOnceWith(verdict);
});
