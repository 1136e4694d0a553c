/** What each UTF-16 unit of a text folds to, filled in as units are met. */

/**
 * Left out: white space, invisible characters, accents. Made one: case, full and half width, ligatures, quotation marks,
 * dashes, dots, and runs of one mark. What this makes alike is compared again to the letter before it is called the same.
 */
interface Folding {
  /** For each UTF-16 unit its folded unit; 0 until it is met, `dropped` where it leaves nothing. */
  forms: Uint16Array;
  /** For units that fold to several: the others; and, quicker to ask, whether there are any. */
  rests: Map<number, number[]>;
  hasRest: Uint8Array;
  /** For each folded unit what it tells, in half bits; and what kind of unit it is. */
  weights: Uint8Array;
  kinds: Uint8Array;
}

export const dropped = 1;
/** A mark, of which a run counts as one. */
export const markKind = 1;
/** A character that is nearly a word: Chinese characters and kana. */
export const wordKind = 2;
/** From here on, what can stand inside a word: a letter or digit of a script that parts words by spaces… */
export const letterKind = 3;
export const digitKind = 4;
/** …and a mark that joins words: a hyphen, an apostrophe. A run counts as one. */
export const joinKind = 5;

/** What one tells, in bits. */
const ideographBits = 6.5;
const kanaBits = 4;
const digitBits = 3;
const letterBits = 2;

export const folding: Folding = {
  forms: new Uint16Array(0x10000),
  rests: new Map(),
  hasRest: new Uint8Array(0x10000),
  weights: new Uint8Array(0x10000),
  kinds: new Uint8Array(0x10000),
};

// What most texts are made of is known from the start: `foldInto` takes it as it is.
for (let unit = 0x61; unit <= 0x7a; unit += 1) learnAs(unit, unit, letterKind, letterBits);
folding.kinds.fill(wordKind, 0x4e00, 0xa000);
folding.weights.fill(ideographBits * 2, 0x4e00, 0xa000);

const oneMark: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': '“”„‟«»「」〝〞〟＂｢｣《》″',
    "'": '‘’‚‛‹›『』`´ʼ＇′〈〉',
    '-': '‐‑‒–—―−─━﹘﹣－',
    '.': '…‥⋯。．｡・·•‧∙･',
    ',': '，、､',
    '~': '～〜∼',
    '[': '【〔［',
    ']': '】〕］',
  }).flatMap(([form, marks]) => [...marks].map((mark): [string, string] => [mark, form])),
);

/** Unicode's tables take the browser some milliseconds to open: what most pages hold must do without. */
const nothing = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\p{Mark}\uff9e\uff9f]/gu;
const word = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}]/u;
/** Of the letters of `isLetter` and `isKana`. */
const accents = /[\u0300-\u036f\u3099\u309a]/gu;
const commonSpace = /^[\s\u00ad\u200b-\u200d]$/u;
/** Marks that stand for themselves. */
const commonMark = /^[!-/:-@[-`{-~¡-§©¬®°±¶¿×÷€←-↓■□▲△▼▽◆◇○◎●★☆]$/u;

/** Fills in the tables for a unit that is met for the first time. */
export function learn(unit: number): number {
  // A Chinese page has thousands of these, and none of them folds to another.
  if ((unit >= 0x4e00 && unit <= 0x9fff) || unit === 0x3005)
    return learnAs(unit, unit, wordKind, ideographBits);
  if (unit >= 0x41 && unit <= 0x5a) return learnAs(unit, unit + 0x20, letterKind, letterBits);
  if (unit === 0x20 || unit === 0x0a) return learnAs(unit, dropped, 0, 0);
  const character = String.fromCharCode(unit);
  const form = isHalfPair(unit) ? character : plainForm(unit, character);
  const first = form === '' ? dropped : form.charCodeAt(0);
  folding.forms[unit] = first;
  if (form.length > 1) {
    const rest = Array.from(form.slice(1), (other) => other.charCodeAt(0));
    folding.rests.set(unit, rest);
    folding.hasRest[unit] = 1;
  }
  for (const other of form) describeUnit(other.charCodeAt(0));
  return first;
}

function learnAs(unit: number, form: number, kind: number, bits: number): number {
  folding.forms[unit] = form;
  learnKind(form, kind, bits);
  return form;
}

function learnKind(form: number, kind: number, bits: number): void {
  folding.kinds[form] = kind;
  folding.weights[form] = bits * 2;
}

function plainForm(unit: number, character: string): string {
  const mark = oneMark.get(character);
  if (mark !== undefined) return mark;
  if (commonMark.test(character) || isDigit(unit)) return character;
  if (commonSpace.test(character)) return '';
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0).toLowerCase();
  const form = character.normalize('NFKD').toLowerCase().normalize('NFKD');
  return form.replace(isLetter(unit) || isKana(unit) ? accents : nothing, '');
}

function describeUnit(unit: number): void {
  if (unit === dropped) return;
  const [kind, bits] = kindOf(unit, String.fromCharCode(unit));
  learnKind(unit, kind, bits);
}

function kindOf(unit: number, character: string): [kind: number, bits: number] {
  if (isDigit(unit)) return [digitKind, digitBits];
  if (isLetter(unit) || isHalfPair(unit)) return [letterKind, letterBits];
  if (isKana(unit)) return [wordKind, kanaBits];
  if (!commonMark.test(character)) {
    if (/\p{scx=Han}/u.test(character) && /\p{Letter}/u.test(character)) return [wordKind, ideographBits];
    if (word.test(character)) return [wordKind, kanaBits];
    if (/[\p{Letter}\p{Number}]/u.test(character)) return [letterKind, letterBits];
  }
  return [character === '-' || character === "'" ? joinKind : markKind, 1];
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Letters of the alphabets that are met most, with and without accents; not those that are one with a mark. */
function isLetter(unit: number): boolean {
  if (unit < 0xc0) return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
  if (unit <= 0x17f) return !/[×÷ĿŀŉĲĳ]/.test(String.fromCharCode(unit));
  const isCyrillic = unit >= 0x400 && unit <= 0x45f;
  const isJamo = (unit >= 0x1100 && unit <= 0x1112) || (unit >= 0x1161 && unit <= 0x11c2);
  return isCyrillic || isJamo || (unit >= 0xac00 && unit <= 0xd7a3);
}

function isHalfPair(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isKana(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc;
}
