/** Makes `core/han-forms.ts`: which traditional character has which simplified form, by the tables of Unicode's ICU (`uconv`). */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './checks/run-command.ts';

/** What both sides of the strait write: the characters of Big5 that have a form in GB 2312. */
const traditional = decoded(
  'big5',
  [0xa4, 0xf9],
  [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ],
);
const simplified = new Set(decoded('gb2312', [0xb0, 0xf7], [[0xa1, 0xfe]]));

const converted = execFileSync('uconv', ['-f', 'utf8', '-t', 'utf8', '-x', 'Hant-Hans'], {
  input: traditional.join('\n'),
  encoding: 'utf8',
}).split('\n');

const pairs = traditional
  .map((from, index): [number, string] => [from.charCodeAt(0), converted[index] ?? from])
  .filter(([from, to]) => to !== String.fromCharCode(from) && simplified.has(to))
  .sort(([one], [other]) => one - other);

let [lastFrom, lastTo] = [0, 0];
let packed = '';
for (const [from, to] of pairs) {
  const unit = to.charCodeAt(0);
  const step = unit - lastTo;
  packed += `${numeral(from - lastFrom)}${numeral(step < 0 ? -2 * step - 1 : 2 * step)}`;
  [lastFrom, lastTo] = [from, unit];
}

const lines = packed.match(/.{1,100}/gu) ?? [];
writeFileSync(
  join(root, 'core', 'han-forms.ts'),
  `/** Which traditional character has which simplified form, packed; made by \`scripts/draw-han-forms.ts\` from Unicode's data. */

/**
 * For each of the ${pairs.length} characters, ascending: the step from the one before, and the step from its form, even where that
 * goes up. A number is written lowest digit first, in base 32; a digit from 32 on says that another one follows.
 */
export const packedHanForms =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`,
);

function decoded(encoding: string, leads: [number, number], trails: [number, number][]): string[] {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = leads[0]; lead <= leads[1]; lead += 1) {
    for (const [first, last] of trails) {
      for (let trail = first; trail <= last; trail += 1) {
        const character = decoder.decode(new Uint8Array([lead, trail]));
        if (/^\p{Script=Han}$/u.test(character) && character.length === 1) found.add(character);
      }
    }
  }
  return [...found];
}

function numeral(value: number): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
  const rest = Math.floor(value / 32);
  return rest === 0 ? digits.charAt(value) : digits.charAt(32 + (value % 32)) + numeral(rest);
}
