/** How much each signal of a page weighs, by the reason that it gives. */

import type { Reason } from '../../core/detection';

/**
 * Log-odds, from a logistic regression (L2 of 1.5) over the tuning half of the bench's saved pages.
 * They belong together: a change to a signal asks for fitting them all anew. Two are set by hand, as
 * no page of that half has them: `chineseMeta`, which government sites have to carry on articles, and `noText`, of pages
 * that are still filling.
 */
export const headWeights = {
  structured_article: { articleType: 1, oneArticle: 0.96 },
  article_type: { ogArticle: 0.65 },
  article_metas: { publishedMeta: 1.05, chineseMeta: 3, articleMeta: 0.6 },
  byline: { authorMeta: 0.63 },
  dated_address: { datedPath: 1.81 },
  article_address: { wordsInPath: 0.58, articleWord: 1.62 },
  front_page: { frontPath: -1.16 },
  other_address: { listWord: -1.67 },
  forum_page: { forumWord: -2.68 },
  form_page: { formWord: -0.87 },
  search_page: { searchPath: -0.43 },
  other_type: { listType: -1.63, ogWebsite: -0.24, ogOther: -1.63, otherType: -1.08 },
} as const;

export const headBias = -1.62;

/** `long_text` that weighs against an article is `little_text`. */
export const textWeights = {
  long_text: { sentences: 0.76, paragraphs: 0.39, mainShare: 0.34, noText: -3 },
  list_of_links: { secondShare: -1.24, groups: -0.71, manyDates: -0.85, times: -0.96 },
  credit_lines: { credits: 0.83 },
  byline: { bylines: 0.74 },
  comments: { comments: 0.69 },
  date_line: { dates: 1.1 },
  form_page: { inputs: -0.58 },
  offer_page: { offers: -0.34 },
} as const;

export const textBias = 0.52;

/** How the head's log-odds count once the text is known too. */
export const headShare = 1.34;

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
