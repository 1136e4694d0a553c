/** Words that were taken out or put in, told to eye and ear alike. */

import type { ComponentChildren } from 'preact';
import type { Stretch } from '../core/word-difference';
import { useStrings } from './strings';

export function ChangedWords({ kind, children }: { kind: Stretch['kind']; children: ComponentChildren }) {
  const t = useStrings();
  if (kind === 'same') return <>{children}</>;
  const Change = kind === 'removed' ? 'del' : 'ins';
  // Few screen readers tell of these two by themselves: the style sheet has the words in `data-` read out.
  const start = t(kind === 'removed' ? 'difference_removed' : 'difference_added');
  return (
    <Change data-start={start} data-end={t('difference_end')}>
      {children}
    </Change>
  );
}
