/** Folds text to the form in which quotes are compared: the same words, whatever the typography and the wrapping. */

/**
 * What is folded, so that a page that was only set anew still matches: full width and half width, ligatures,
 * composed and decomposed letters; quotation marks, dashes, dots and runs of the last two; invisible characters;
 * white space, which stays (as one space) only between two letters or digits of scripts that part words by it.
 *
 * What is kept, because other words stand behind it: case (US, us), accents, digits, superscripts (10², 102).
 */
export interface FoldedText {
  text: string;
  folded: string;
  /** For each UTF-16 unit of `folded`, where in `text` the characters that gave it start. Never falls. */
  starts: Uint32Array;
  /** As `starts`, their end, exclusive. Units that came from the same characters share both. */
  ends: Uint32Array;
}

/** How a UTF-16 unit is folded; the order counts (see `isSimple`). */
const kind = {
  unknown: 0,
  /** One unit that folds to one unit. */
  plain: 1,
  /** As plain: a letter or digit of a script that puts spaces between words. */
  word: 2,
  space: 3,
  ignored: 4,
  dot: 5,
  dash: 6,
  /** Belongs to the character before it. */
  joining: 7,
  /** Needs to be read together with what follows, or folds to several units. */
  complex: 8,
} as const;

/** Filled as units are met; one entry for each UTF-16 unit there is. */
const kinds = new Uint8Array(0x10000);
const plainForms = new Uint16Array(0x10000);

/** Cost is linear in the text. */
export function fold(text: string): FoldedText {
  const units: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let spaceStart = -1;

  const emit = (unit: number, start: number, end: number) => {
    if (spaceStart >= 0) {
      const before = units.at(-1);
      if (before !== undefined && isWordUnit(before) && isWordUnit(unit)) {
        units.push(0x20);
        starts.push(spaceStart);
        ends.push(start);
      }
      spaceStart = -1;
    }
    units.push(unit);
    starts.push(start);
    ends.push(end);
  };

  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const unitKind = kindOf(unit);
    let end = at + 1;
    if (unitKind === kind.space) {
      if (spaceStart < 0) spaceStart = at;
    } else if (unitKind === kind.dot || unitKind === kind.dash) {
      end = runEnd(text, at, unitKind);
      emit(markOf(text.slice(at, end)), at, end);
    } else if (isSimple(unitKind) && (end === text.length || kindOf(text.charCodeAt(end)) !== kind.joining)) {
      emit(plainForms[unit] ?? unit, at, end);
    } else if (unitKind !== kind.ignored) {
      end = clusterEnd(text, at);
      const form = foldCluster(text.slice(at, end));
      for (let index = 0; index < form.length; index += 1) emit(form.charCodeAt(index), at, end);
    }
    at = end;
  }
  return { text, folded: fromUnits(units), starts: new Uint32Array(starts), ends: new Uint32Array(ends) };
}

/** Whether a unit of folded text belongs to a word that is parted from the next one by a space. */
function isWordUnit(unit: number): boolean {
  const unitKind = kindOf(unit);
  return unitKind === kind.word || unitKind === kind.joining;
}

function isSimple(unitKind: number): boolean {
  return unitKind <= kind.word;
}

function kindOf(unit: number): number {
  const known = kinds[unit] ?? kind.unknown;
  if (known !== kind.unknown) return known;
  const found = classify(unit);
  kinds[unit] = found;
  return found;
}

const invisible = /\p{Default_Ignorable_Code_Point}/u;
const dots = /[.…‥⋯]/u;
const dashes = /[\p{Dash_Punctuation}−─━]/u;
const joining = /[\p{Mark}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb]/u;
const pictures = /[\p{Extended_Pictographic}\p{Surrogate}]/u;
/** A letter or digit of a script that puts spaces between words. */
export const spacedLetter =
  /^(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}])[\p{Letter}\p{Number}]$/u;

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  // U+FEFF counts as white space in a regular expression, but nobody sees it.
  if (unit !== 0xfeff && /\s/u.test(character)) return kind.space;
  if (joining.test(character)) return kind.joining;
  if (invisible.test(character)) return kind.ignored;
  if (dots.test(character)) return kind.dot;
  const form = oneMark.get(character) ?? foldCluster(character);
  if (form === character && dashes.test(character)) return kind.dash;
  if (form.length !== 1 || pictures.test(character)) return kind.complex;
  if (form !== character && !oneMark.has(character)) {
    // A full-width full stop is a dot, a full-width hyphen a dash.
    const same = kindOf(form.charCodeAt(0));
    plainForms[unit] = plainForms[form.charCodeAt(0)] ?? 0;
    return same;
  }
  plainForms[unit] = form.charCodeAt(0);
  return spacedLetter.test(form) ? kind.word : kind.plain;
}

/** The end of a run of one mark; dots are set with spaces between, too. */
function runEnd(text: string, start: number, mark: number): number {
  let end = start + 1;
  for (let at = end; at < text.length; at += 1) {
    const unitKind = kindOf(text.charCodeAt(at));
    if (unitKind === mark) end = at + 1;
    else if (unitKind !== kind.space && unitKind !== kind.ignored) break;
  }
  return end;
}

function markOf(run: string): number {
  if (kindOf(run.charCodeAt(0)) === kind.dash) return 0x2d;
  return run === '.' || run === '．' ? 0x2e : 0x2026;
}

const oneMark: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "'": '‘’‚‛′`´ʼ‹›＇',
    '"': '“”„‟″«»「」『』〝〞〟＂｢｣',
    '·': '•・‧∙･',
    '~': '〜～∼',
  }).flatMap(([form, marks]) => [...marks].map((mark): [string, string] => [mark, form])),
);

/** One character with all that belongs to it: marks, the second half of a flag, the parts of a joined emoji. */
const cluster =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\p{Mark}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]*(?:\u200d\p{Extended_Pictographic}[\p{Mark}\p{Emoji_Modifier}]*)*|[\s\S][\p{Mark}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb]*/uy;

function clusterEnd(text: string, start: number): number {
  cluster.lastIndex = start;
  return cluster.test(text) ? cluster.lastIndex : start + 1;
}

/**
 * Forms that differ in print only: radicals, ligatures, Arabic presentation forms, full and half width. The rest of
 * Unicode's compatibility forms (², ①, ½) mean something of their own.
 */
const printForms = /[\u2e80-\u2fdf\ufb00-\ufb06\ufb50-\ufdcf\ufe70-\ufefc\uff01-\uffee]/gu;

function foldCluster(characters: string): string {
  return characters
    .replace(printForms, (character) => character.normalize('NFKC'))
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}

/** In pieces, since a call takes only so many arguments. */
function fromUnits(units: readonly number[]): string {
  const piece = 8192;
  let result = '';
  for (let start = 0; start < units.length; start += piece) {
    result += String.fromCharCode(...units.slice(start, start + piece));
  }
  return result;
}
