/** Folds text to the units that anchoring compares: the same words give the same units, whatever the typography. */

import { digitKind, dropped, folding, joinKind, learn, letterKind, markKind, wordKind } from './unit-tables';

/** What stands before the first unit of a line. */
export const noUnit = dropped;

/** Folded units, one after another, with what is needed to go back to the text. */
export interface UnitBuffer {
  units: Uint16Array;
  /** `wordStart` where a word starts, or a character that is one; `lineStart` where it is the first of a line; else 0. */
  starts: Uint8Array;
  length: number;
  /** For each unit what all before it tell, in half bits; made when it is first asked for. */
  told: Uint32Array | null;
}

const wordStart = 1;
export const lineStart = 2;

export function createUnitBuffer(capacity: number): UnitBuffer {
  return { units: new Uint16Array(capacity), starts: new Uint8Array(capacity), length: 0, told: null };
}

/** The most units that so many UTF-16 units can give, but for rare ligatures, which `foldInto` makes room for. */
const most = 3;

/**
 * Appends the units of `text` from `start` to `end`. A call that goes on in the same line sees the run of marks that the
 * last one ended with.
 * @param isLineStart forgets what came before: the first unit starts a word and continues no run
 */
export function foldInto(
  buffer: UnitBuffer,
  text: string,
  start: number,
  end: number,
  isLineStart: boolean,
): void {
  makeRoom(buffer, (end - start) * most + 20);
  const { units, starts } = buffer;
  const { forms, kinds, rests, hasRest } = folding;
  let length = buffer.length;
  let previous = isLineStart || length === 0 ? dropped : (units[length - 1] ?? dropped);
  let wasInside = isInside(kinds[previous] ?? 0);
  let apart = isLineStart || length === 0 ? lineStart : spaceBefore(text, start);
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    const isLetter = unit >= 0x61 && unit <= 0x7a;
    if (isLetter || (unit >= 0x4e00 && unit <= 0x9fff)) {
      units[length] = unit;
      starts[length] = isLetter && wasInside && apart === 0 ? 0 : apart || wordStart;
      length += 1;
      previous = unit;
      wasInside = isLetter;
      apart = 0;
      continue;
    }
    const form = forms[unit] || learn(unit);
    if (form === dropped) {
      if (unit === 0x0a) {
        apart = lineStart;
        previous = dropped;
        wasInside = false;
      } else if (apart === 0 && isSpace(unit)) apart = wordStart;
      continue;
    }
    const kind = kinds[form] ?? 0;
    const isRun = form === previous && (kind === markKind || kind === joinKind);
    if (isRun) continue;
    const isIn = isInside(kind);
    units[length] = form;
    starts[length] = isIn && wasInside && apart === 0 ? 0 : apart || wordStart;
    length += 1;
    previous = form;
    wasInside = isIn;
    apart = 0;
    if (hasRest[unit] === 0) continue;
    for (const other of rests.get(unit) ?? []) {
      units[length] = other;
      starts[length] = 0;
      length += 1;
      previous = other;
    }
    wasInside = isInside(kinds[previous] ?? 0);
  }
  buffer.length = length;
  buffer.told = null;
}

/**
 * The UTF-16 offsets in `text` of the unit at `index` that folding it from `start` gives: where its characters start, and
 * where they and all that belongs to them end (accents, invisible characters, the rest of a run).
 * The end of the text where there is no such unit.
 * @param before the unit before `start` in the same line; `noUnit` at the start of a line
 */
export function placeOfUnit(
  text: string,
  start: number,
  before: number,
  index: number,
): { start: number; end: number } {
  const { forms, rests } = folding;
  let left = index;
  let previous = before;
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const form = forms[unit] || learn(unit);
    if (unit === 0x0a) previous = dropped;
    if (form === dropped || (form === previous && isMark(form))) continue;
    const rest = rests.get(unit);
    const count = 1 + (rest?.length ?? 0);
    if (left < count) return { start: at, end: endOfUnit(text, at, form) };
    left -= count;
    previous = rest?.at(-1) ?? form;
  }
  return { start: text.length, end: text.length };
}

function endOfUnit(text: string, at: number, form: number): number {
  const { forms } = folding;
  const canRun = isMark(form);
  let end = at + 1;
  for (let next = end; next < text.length; next += 1) {
    const unit = text.charCodeAt(next);
    if (unit === 0x0a) break;
    const following = forms[unit] || learn(unit);
    const isMore = following === dropped ? !isSpace(unit) : canRun && following === form;
    if (isMore) end = next + 1;
    else if (!(canRun && isSpace(unit))) break;
  }
  return end;
}

/**
 * How many units folding `text` from `start` to `end` gives.
 * @param before the unit before `start` in the same line; `noUnit` at the start of a line
 */
export function countUnits(text: string, start: number, end: number, before: number): number {
  const { forms, rests } = folding;
  let count = 0;
  let previous = before;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    const form = forms[unit] || learn(unit);
    if (unit === 0x0a) previous = dropped;
    if (form === dropped || (form === previous && isMark(form))) continue;
    const rest = rests.get(unit);
    count += 1 + (rest?.length ?? 0);
    previous = rest?.at(-1) ?? form;
  }
  return count;
}

/** What the units tell, in bits: how improbable they are in running text, roughly. */
export function informationOf(buffer: UnitBuffer, start: number, end: number): number {
  buffer.told ??= sumWeights(buffer);
  return ((buffer.told[end] ?? 0) - (buffer.told[start] ?? 0)) / 2;
}

function sumWeights({ units, length }: UnitBuffer): Uint32Array {
  const { weights } = folding;
  const told = new Uint32Array(length + 1);
  let sum = 0;
  for (let at = 0; at < length; at += 1) {
    sum += weights[units[at] ?? 0] ?? 0;
    told[at + 1] = sum;
  }
  return told;
}

export function isDigitUnit(unit: number): boolean {
  return folding.kinds[unit] === digitKind;
}

/** Whether a unit is nearly a word by itself: a Chinese character, a kana. */
export function isWordUnit(unit: number): boolean {
  return folding.kinds[unit] === wordKind;
}

/** Whether a unit of this kind can stand inside a word, after another such. */
function isInside(kind: number): boolean {
  return kind >= letterKind;
}

function isMark(form: number): boolean {
  const kind = folding.kinds[form];
  return kind === markKind || kind === joinKind;
}

/** What the white space right before `start` says of the unit there. */
function spaceBefore(text: string, start: number): number {
  let apart = 0;
  for (let at = start - 1; at >= 0; at -= 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a) return lineStart;
    if (isSpace(unit)) apart = wordStart;
    else if ((folding.forms[unit] || learn(unit)) !== dropped) return apart;
  }
  return lineStart;
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || (unit >= 0x80 && unit !== 0xfeff && /\s/u.test(String.fromCharCode(unit)));
}

function makeRoom(buffer: UnitBuffer, more: number): void {
  const wanted = buffer.length + more;
  if (wanted <= buffer.units.length) return;
  const capacity = Math.max(wanted, Math.ceil(buffer.units.length * 1.5));
  const units = new Uint16Array(capacity);
  units.set(buffer.units.subarray(0, buffer.length));
  const starts = new Uint8Array(capacity);
  starts.set(buffer.starts.subarray(0, buffer.length));
  buffer.units = units;
  buffer.starts = starts;
}
