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

/** Han, kana and Hangul take twice the room of other letters. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;

/** The start of it, where there is room for so many letters of the Latin alphabet. */
export function fitted(name: string, room: number): string {
  const characters = Array.from(name);
  let left = room;
  const end = characters.findIndex((character) => {
    left -= wide.test(character) ? 2 : 1;
    return left < 0;
  });
  return end < 0 ? name : `${characters.slice(0, Math.max(1, end - 1)).join('')}…`;
}

/** The start of it, for a name; whole characters only. */
export function shortened(quote: string, longest: number): string {
  const characters = Array.from(quote);
  return characters.length <= longest ? quote : `${characters.slice(0, longest).join('')}…`;
}
