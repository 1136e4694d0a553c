/** A mutation of the type alone: the same words set anew by other rules. */

import { type Edit, isAsian, type Mutation, textOf } from './bench-page';

const toHalf: Readonly<Record<string, string>> = {
  '，': ', ',
  '。': '. ',
  '：': ': ',
  '；': '; ',
  '？': '? ',
  '！': '! ',
  '（': ' (',
  '）': ') ',
  '“': '「',
  '”': '」',
};

const toFull: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '「': '“',
  '」': '”',
};

/** In Latin writing. */
const straightened: Readonly<Record<string, string>> = {
  '“': '«',
  '”': '»',
  '"': '“',
  "'": '’',
  '’': "'",
  '–': '—',
  '—': '–',
  '…': '. . .',
};

/**
 * Chinese and Japanese: a paragraph's marks all half or all full width, and a space between Han and Latin, or none.
 * Latin writing: other quotation marks and dashes, the first words in capitals, a first letter of its own.
 */
export const reset: Mutation = (page, random) => {
  for (const block of page.blocks()) {
    const text = textOf(block);
    const isWide = random.chance(0.5);
    const table = isAsian(text) ? (isWide ? toFull : toHalf) : straightened;
    let isLead = !isAsian(text) && random.chance(0.3);
    for (const node of block.nodes) {
      const lead = isLead ? (/^\s*(?:\S+\s+){1,3}/u.exec(node.data)?.[0].length ?? 0) : 0;
      if (node.data.trim() !== '') isLead = false;
      page.editNode(node, editsOf(node.data, table, lead, isAsian(text) ? isWide : null));
    }
    const [first] = block.nodes;
    if (first === undefined || isAsian(text) || first.length < 2 || !random.chance(0.3)) continue;
    const start = first.data.search(/\S/u);
    if (start < 0 || start + 1 >= first.length) continue;
    const rest = page.splitAt(first, start + 1);
    const initial = start === 0 ? first : page.splitAt(first, start);
    const letter = document.createElement('span');
    letter.style.cssText = 'float:left;font-size:3em';
    rest.before(letter);
    letter.append(initial);
  }
};

/** @param isWide whether the space between Han and Latin goes (true) or comes (false); null in Latin writing */
function editsOf(
  text: string,
  table: Readonly<Record<string, string>>,
  lead: number,
  isWide: boolean | null,
): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? '';
    const next = text[at + 1] ?? '';
    const replacement = table[unit];
    const isBorder =
      (/[\u3400-\u9fff]/u.test(unit) && /[A-Za-z0-9]/u.test(next)) ||
      (/[A-Za-z0-9]/u.test(unit) && /[\u3400-\u9fff]/u.test(next));
    if (replacement !== undefined) edits.push({ s: at, e: at + 1, text: replacement, kind: 'same' });
    else if (isWide === false && isBorder) edits.push({ s: at, e: at + 1, text: `${unit} `, kind: 'same' });
    else if (at < lead && /[a-z]/u.test(unit))
      edits.push({ s: at, e: at + 1, text: unit.toUpperCase(), kind: 'same' });
  }
  return edits;
}
