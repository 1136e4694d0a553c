/** How well pages found the words of annotations, as a search asks for it. */

import type { Grade } from '../annotation';

/** What a page that was left can have said last. */
type KnownGrade = Exclude<Grade, 'pending'>;

/** Those at which a reader may want to look, the ones that need it most first. */
export const gradesToSee = ['lost', 'ambiguous', 'changed', 'moved'] as const satisfies KnownGrade[];

export type GradeToSee = (typeof gradesToSee)[number];

export const knownGrades: readonly KnownGrade[] = [...gradesToSee, 'exact'];

/** The ids of an article's annotations that were found so; null: none, or nobody knows. */
export type GradeReader = (grade: Grade, articleId: string) => ReadonlySet<string> | null;

/** As a page that is open says it, of its own article. */
export function gradedBy(placements: readonly { id: string; grade: Grade }[]): GradeReader {
  const byGrade = Map.groupBy(placements, ({ grade }) => grade);
  const ids = new Map(Array.from(byGrade, ([grade, own]) => [grade, new Set(own.map(({ id }) => id))]));
  return (grade) => ids.get(grade) ?? null;
}

export const nothingGraded: GradeReader = () => null;
