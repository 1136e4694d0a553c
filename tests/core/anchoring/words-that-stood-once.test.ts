import { expect, it } from 'vitest';
import { countCopies } from '../../../core/anchoring/copies';
import { type Known, placeQuotes } from '../../../core/anchoring/place-quotes';
import { runAtOnce } from '../../../core/run-at-once';

const opening = 'The harbour council met on Monday to hear from the engineers who inspected the sea wall. ';
const middle = 'Their report ran to two hundred pages and named eleven weak points along the northern mole. ';
const closing = 'Work on the first of them is due to start before the autumn storms, said the chair. ';

/** As `describe` keeps them: with how often they stood elsewhere. */
function choose(text: string, exact: string, from = 0): Known {
  const start = text.indexOf(exact, from);
  const end = start + exact.length;
  return {
    quote: { exact, prefix: text.slice(Math.max(0, start - 64), start), suffix: text.slice(end, end + 64) },
    position: { start, end },
    copies: countCopies(text, start, end),
  };
}

function place(record: Known, text: string) {
  const [placed] = runAtOnce(placeQuotes([record], { text, origin: 0 }));
  if (placed === undefined) throw new Error('nothing was placed');
  const { start, end } = placed;
  return { ...placed, found: start === null || end === null ? null : text.slice(start, end) };
}

it('finds long words that stood once and stand once, though what stood around them stands elsewhere', () => {
  const quote = middle.trim();
  const after = `${opening}${closing}${'Nobody else had anything to say about it. '.repeat(20)}\n${quote}\nAdvertisement`;
  expect(place(choose(opening + middle + closing, quote), after)).toMatchObject({
    grade: 'moved',
    found: quote,
  });
});

it('finds the half of long words that is left where the other half is gone', () => {
  const half = `${middle}${middle.replace('northern', 'southern')}`.trim();
  const before = `${opening}${closing}\n${half}`;
  const quote = `${closing}\n${half}`;
  const { grade, found } = place(choose(before, quote), `Something else is told here today!\n${half}`);
  expect(grade).toBe('changed');
  expect(found).toBe(half);
});

const row = (price: string) =>
  `Free shipping on orders of ${price} or more. For rates and timelines, see our page for visitors.\n`;
const prices = ['65 euros', '480 crowns', '1,320 pesos', '990 yen', '700 reais', '120 dollars'];

it('does not take a row of one template for another row that has another price', () => {
  const before = prices.map(row).join('');
  const quote = row('1,320 pesos').trim();
  const after = prices
    .filter((price) => price !== '1,320 pesos')
    .map(row)
    .join('');
  expect(place(choose(before, quote), after).found).toBe(null);
});

it('does not trust the old place where a copy of the words came or went', () => {
  const same = row('65 euros');
  const before = `${opening}\n${same.repeat(5)}${closing}`;
  const quote = choose(before, same.trim(), before.indexOf(same) + 2 * same.length);
  expect(place(quote, before).grade).toBe('exact');
  expect(place(quote, `${opening}\n${same.repeat(4)}${middle}${closing}`).grade).toBe('ambiguous');
});

it('does not take the copy that is still to the letter for words that were set anew', () => {
  const quote = `${middle}"It will hold," she said.`;
  const before = `${opening}\n${quote}\n${closing}\n${opening}\n${quote}\n${closing}`;
  const after = before.replace(quote, quote.replace('"It', '“It').replace(',"', ',”'));
  const { start } = place(choose(before, quote), after);
  expect(start === null || start < before.indexOf(closing)).toBe(true);
});

it('does not make a caption that is gone of the headline and the credit that say its words too', () => {
  const headline = 'The tracksuit of a deposed president becomes an unexpected craze on every network';
  const credit = 'All rights reserved, captures of the screen on two networks, collected by @mooncatcher';
  const caption = `${headline} - ${credit}`;
  const text = (first: string) =>
    `Culture and lifestyle: ${headline}\n${first}${credit}\nBy David Mouriquand\n${opening}${middle}${closing}`;
  const { grade, found } = place(choose(text(`${caption}\n`), caption), text(''));
  expect(grade).toBe('ambiguous');
  expect(found).toBe(null);
});
