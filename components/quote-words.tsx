/** The words of a quote; where the page says others by now, with what was taken out struck and what was added marked. */

import { useMemo } from 'preact/hooks';
import type { Card } from '../core/cards';
import { wordDifference } from '../core/word-difference';
import { ChangedWords } from './changed-words';

export function QuoteWords({ card: { quote, placement } }: { card: Pick<Card, 'quote' | 'placement'> }) {
  const now = placement?.grade === 'changed' ? placement.words : null;
  const stretches = useMemo(() => (now === null ? [] : wordDifference(quote, now)), [quote, now]);
  if (now === null) return <>{quote}</>;
  return (
    <>
      {stretches.map(({ kind, text }, index) => (
        <ChangedWords key={`${index}`} kind={kind}>
          {text}
        </ChangedWords>
      ))}
    </>
  );
}

/** The start of it, for a name; whole characters only. */
export function shortened(quote: string, longest: number): string {
  const characters = Array.from(quote);
  return characters.length <= longest ? quote : `${characters.slice(0, longest).join('')}…`;
}
