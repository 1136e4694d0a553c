/** The words of a quote; where the page says others by now, with what was taken out struck and what was added marked. */

import { useMemo } from 'preact/hooks';
import type { Card } from '../core/cards';
import { wordDifference } from '../core/word-difference';
import { useStrings } from './strings';

export function QuoteWords({ card: { quote, placement } }: { card: Pick<Card, 'quote' | 'placement'> }) {
  const t = useStrings();
  const now = placement?.grade === 'changed' ? placement.words : null;
  const stretches = useMemo(() => (now === null ? [] : wordDifference(quote, now)), [quote, now]);
  if (now === null) return <>{quote}</>;
  return (
    <>
      {stretches.map(({ kind, text }, index) => {
        if (kind === 'same') return text;
        const Change = kind === 'removed' ? 'del' : 'ins';
        // Few screen readers tell of these two by themselves: the style sheet has the words in `data-` read out.
        const start = t(kind === 'removed' ? 'difference_removed' : 'difference_added');
        return (
          <Change key={`${index}`} data-start={start} data-end={t('difference_end')}>
            {text}
          </Change>
        );
      })}
    </>
  );
}
