/** The reader's corrections of what a page says of itself: kept whatever is read later. */

import type { Metadata } from './article';

export type MetadataField = keyof Metadata;

/** A line of text, or several names. */
export type FieldValue = string | string[];

/** What was typed for a field cannot be taken. */
export class BadCorrectionError extends Error {
  override readonly name = 'BadCorrectionError';
  constructor(readonly field: MetadataField) {
    super(`${field}: this is not a value of it`);
  }
}

const day = String.raw`\d{4}(?:-\d\d(?:-\d\d`;
const published = new RegExp(`^${day}(?:T\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:\\d\\d)?)?)?)?$`, 'u');

/**
 * The metadata with one field as the reader has it. Null: the article has none.
 * @throws BadCorrectionError for a date or a language that is none
 */
export function corrected(metadata: Metadata, field: MetadataField, value: FieldValue | null): Metadata {
  if (value === null) return { ...metadata, [field]: null };
  const zone = field === 'published' ? { zoneAssumed: false } : {};
  return { ...metadata, [field]: { value: checked(field, value), from: 'reader', ...zone } };
}

function checked(field: MetadataField, value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  if (field === 'published') {
    const iso = value
      .trim()
      .replace(/\s+(?=\d\d:)/u, 'T')
      .replace(/\s+/gu, '');
    if (published.test(iso) && !Number.isNaN(Date.parse(iso))) return iso;
    throw new BadCorrectionError(field);
  }
  if (field === 'language') {
    try {
      return Intl.getCanonicalLocales(value.trim())[0] ?? '';
    } catch {
      throw new BadCorrectionError(field);
    }
  }
  return value.trim();
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
