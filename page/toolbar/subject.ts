/** What the toolbar stands beside: made from annotations, and kept in step with what becomes of them. */

import type { Annotation } from '../../core/annotation';
import type { ToolbarSubject } from '../../core/toolbar';

export function existing({ id, codeIds, note }: Annotation): ToolbarSubject {
  return { kind: 'existing', id, codeIds, note };
}

export function choiceOf(found: readonly Annotation[]): ToolbarSubject {
  const choices = found.map(({ id, target }) => ({ id, quote: target.quote.exact, language: null }));
  return { kind: 'choose', choices };
}

/**
 * The subject as the library has it now; null when nothing of it is left.
 * @param isWriting what the reader has asked for is on its way, and shown already
 * @param hasWords the reader's own words are in the toolbar: with the annotation deleted elsewhere, they can be kept anew
 */
export function inStep(
  subject: ToolbarSubject,
  annotationOf: (id: string) => Annotation | null,
  { isWriting, hasWords }: { isWriting: boolean; hasWords: boolean },
): ToolbarSubject | null {
  if (subject.kind === 'choose') {
    const choices = subject.choices.filter(({ id }) => annotationOf(id) !== null);
    return choices.length === 0 ? null : { ...subject, choices };
  }
  if (subject.kind !== 'existing') return subject;
  const annotation = annotationOf(subject.id);
  if (annotation === null) return hasWords ? { kind: 'new' } : null;
  return isWriting ? subject : existing(annotation);
}
