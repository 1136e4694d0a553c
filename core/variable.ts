/** A column that a researcher adds to articles: its name, and what its values may be. */

export const variableKinds = ['text', 'number', 'choice', 'date'] as const;

export type VariableKind = (typeof variableKinds)[number];

export interface Variable {
  id: string;
  name: string;
  kind: VariableKind;
  /** What a `choice` chooses from, in the researcher's order; empty for the others. */
  choices: string[];
  /** ISO 8601, UTC. */
  created: string;
  /** ISO 8601, UTC. */
  modified: string;
}

/**
 * The value as it is kept: a number in plain decimal notation, a date as `2024-01-10`; empty where nothing was written.
 * Null where the text is no value of this variable.
 */
export function readValue(
  { kind, choices }: Pick<Variable, 'kind' | 'choices'>,
  typed: string,
): string | null {
  const value = typed.normalize('NFC').trim();
  if (value === '') return '';
  switch (kind) {
    case 'text':
      return value;
    case 'number': {
      // Input methods type full-width digits and signs.
      const plain = value.normalize('NFKC');
      return /^[+-]?\d+(\.\d+)?$/u.test(plain) ? plain.replace(/^\+/u, '') : null;
    }
    case 'choice':
      return choices.includes(value) ? value : null;
    case 'date':
      return isDay(value) ? value : null;
  }
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
