import { expect, it } from 'vitest';
import { createWantedCard } from '../../../page/toolbar/wanted-card';

it('is the card asked for last, told once', () => {
  const card = createWantedCard();
  expect(card.take()).toBeNull();
  card.want('one');
  card.want('two');
  expect([card.take(), card.take()]).toEqual(['two', null]);
});

it('is none once something else was asked for', () => {
  const card = createWantedCard();
  card.want('one');
  card.want(null);
  expect(card.take()).toBeNull();
});
