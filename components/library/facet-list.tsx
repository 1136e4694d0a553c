/** One way to narrow the library: its values with their counts, the first of them until all are asked for. */

import { useState } from 'preact/hooks';
import type { Facet } from '../../core/library-facets';
import { useStrings } from '../strings';

interface FacetListProps<Value extends string> {
  heading: string;
  facets: readonly Facet<Value>[];
  isOn(value: Value): boolean;
  /** As people call it; missing: as it is. */
  nameOf?(value: Value): string;
  onTurn(value: Value): void;
}

/** So many are shown at first. */
const fewest = 6;

export function FacetList<Value extends string>({
  heading,
  facets,
  isOn,
  nameOf,
  onTurn,
}: FacetListProps<Value>) {
  const t = useStrings();
  const [showsAll, setShowsAll] = useState(false);
  // What is asked for can be taken back, whatever is left of it.
  const offered = facets.filter(({ value, count }) => count > 0 || isOn(value));
  const shown = offered.filter(({ value }, index) => showsAll || index < fewest || isOn(value));
  if (offered.length === 0) return null;
  return (
    <section class="facets">
      <h2>{heading}</h2>
      {/* A list without markers is no list to some screen readers unless it says so. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <ul role="list">
        {shown.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              class="filter-row"
              aria-pressed={isOn(value) ? 'true' : 'false'}
              onClick={() => onTurn(value)}
            >
              <span class="filter-name" dir="auto">
                {nameOf?.(value) ?? value}
              </span>
              <span class="filter-count">{count}</span>
            </button>
          </li>
        ))}
      </ul>
      {offered.length > fewest && (
        <button type="button" class="link" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('facet_fewer') : t('facet_more', String(offered.length))}
        </button>
      )}
    </section>
  );
}
