/** Looks at codes before they are changed, and finds those that a command has made. */

import type { Code } from '../core/code';
import { placeOf } from '../core/codebook/code-place';
import type { Operation } from '../core/operation';
import { CodeNameTakenError, RecordNotFoundError } from './errors';
import type { Store } from './open-store';

/** @throws RecordNotFoundError */
export function knownCode(codes: readonly Code[], id: string): Code {
  const code = codes.find((one) => one.id === id);
  if (code === undefined) throw new RecordNotFoundError('codes', id);
  return code;
}

/** @param code as it is to be @throws CodeNameTakenError where another one is at its place */
export function refuseTaken(codes: readonly Code[], code: Code): void {
  const place = placeOf(code);
  if (codes.some((one) => one.id !== code.id && placeOf(one) === place))
    throw new CodeNameTakenError(code.name);
}

/** The last code that the operation made, as it is now; as it was made where it was changed or undone since. */
export async function codeMadeBy({ database }: Store, operation: Operation | null): Promise<Code | null> {
  const made = operation?.changes.findLast(({ table, before }) => table === 'codes' && before === null);
  if (made === undefined) return null;
  return (await database.codes.get(made.id)) ?? (made.after as unknown as Code);
}
