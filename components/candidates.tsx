/** The places that may be an annotation's own, each with what stands around it: looked at on the page, and decided by one press. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../core/cards';
import { withoutCutWord } from '../core/frozen-text';
import type { Candidate } from '../core/placement';
import { useStrings } from './strings';

interface CandidatesProps {
  card: Pick<Card, 'language'>;
  candidates: readonly Candidate[];
  tabIndex: number;
  onReveal(place: Candidate): void;
  /** Null where nothing may be changed. */
  onChoose: ((place: Candidate) => void) | null;
}

/** How many are shown before the reader asks for all. */
const fewest = 5;

/** How long the pointer rests on a place before the page goes there, in milliseconds: it only passes over most of them. */
const rest = 150;

/** Context of about this length, in UTF-16 units, was cut out of longer text. */
const contextLength = 38;
const isCut = (context: string) => context.length >= contextLength;

export function Candidates({ card, candidates, tabIndex, onReveal, onChoose }: CandidatesProps) {
  const t = useStrings();
  const [isAll, setAll] = useState(false);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const shown = isAll ? candidates : candidates.slice(0, fewest);
  const hidden = candidates.length - shown.length;
  return (
    <>
      {/* A list without markers is no list to some screen readers unless it says so. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <ol class="candidates" role="list" aria-label={t('candidates_label')}>
        {shown.map((place) => (
          <li key={`${place.start}-${place.end}`}>
            <button
              type="button"
              class="quiet candidate"
              tabIndex={tabIndex}
              title={onChoose === null ? undefined : t('candidate_choose')}
              onFocus={() => onReveal(place)}
              onMouseEnter={() => {
                clearTimeout(waiting.current);
                waiting.current = setTimeout(() => onReveal(place), rest);
              }}
              onMouseLeave={() => clearTimeout(waiting.current)}
              onClick={() => {
                clearTimeout(waiting.current);
                onChoose?.(place);
              }}
            >
              <q lang={card.language ?? undefined} dir="auto">
                {isCut(place.before) ? withoutCutWord(place.before, 'start') : place.before}
                <mark>{place.words}</mark>
                {isCut(place.after) ? withoutCutWord(place.after, 'end') : place.after}
              </q>
            </button>
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <button type="button" class="quiet" tabIndex={tabIndex} onClick={() => setAll(true)}>
          {t('candidates_more', String(hidden))}
        </button>
      )}
    </>
  );
}
