/** An import plan in the numbers that people ask for. */

import type { BadRecord } from '../core/archive';
import type { ImportPlan } from './archive';

/** They speak of annotations; what else differs, in articles, codes and variables, counts as changed. @param unread left out before */
export function importReport(
  fileName: string,
  { annotations, articles, codes, variables, bad }: ImportPlan,
  unread: readonly BadRecord[],
) {
  const others = annotations.added === 0 ? articles.added + codes.added + variables.added : 0;
  return {
    fileName,
    added: annotations.added,
    same: annotations.same,
    kept: annotations.kept,
    changed: annotations.changed + articles.changed + codes.changed + variables.changed + others,
    bad: [...unread, ...bad],
  };
}
