/** Joins what a reader asks for in quick succession, so that no press and no word of it is dropped. */

import type { Annotation } from '../../core/annotation';
import type { AnnotationEdit } from '../../core/library';
import type { KeepRequest } from '../../core/toolbar';

/** The same giving and taking of codes, done to the codes of now instead of those that the reader saw. */
export function rebase(
  change: AnnotationEdit,
  seen: readonly string[],
  now: readonly string[],
): AnnotationEdit {
  const { codeIds } = change;
  if (codeIds === undefined) return change;
  const kept = now.filter((id) => codeIds.includes(id) || !seen.includes(id));
  const given = codeIds.filter((id) => !seen.includes(id) && !kept.includes(id));
  return { ...change, codeIds: [...kept, ...given] };
}

/** Both requests as one; the later note counts, which was written over the first. */
export function joinRequests(first: KeepRequest, second: KeepRequest): KeepRequest {
  return {
    codeIds: [...new Set([...first.codeIds, ...second.codeIds])],
    newCodes: [...new Set([...first.newCodes, ...second.newCodes])],
    note: second.note === '' ? first.note : second.note,
  };
}

/** What is still to be given to an annotation that was kept before all this was asked for; null when nothing is. */
export function restOf(asked: KeepRequest, sent: KeepRequest, kept: Annotation): AnnotationEdit | null {
  const codeIds = asked.codeIds.filter((id) => !kept.codeIds.includes(id));
  const newCodes = asked.newCodes.filter((path) => !sent.newCodes.includes(path));
  const edit: AnnotationEdit = {
    ...(codeIds.length > 0 && { codeIds: [...kept.codeIds, ...codeIds] }),
    ...(newCodes.length > 0 && { newCodes }),
    ...(asked.note !== sent.note && { note: asked.note }),
  };
  return Object.keys(edit).length === 0 ? null : edit;
}
