/** The reader's corrections of what a page says of itself: kept whatever is read later. */

import type { Metadata, MetadataSource } from './article';

/** Those of the people whom credit lines name that are no authors, in the order in which they are told. */
export const creditRoles = [
  'correspondent',
  'photographer',
  'duty-editor',
  'editor',
  'reviewer',
  'proofreader',
  'producer',
] as const;

type CreditRole = (typeof creditRoles)[number];

/** A fact of its own for the reader: a field of the record, or the people of one role in `credits`. */
export type MetadataField = Exclude<keyof Metadata, 'credits'> | CreditRole;

function isCreditRole(field: string): field is CreditRole {
  return creditRoles.some((role) => role === field);
}

/** Null where there is none. */
export function readField(metadata: Metadata, field: MetadataField): FoundField | null {
  if (!isCreditRole(field)) return metadata[field] ?? null;
  const { credits } = metadata;
  const names = (credits?.value ?? []).filter(({ role }) => role === field).map(({ name }) => name);
  return credits == null || names.length === 0 ? null : { value: names, from: credits.from };
}

/** Whether its value is a list, a name on each line. */
export function isList(field: MetadataField): boolean {
  return field === 'authors' || isCreditRole(field);
}

function isDate(field: MetadataField): field is 'published' | 'modified' {
  return field === 'published' || field === 'modified';
}

/** A line of text, or several names. */
export type FieldValue = string | string[];

/** A field whichever it is. */
export interface FoundField {
  value: FieldValue;
  from: MetadataSource;
  /** Of a date: its offset is assumed. */
  zoneAssumed?: boolean;
  alternatives?: FoundField[];
}

/** What was given for a field cannot be taken. */
export class BadCorrectionError extends Error {
  override readonly name = 'BadCorrectionError';
  constructor(field: MetadataField) {
    super(`${field}: this is not a value of it`);
  }
}

const day = String.raw`\d{4}(?:-\d\d(?:-\d\d`;
const moment = new RegExp(String.raw`^${day}(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$`, 'u');

/**
 * What the reader has typed, as it is stored; null where it is no value of this field. A date may have a space where ISO 8601
 * has its T, and before its offset.
 */
export function readTyped(field: MetadataField, typed: string): FieldValue | null {
  const text = typed.trim();
  if (text === '') return null;
  if (isList(field)) return text.split(/\s*\n\s*/u);
  if (isDate(field)) {
    const iso = text.replace(/\s+(?=\d\d:)/u, 'T').replace(/\s+/gu, '');
    return moment.test(iso) && !Number.isNaN(Date.parse(iso)) ? iso : null;
  }
  if (field !== 'language') return text.replace(/\s+/gu, ' ');
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** A value as the reader can type it: names on lines of their own, a date with spaces. */
export function asTyped(field: MetadataField, value: FieldValue): string {
  if (typeof value !== 'string') return value.join('\n');
  return field === 'published'
    ? value.replace('T', ' ').replace(/(?<=\d)(?:Z|[+-]\d\d:\d\d)$/u, ' $&')
    : value;
}

/**
 * The metadata with one field as the reader has it; what it was before stays as an alternative.
 * @param value null: the article has none
 * @throws BadCorrectionError for a date or a language that is none
 */
export function corrected(metadata: Metadata, field: MetadataField, value: FieldValue | null): Metadata {
  const read = value === null ? null : readTyped(field, asTyped(field, value));
  if (value !== null && read === null) throw new BadCorrectionError(field);
  if (isCreditRole(field)) return withCredits(metadata, field, read === null ? [] : [read].flat());
  if (read === null) return { ...metadata, [field]: null };
  const before = readField(metadata, field);
  const known: FoundField[] = before === null ? [] : [before, ...(before.alternatives ?? [])];
  const others = known
    .filter((other) => !isSameValue(other.value, read) && other.from !== 'reader')
    .map((other) => ({ value: other.value, from: other.from }));
  return {
    ...metadata,
    [field]: {
      value: read,
      from: 'reader',
      ...(isDate(field) && { zoneAssumed: false }),
      ...(others.length > 0 && { alternatives: others }),
    },
  };
}

function withCredits(metadata: Metadata, role: CreditRole, names: readonly string[]): Metadata {
  const others = (metadata.credits?.value ?? []).filter((credit) => credit.role !== role);
  const value = [...others, ...names.map((name) => ({ name, role }))];
  return { ...metadata, credits: value.length === 0 ? null : { value, from: 'reader' } };
}

export function isSameValue(one: FieldValue, other: FieldValue): boolean {
  return String(one) === String(other);
}

/** The newer metadata, but with every field that only the older one's reader has corrected as it was corrected. */
export function keepCorrections(older: Metadata, newer: Metadata): Metadata {
  const kept = Object.entries(older).filter(([field, found]) => {
    const other: unknown = Reflect.get(newer, field);
    return isCorrection(found) && !isCorrection(other);
  });
  return { ...newer, ...Object.fromEntries(kept) };
}

function isCorrection(found: unknown): boolean {
  return typeof found === 'object' && found !== null && Reflect.get(found, 'from') === 'reader';
}
