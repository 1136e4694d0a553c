/** The shortcuts for what most pages hold must say what Unicode's tables say. */

import { expect, test } from 'vitest';
import { createUnitBuffer, foldInto, informationOf } from '../../../core/anchoring/fold-units';
import { folding, learn } from '../../../core/anchoring/unit-tables';

const invisible = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\p{Mark}\uff9e\uff9f]/gu;
const alphabets = /^[A-Za-zÀ-ÖØ-öø-ıĴ-ľŁ-ňŊ-ſЀ-џ가-힣ぁ-ゖァ-ヺー\uff01-\uff5e]$/u;

test('letters fold to what is left of their compatibility form without accents and case', () => {
  const wrong: string[] = [];
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const character = String.fromCharCode(unit);
    if (!alphabets.test(character) || /[＂＇－．，～［］｀]/u.test(character)) continue;
    const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(invisible, '');
    if (foldedOf(character) !== plain) wrong.push(character);
  }
  expect(wrong).toEqual([]);
});

test('every unit that is left tells something', () => {
  const silent: string[] = [];
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const form = learn(unit);
    if (form !== 1 && (folding.weights[form] ?? 0) === 0) silent.push(unit.toString(16));
  }
  expect(silent).toEqual([]);
});

test('letters and Chinese characters tell the same whether they are met alone or in a text', () => {
  const buffer = createUnitBuffer(16);
  foldInto(buffer, 'ab 漢字 C3', 0, 8, true);
  expect(informationOf(buffer, 0, buffer.length)).toBe(2 * 2 + 2 * 6.5 + 2 + 3);
  expect([...buffer.starts.subarray(0, buffer.length)]).toEqual([2, 0, 1, 1, 1, 0]);
});

function foldedOf(text: string): string {
  const buffer = createUnitBuffer(16);
  foldInto(buffer, text, 0, text.length, true);
  return String.fromCharCode(...buffer.units.subarray(0, buffer.length));
}
