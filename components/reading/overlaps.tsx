/** Lists the annotations that share some words, to choose one of them. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import { isNode } from '../any-frame';
import { shortened } from '../quote-words';
import type { Looks } from './text-block';

export interface OverlapPlace {
  ids: readonly string[];
  /** Where the words start in the text, UTF-16 units. */
  start: number;
  /** CSS pixels, within the element of the text. */
  top: number;
  left: number;
}

interface OverlapsProps {
  place: OverlapPlace;
  label: string;
  looks: Looks;
  quotes: Readonly<Record<string, string>>;
  chosenId: string | null;
  onChoose(id: string): void;
  onClose(isByKey: boolean): void;
}

/** Characters of a quote. */
const longestQuote = 40;

export function Overlaps({ place, label, looks, quotes, chosenId, onChoose, onClose }: OverlapsProps) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => list.current?.querySelector('button')?.focus({ preventScroll: true }), [place]);
  return (
    <ul
      ref={list}
      // biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to some screen readers unless it says so
      role="list"
      class="overlap-list"
      aria-label={label}
      style={{ top: `${place.top}px`, left: `${place.left}px` }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!isNode(relatedTarget) || !currentTarget.contains(relatedTarget)) onClose(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose(true);
      }}
    >
      {place.ids.map((id) => (
        <li key={id}>
          <button
            type="button"
            aria-pressed={id === chosenId ? 'true' : 'false'}
            onClick={() => onChoose(id)}
          >
            <span class="overlap-words" data-colour={looks[id]?.colour}>
              {shortened(quotes[id] ?? '', longestQuote)}
            </span>
            <span class="hint">{looks[id]?.names}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
