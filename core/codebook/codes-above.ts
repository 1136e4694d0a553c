/** The codes that annotations have, with all codes above them. */

import type { Annotation } from '../annotation';
import type { Code } from '../code';

/** Each once; of two with one id the later of the list. */
export function codesWithAbove(
  annotations: readonly Pick<Annotation, 'codeIds'>[],
  codes: readonly Code[],
): Code[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const used = new Set<Code>();
  for (const id of annotations.flatMap(({ codeIds }) => codeIds)) {
    let code = byId.get(id);
    while (code !== undefined && !used.has(code)) {
      used.add(code);
      code = byId.get(code.parentId ?? '');
    }
  }
  return [...used];
}
