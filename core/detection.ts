/** What the detector says of a page, in a form that can be sent, stored and put into words. */

/** Why a page is held for an article or not; each has its sentence in `public/_locales` under `reason_…`. */
export type Reason =
  | 'structured_article'
  | 'article_type'
  | 'article_metas'
  | 'dated_address'
  | 'article_address'
  | 'long_text'
  | 'byline'
  | 'credit_lines'
  | 'date_line'
  | 'comments'
  | 'front_page'
  | 'other_type'
  | 'other_address'
  | 'list_of_links'
  | 'search_page'
  | 'form_page'
  | 'forum_page'
  | 'offer_page'
  | 'little_text';

export interface Detection {
  isArticle: boolean;
  /** 0 to 1: how likely the page is an article. */
  probability: number;
  /** What speaks for this answer, strongest first. */
  reasons: Reason[];
}
