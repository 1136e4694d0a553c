/** What could not be compared, and why. */

import type { MergeProblem } from '../../core/merge-coders';
import { type MessageKey, useStrings } from '../strings';
import type { Compared } from './coders-model';

const words: Readonly<Record<MergeProblem['kind'] | 'unplaced', MessageKey>> = {
  'other-text': 'coders_other_text',
  'changed-code': 'coders_changed_code',
  'shared-annotation': 'coders_shared_annotation',
  unplaced: 'coders_unplaced',
};

export function ComparisonProblems({ compared: { problems, comparison } }: { compared: Compared }) {
  const t = useStrings();
  const counts = new Map<keyof typeof words, number>();
  for (const { kind } of problems) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (comparison.unplaced.length > 0) counts.set('unplaced', comparison.unplaced.length);
  if (counts.size === 0) return null;
  return (
    <ul class="losses">
      {[...counts].map(([kind, count]) => (
        <li key={kind}>{t(words[kind], String(count))}</li>
      ))}
    </ul>
  );
}
