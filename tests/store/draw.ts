/** Draws whatever a command needs from a number, and from what is there: the same for the same number. */

import type { Selectors } from '../../core/annotation';
import type { Store } from '../../store/open-store';
import { someMetadata } from '../builders';

/** Gives a whole number below `count` at each call, the same ones for the same seed. */
export type Draw = (count: number) => number;

/** Where what it acts on is not there, it does nothing. */
export type Act = (store: Store, draw: Draw) => Promise<unknown>;

const texts = ['全区经济稳中向好，督察、监督与督导并行。', '区委政法委发布实施细则，全区经济稳中有进。'];
export const names = ['甲', '乙', 'Ａ', 'a', '主体', '区委'];
export const addressAt = (number: number) => `https://news.example/${number}`;
/** A page's text, and words in it. */
export function passageFrom(draw: Draw) {
  const text = texts[draw(texts.length)] ?? '';
  return { selectors: selectorsIn(text, draw), article: { metadata: someMetadata(), text } };
}

export function pathFrom(draw: Draw): string {
  return Array.from({ length: 1 + draw(3) }, () => names[draw(names.length)]).join('/');
}

export function one<T>(all: readonly T[], draw: Draw): T | undefined {
  return all[draw(all.length)];
}

export function some<T>(all: readonly T[], draw: Draw): T[] {
  return all.filter(() => draw(3) === 0);
}

function selectorsIn(text: string, draw: Draw): Selectors {
  const start = draw(text.length - 1);
  const end = Math.min(text.length, start + 1 + draw(6));
  const quote = { exact: text.slice(start, end), prefix: text.slice(0, start), suffix: text.slice(end) };
  return { quote, position: { start, end }, range: null };
}

export async function someIds(
  table: Store['database']['codes' | 'annotations'],
  draw: Draw,
): Promise<string[]> {
  return some(await table.toCollection().primaryKeys(), draw);
}

/** A linear congruential generator; Numerical Recipes' constants. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return count === 0 ? 0 : Math.floor((state / 2 ** 32) * count);
  };
}
