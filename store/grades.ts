/** How well each page found the words of its annotations when it was last open: no record of the library, so there is no step of it, and no export. */

import type { Grade } from '../core/annotation';
import { type GradeReader, knownGrades } from '../core/query/graded';
import type { Query } from '../core/query/query';
import type { Store } from './open-store';
import { findArticle } from './read';

/** In `meta`, one for each grade and article; released ones are never renamed. */
function keyFor(grade: Grade, articleId: string): string {
  return `grade/${grade}/${articleId}`;
}

const idMark = ' ';

/**
 * Keeps what a page says, of its own article alone; of what it has not found yet, what was known before. Writes only what changed.
 * @param address by which the library knows the page
 */
export async function keepGrades(
  store: Store,
  address: string,
  placements: readonly { id: string; grade: Grade }[],
): Promise<void> {
  const { database, readOnly } = store;
  const article = readOnly ? null : await findArticle(store, address);
  if (article === null) return;
  const { annotations, meta } = database;
  const keys = knownGrades.map((grade) => keyFor(grade, article.id));
  await database.transaction('rw', [annotations, meta], async () => {
    const own = await annotations.where('articleId').equals(article.id).primaryKeys();
    const before = (await meta.bulkGet(keys)).map((entry) => entry?.value ?? '');
    const gradeOf = new Map<string, Grade>();
    for (const [index, grade] of knownGrades.entries()) {
      for (const id of idsIn(before[index] ?? '')) gradeOf.set(id, grade);
    }
    for (const { id, grade } of placements) if (grade !== 'pending') gradeOf.set(id, grade);
    const now = knownGrades.map((grade) => own.filter((id) => gradeOf.get(id) === grade).join(idMark));
    const changed = keys.flatMap((key, index) => {
      const value = now[index] ?? '';
      return value === before[index] ? [] : [{ key, value }];
    });
    await meta.bulkPut(changed.filter(({ value }) => value !== ''));
    await meta.bulkDelete(changed.flatMap(({ key, value }) => (value === '' ? [key] : [])));
  });
}

/** All that is known of these grades. */
export async function readGrades({ database }: Store, grades: readonly Grade[]): Promise<GradeReader> {
  const known = new Map<string, ReadonlySet<string>>();
  for (const grade of new Set(grades)) {
    const entries = await database.meta.where('key').startsWith(keyFor(grade, '')).toArray();
    for (const { key, value } of entries) known.set(key, new Set(idsIn(value)));
  }
  return (grade, articleId) => known.get(keyFor(grade, articleId)) ?? null;
}

/** Those that a query asks for. */
export function gradesIn(query: Query): Grade[] {
  return query.flatMap((clause) => (clause.field === 'grade' ? clause.grade : []));
}

function idsIn(value: string): string[] {
  return value === '' ? [] : value.split(idMark);
}
