/** The citation styles that can be copied. */

import { apa } from './apa';
import type { CitationItem } from './citation-item';
import { gbt7714In2015, gbt7714In2025 } from './gbt7714';

/** In the order in which they are offered. */
export const citationStyles = ['gbt7714-2025', 'gbt7714-2015', 'apa'] as const;

export type CitationStyle = (typeof citationStyles)[number];

const forms: Readonly<Record<CitationStyle, (item: CitationItem) => string>> = {
  'gbt7714-2025': gbt7714In2025,
  'gbt7714-2015': gbt7714In2015,
  apa,
};

/** The reference in one line of plain text, without a number. */
export function formatCitation(item: CitationItem, style: CitationStyle): string {
  return forms[style](item);
}
