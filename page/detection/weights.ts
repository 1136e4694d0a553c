/** How much each signal of a page weighs, by the reason that it gives. */

import type { Reason } from '../../core/detection';

/**
 * Log-odds, from a logistic regression over 785 saved pages, articles and other pages in like numbers.
 * They belong together: a change to a signal asks for fitting them all anew.
 */
export const headWeights = {
  structured_article: { articleType: 2.8, articleItem: 1.3 },
  article_type: { ogArticle: 0.3 },
  article_metas: { publishedMeta: 1.7, chineseMeta: 3.7 },
  byline: { authorMeta: 0.5 },
  dated_address: { datedPath: 2.3 },
  article_address: { wordsInPath: 0.3, articleWord: 1.1 },
  front_page: { frontPath: -3 },
  other_address: { listWord: -2 },
  forum_page: { forumWord: -3.9 },
  form_page: { formWord: -3.7 },
  search_page: { searchPath: -3.6 },
  other_type: { ogWebsite: -0.8, ogOther: -4.1, otherType: -2.2 },
} as const;

export const headBias = -0.9;

/** `long_text` that weighs against an article is `little_text`. */
export const textWeights = {
  long_text: { sentences: 0.5, paragraphs: 0.5, mainShare: 1.1 },
  list_of_links: { secondShare: -1.6, groups: -0.5, manyBylines: -2.8, manyDates: -1, links: -0.2 },
  credit_lines: { credits: 2 },
  byline: { bylines: 0.6 },
  date_line: { dates: 1.5 },
  form_page: { password: -0.7 },
} as const;

export const textBias = -0.4;

/** How much of the head's log-odds still counts when the text is known too. */
export const headShare = 0.8;

type NameIn<Weights> = { [R in keyof Weights]: keyof Weights[R] }[keyof Weights];
type Signals<Name extends PropertyKey> = Partial<Record<Name, boolean | number>>;

/** Yes or no, or a number around zero. What is left out is not known and weighs nothing. */
export type HeadSignals = Signals<NameIn<typeof headWeights>>;
export type TextSignals = Signals<NameIn<typeof textWeights>>;

/** A reason and its part in the log-odds. */
export type Contribution = readonly [reason: Reason, value: number];

export function weigh(
  signals: HeadSignals | TextSignals,
  weights: Partial<Record<Reason, Readonly<Record<string, number>>>>,
): Contribution[] {
  const known: Readonly<Record<string, boolean | number>> = signals;
  return Object.entries(weights).map(([reason, parts]) => {
    let value = 0;
    for (const name in parts) value += (parts[name] ?? 0) * Number(known[name] ?? 0);
    return [reason === 'long_text' && value < 0 ? 'little_text' : (reason as Reason), value];
  });
}
