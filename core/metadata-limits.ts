/** How long a field of an article's metadata may be, in UTF-16 units: a page says what it likes, and requests have limits. */

export const metadataLimits = {
  title: 2_000,
  kicker: 500,
  subtitle: 2_000,
  /** Of each name. */
  authors: 500,
  credits: 500,
  outlet: 500,
  source: 500,
  section: 500,
  published: 100,
  modified: 100,
  language: 100,
  lead: 10_000,
  licence: 2_000,
} as const;

/** Names in a list. */
export const mostNames = 50;

/** Other values of a field. */
export const mostAlternatives = 20;
